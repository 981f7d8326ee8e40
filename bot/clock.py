"""The time: real or simulated. Nothing else asks for it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """The real clock. `now` is the expo's time, `speed` its seconds a real one; `monotonic` measures real seconds."""

    speed: float = 1.0

    def now(self) -> datetime:
        """The instant, in UTC."""
        return datetime.now(UTC)

    def real(self) -> datetime:
        """The instant on the world's clocks, whatever the expo's shows; for leases and the like."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Real seconds since some fixed point; never goes back."""
        return time.monotonic()

    def seconds_until(self, moment: datetime) -> float:
        """Real seconds until the expo's clock shows the moment; 0 for one that is past."""
        return max(0.0, (moment - self.now()).total_seconds())

    def on_jump(self, listener: Callable[[], None]) -> None:
        """Have the listener called whenever the clock jumps or changes its speed; the real one never does."""


class SimulatedClock(Clock):
    """Begins at `start` and runs `speed` expo seconds a real second."""

    def __init__(self, start: datetime, speed: float = 1.0) -> None:
        self._listeners: list[Callable[[], None]] = []
        self.set(start, speed)

    def set(self, moment: datetime, speed: float) -> None:
        """Jump to the moment and go on at the speed (above 0)."""
        if speed <= 0:
            message = f"a clock's speed is above 0, not {speed}"
            raise ValueError(message)
        self._origin, self._since, self.speed = moment.astimezone(UTC), time.monotonic(), speed
        for listener in self._listeners:
            listener()

    def jump(self, by: timedelta) -> None:
        """Move on by so much expo time."""
        self.set(self.now() + by, self.speed)

    def now(self) -> datetime:
        """The expo's instant, in UTC."""
        return self._origin + timedelta(seconds=(time.monotonic() - self._since) * self.speed)

    def seconds_until(self, moment: datetime) -> float:
        """Real seconds until the expo's clock shows the moment; 0 for one that is past."""
        return super().seconds_until(moment) / self.speed

    def on_jump(self, listener: Callable[[], None]) -> None:
        """Have the listener called whenever the clock jumps or changes its speed."""
        self._listeners.append(listener)
