"""What a programme's answers should be, by plain rules over its list of sessions."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.models import Programme, Session

_HOUR: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A scheduled session with its times on the expo's clocks; one without an end lasts an hour."""

    session: Session
    start: datetime
    end: datetime


class Expectations:
    """Looks everything up by going through all slots."""

    def __init__(self, programme: Programme) -> None:
        self.zone = ZoneInfo(programme.expo.timezone)
        self.slots = [self._slot(s, s.start) for s in programme.sessions if s.start and not s.cancelled]
        self._words = Counter(word for slot in self.slots for word in set(title_words(slot.session)))

    def _slot(self, session: Session, start: datetime) -> Slot:
        end = session.end or start + _HOUR
        return Slot(session, start.astimezone(self.zone), end.astimezone(self.zone))

    def running(self, start: datetime, end: datetime) -> set[str]:
        """Those that run at some time in [start, end)."""
        return {s.session.id for s in self.slots if s.start < end and (s.end > start or s.start == start)}

    def on(self, day: date) -> set[str]:
        """Those that run at some time of the day."""
        midnight = datetime.combine(day, time(), self.zone)
        return self.running(midnight, midnight + timedelta(days=1))

    def starting_from(self, start: datetime) -> set[str]:
        """Those that start then or later on the same day."""
        return {s.session.id for s in self.slots if s.start >= start and s.start.date() == start.date()}

    def of(self, speaker: str) -> set[str]:
        """Those of a speaker."""
        return {s.session.id for s in self.slots if speaker in s.session.speakers}

    def titled(self, title: str) -> set[str]:
        """Those of that title."""
        return {s.session.id for s in self.slots if s.session.title == title}

    def about(self, word: str) -> set[str]:
        """Those with the word in their title."""
        return {s.session.id for s in self.slots if word in title_words(s.session)}

    def is_rare(self, word: str) -> bool:
        """Whether few titles have the word, so that it is their topic."""
        few, long = 5, 6
        return self._words[word] <= few and len(word) >= long


def title_words(session: Session) -> list[str]:
    """The words of the title, in lower case."""
    return [word for word in session.title.lower().split() if word.isalpha()]
