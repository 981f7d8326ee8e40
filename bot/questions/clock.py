"""A clock as people say it: 14:30 is one moment of the day, three o'clock may be two."""

from dataclasses import dataclass
from typing import Final

HOUR: Final = 60
DAY_MINUTES: Final = 24 * HOUR
HALF_DAY: Final = DAY_MINUTES // 2

_LAST_AFTERNOON_HOUR: Final = 7
_HOURS: Final = range(25)
_LOOSE_HOURS: Final = range(1, 13)


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes from midnight. `loose`: 12-hour, so that a part of the day may move it by twelve hours."""

    minute: int
    loose: bool = False
    afternoon: bool = False

    @property
    def is_full_hour(self) -> bool:
        """Whether it shows no minutes."""
        return self.minute % HOUR == 0

    def moved(self, by: int) -> "Clock":
        """The clock so many minutes later."""
        return Clock((self.minute + by) % DAY_MINUTES, self.loose, self.afternoon)

    def settled(self, half: str = "") -> int:
        """Minutes from midnight, in the half of the day that is said, else the likely one."""
        if not self.loose:
            return self.minute
        if half == "am":
            return self.minute % HALF_DAY or DAY_MINUTES
        if half == "pm" or self.afternoon:
            return self.minute % HALF_DAY + HALF_DAY
        return self.minute


def clock(hour: int, minute: int = 0, *, exact: bool = False) -> Clock | None:
    """The clock that shows so; bare hours up to twelve are loose, and 1 to 7 mean the afternoon."""
    total = hour * HOUR + minute
    if hour not in _HOURS or minute not in range(HOUR) or total > DAY_MINUTES:
        return None
    loose = not exact and hour in _LOOSE_HOURS
    return Clock(total, loose, loose and hour <= _LAST_AFTERNOON_HOUR)
