"""Time phrases: the shared set, Duckling's corpora within an expo's needs, and dateparser on the same set."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from dateparser.search import search_dates

from benchmarks.understanding.scoring import Case, Outcome
from bot.questions.model import Interval
from bot.questions.tokens import tokenise
from bot.questions.when import find

_EXPO: Final = [date(2019, 9, 24), date(2019, 9, 25), date(2019, 9, 26)]
_ZONE: Final = ZoneInfo("Europe/Oslo")
_DUCKLING_ZONE: Final = ZoneInfo("Etc/GMT+2")
_DUCKLING_NOW: Final = datetime(2013, 2, 12, 4, 30, tzinfo=_DUCKLING_ZONE)
_HORIZON: Final = timedelta(days=14)
_GRAINS: Final = {
    "Second": timedelta(seconds=1),
    "Minute": timedelta(minutes=1),
    "Hour": timedelta(hours=1),
    "Day": timedelta(days=1),
}


def shared(questions: Path) -> Iterator[Case]:
    """Every question of when.jsonl, judged by the exact interval."""
    for row in _rows(questions / "when.jsonl"):
        yield Case(row["lang"], row["text"], partial(_judged, row))


def slipped(questions: Path) -> Iterator[Case]:
    """The same questions, each with two letters of a word exchanged, one left out or one doubled."""
    for row in _rows(questions / "when.jsonl"):
        dice = random.Random(row["text"])  # noqa: S311 - the same slips every time
        words = list(re.finditer(r"[^\W\d_]{5,}", row["text"]))
        if words:
            match = dice.choice(words)
            text = row["text"][: match.start()] + _slip(match.group(), dice) + row["text"][match.end() :]
            yield Case(row["lang"], text, partial(_judged, {**row, "text": text}))


def _slip(word: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(word) - 1)
    one, two = word[at], word[at + 1]
    return word[:at] + dice.choice((two + one, two, one + one + two)) + word[at + 2 :]


def with_dateparser(questions: Path) -> Iterator[Case]:
    """The same questions given to dateparser, which is right where it finds the start."""
    for row in _rows(questions / "when.jsonl"):
        yield Case(row["lang"], row["text"], partial(_judged_dateparser, row))


def duckling(questions: Path) -> Iterator[Case]:
    """Duckling's phrases from now on, within a fortnight, from seconds to days, no holidays."""
    for language in ("nb", "sv", "da", "en"):
        for row in _rows(questions / f"duckling_{language}.jsonl"):
            start = _moment(row["frm"])
            if row["grain"] in _GRAINS and row["kind"] != "holiday" and start and _is_near(start, row["grain"]):
                yield Case(language, row["expr"], partial(_judged_duckling, row))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _interval(text: str, language: str, now: datetime, days: list[date]) -> Interval | None:
    time, setting = find(tokenise(text), now=now, days=days, language=language)
    return time.interval(setting) if time and time.is_named else None


def _judged(row: Mapping[str, Any]) -> Outcome:
    got = _interval(row["text"], row["lang"], datetime.fromisoformat(row["now"]).astimezone(_ZONE), _EXPO)
    if row["expected_start"] is None:
        return "wrong" if got else "exact"
    if got is None:
        return "unknown"
    wanted = [datetime.fromisoformat(row[name]) for name in ("expected_start", "expected_end")]
    return "exact" if [got.start, got.end] == wanted else "wrong"


def _judged_dateparser(row: Mapping[str, Any]) -> Outcome:
    now = datetime.fromisoformat(row["now"])
    language = "nb" if row["lang"] == "nn" else row["lang"]
    settings = {"RELATIVE_BASE": now.replace(tzinfo=None), "PREFER_DATES_FROM": "future"}
    found = search_dates(row["text"], languages=[language], settings=settings)
    if not found:
        return "exact" if row["expected_start"] is None else "unknown"
    wanted = row["expected_start"] and datetime.fromisoformat(row["expected_start"]).replace(tzinfo=None)
    return "exact" if found[0][1] == wanted else "wrong"


def _moment(parts: list[int]) -> datetime | None:
    year, month, day, hour, minute, second = parts
    if year < 1 or not month or not day:
        return None
    return datetime(year, month, day, hour, minute, second, tzinfo=_DUCKLING_ZONE)


def _is_near(start: datetime, grain: str) -> bool:
    latest = start + _GRAINS["Day"] if grain == "Day" else start
    return latest >= _DUCKLING_NOW and start <= _DUCKLING_NOW + _HORIZON


def _judged_duckling(row: Mapping[str, Any]) -> Outcome:
    got = _interval(row["expr"], row["lang"], _DUCKLING_NOW, [])
    start = _moment(row["frm"])
    if got is None or start is None:
        return "unknown"
    if row["kind"] == "open" and row["dir"] == "before":
        return "exact" if got.end == start else "wrong"
    begins = _floor(got.start, row["grain"]) == _floor(start, row["grain"])
    if row["kind"] != "interval":
        return "exact" if begins else "wrong"
    # Duckling counts the last hour or minute in.
    end = _moment(row["to"])
    ends = end is not None and got.end in {end, end - _GRAINS[row["grain"]]}
    return "exact" if begins and ends else "wrong"


def _floor(moment: datetime, grain: str) -> datetime:
    """The moment to the grain, at most to the minute."""
    if grain == "Day":
        return moment.replace(hour=0, minute=0, second=0)
    return moment.replace(minute=0, second=0) if grain == "Hour" else moment.replace(second=0)
