"""What each attendee does and when, drawn by lot from a seed."""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final, NamedTuple

from bot.domain.programme import Index

FIRST_ID: Final = 1001
BEFORE: Final = timedelta(minutes=40)
AFTER: Final = timedelta(minutes=5)
_SAVES_A_DAY: Final = 2
_ASKS_A_DAY: Final = 2
_FOLLOW: Final = 0.15
_TAKE_OUT: Final = 0.05
_BLOCK: Final = 0.04
_TONGUES: Final = {"nb": 60, "en": 25, "sv": 8, "da": 7}
_AT: Final = {
    "nb": "hva skjer kl {}?",
    "en": "what's on at {}?",
    "sv": "vad händer kl {}?",
    "da": "hvad sker der kl {}?",
}
_NOW: Final = {"nb": "hva skjer nå?", "en": "what's on now?", "sv": "vad händer nu?", "da": "hvad sker der nu?"}
_NEXT: Final = {"nb": "hva er det neste?", "en": "what's next?", "sv": "vad är nästa?", "da": "hvad er det næste?"}


class Act(Enum):
    """What an attendee does."""

    START = auto()
    ASK = auto()
    SAVE = auto()
    TAKE_OUT = auto()
    FOLLOW = auto()
    BLOCK = auto()


class Step(NamedTuple):
    """One act; `text` is what is written first."""

    moment: datetime
    person: int
    act: Act
    text: str = ""


Day = tuple[datetime, datetime]
"""From somewhat before the first session to somewhat after the last one's start."""


def days_of(index: Index, number: int) -> list[Day]:
    """The first so many expo days with sessions (0: all)."""
    starts = [[index.start(one) for one in index.on_day(day)] for day in index.days]
    days = [(min(day) - BEFORE, max(day) + AFTER) for day in starts if day]
    return days[:number] if number else days


def tongue(person: int, seed: int) -> str:
    """The language of somebody's app."""
    return random.Random(f"{seed} {person}").choices([*_TONGUES], [*_TONGUES.values()])[0]  # noqa: S311


def script(index: Index, days: Sequence[Day], attendees: int, seed: int) -> list[Step]:
    """Everybody's steps, in time order."""
    people = range(FIRST_ID, FIRST_ID + attendees)
    return sorted(step for person in people for step in _Life(index, days, person, seed).steps())


class _Life:
    def __init__(self, index: Index, days: Sequence[Day], person: int, seed: int) -> None:
        self._index, self._days, self._person = index, days, person
        self._dice = random.Random(f"{seed} {person} life")  # noqa: S311 - a rehearsal can be repeated
        self._tongue = tongue(person, seed)

    def steps(self) -> Iterator[Step]:
        """From the first hours of some day on, some acts a day."""
        first = min(int(self._dice.expovariate(1.2)), len(self._days) - 1)
        begin, end = self._days[first]
        arrival = begin + (end - begin) * self._dice.random() / 4
        yield Step(arrival, self._person, Act.START)
        for day in ((arrival + timedelta(minutes=2), end), *self._days[first + 1 :]):
            for _ in range(_ASKS_A_DAY):
                yield self._step(day, Act.ASK, self._dice.choice((_NOW, _NEXT))[self._tongue])
            for _ in range(_SAVES_A_DAY):
                yield self._saving(day)
        whole = (arrival + timedelta(minutes=2), self._days[-1][1])
        yield from self._now_and_then(whole)

    def _now_and_then(self, whole: Day) -> Iterator[Step]:
        if self._dice.random() < _FOLLOW:
            yield self._step(whole, Act.FOLLOW, "/tracks")
        if self._dice.random() < _TAKE_OUT:
            yield self._step(whole, Act.TAKE_OUT, "/agenda")
        if self._dice.random() < _BLOCK:
            blocked = self._step(whole, Act.BLOCK)
            yield blocked
            if self._dice.random() < 1 / 2:
                yield self._step((blocked.moment, whole[1]), Act.START)

    def _saving(self, day: Day) -> Step:
        step = self._step(day, Act.SAVE)
        later = [self._index.start(one) for one in self._index.starting(step.moment, day[1])]
        if not later:
            return step._replace(act=Act.ASK, text=_NEXT[self._tongue])
        start = self._index.local(self._dice.choice(later))
        return step._replace(text=_AT[self._tongue].format(f"{start:%H:%M}"))

    def _step(self, day: Day, act: Act, text: str = "") -> Step:
        return Step(day[0] + (day[1] - day[0]) * self._dice.random(), self._person, act, text)
