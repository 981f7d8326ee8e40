"""Questions made from programmes, with expectations that know nothing of the engine."""

import random
import tomllib
import zlib
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.understanding.expectations import Expectations, Slot, title_words
from benchmarks.understanding.scoring import Case, Outcome
from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.questions.engine import Engine

_PATTERNS: Final = tomllib.loads(Path(__file__).with_name("patterns.toml").read_text(encoding="utf-8"))
_EACH: Final = 14
_FEWEST_TITLE_WORDS: Final = 3

Wanted = tuple[dict[str, str], set[str]]


class Questions:
    """Makes questions of one programme: some of every kind in every language."""

    def __init__(self, programme: Programme, glossary: Sequence[Sequence[str]] = ()) -> None:
        self._programme = programme
        self._engine = Engine(Index(programme), glossary)
        self._expected = Expectations(programme)
        first = min(slot.start for slot in self._expected.slots)
        self._now = datetime.combine(first.date(), time(8), self._expected.zone)

    def cases(self) -> Iterator[Case]:
        """All cases; half of them, chosen by their text, are only to be scored."""
        for language, patterns in _PATTERNS.items():
            dice = random.Random(language)  # noqa: S311 - the same questions every time
            for kind in sorted(patterns.keys() - {"days"}):
                for slot in dice.choices(self._expected.slots, k=_EACH):
                    yield from self._case(language, kind, slot, dice)

    def _case(self, language: str, kind: str, slot: Slot, dice: random.Random) -> Iterator[Case]:
        patterns = _PATTERNS[language]
        common = {"day": patterns["days"][slot.start.weekday()], "a": f"{slot.start:%H:%M}", "b": f"{slot.end:%H:%M}"}
        found = self._by_time(kind, slot) or self._by_name(kind, slot, dice)
        if found and found[1]:
            text = patterns[kind].format(**common, **found[0])
            judge = partial(self._judged, language, text, found[1], covers=kind.startswith("topic"))
            yield Case(language, text, judge, shown=zlib.crc32(text.encode()) % 2 == 0)

    def _by_time(self, kind: str, slot: Slot) -> Wanted | None:
        if kind == "room":
            return self._in_room(slot)
        if kind == "between" and slot.start.date() != slot.end.date():
            return None
        midnight = datetime.combine(slot.start.date(), time(), self._expected.zone)
        wanted = {
            "at": lambda: self._at(slot),
            "around": lambda: self._at(slot),
            "before": lambda: self._expected.running(midnight, slot.start),
            "between": lambda: self._expected.running(slot.start, slot.end),
            "after": lambda: self._expected.starting_from(slot.start),
            "day": lambda: self._expected.on(slot.start.date()),
        }
        return ({}, wanted[kind]()) if kind in wanted else None

    def _at(self, slot: Slot) -> set[str]:
        return self._expected.running(slot.start, slot.start + timedelta(minutes=1))

    def _in_room(self, slot: Slot) -> Wanted | None:
        room = next((room for room in self._programme.rooms if room.id == slot.session.room), None)
        if room is None:
            return None
        there = {s.session.id for s in self._expected.slots if room.id in s.session.rooms}
        return {"room": next(iter(room.name.values()))}, self._at(slot) & there

    def _by_name(self, kind: str, slot: Slot, dice: random.Random) -> Wanted | None:
        people = [person for person in self._programme.speakers if person.id in slot.session.speakers]
        if kind.startswith("speaker") and people:
            return {"name": people[0].name}, self._expected.of(people[0].id)
        if kind in {"title", "where"} and len(slot.session.title.split()) >= _FEWEST_TITLE_WORDS:
            return {"title": slot.session.title}, self._expected.titled(slot.session.title)
        rare = [word for word in title_words(slot.session) if self._expected.is_rare(word)]
        if not kind.startswith("topic") or not rare:
            return None
        word = dice.choice(rare)
        day = self._expected.on(slot.start.date()) if kind == "topic_on_day" else self._expected.about(word)
        return {"word": word}, self._expected.about(word) & day

    def _judged(self, language: str, text: str, wanted: set[str], *, covers: bool) -> Outcome:
        answer = self._engine.ask(text, now=self._now, language="nb" if language == "nn" else language)
        if answer.clarify:
            return "asked back"
        if answer.query.intent == "unknown":
            return "unknown"
        got = {session.id for session in answer.sessions}
        return "exact" if got == wanted or (covers and wanted <= got) else "wrong"
