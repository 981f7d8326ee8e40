"""A file's whole way: read, indexed, compared, prepared for questions, written in every format and read again."""

import random
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from bot.domain.alerts import concerns, suspicion
from bot.domain.changes import compare
from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.services.programme import prepare
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.export import NAMES, write
from tests.fuzz.seeds import ZONE

_ZONES: Final = (ZONE, None, "America/St_Johns", "Pacific/Apia", "UTC")
_MAPPINGS: Final[tuple[Mapping[str, str], ...]] = (
    {},
    {},
    {"A": "title", "B": "start", "C": "room"},
    {"Day 1": "2027-05-05", "day": "2027-05-06"},
    {"Level": "track", "Tittel": "title", "Day 1": "9999-99-99"},
)
_ONE_LINE: Final = 900
_SOME: Final = 0.2
"""The share of files that go on to what takes longest."""

_NOW: Final = datetime(2027, 5, 5, tzinfo=UTC)


def go(content: bytes, before: Programme, reader: str | None, dice: random.Random) -> bool:
    """Whether the file could be read; anything but a refusal in one line is a find, and raised."""
    zone, mapping = dice.choice(_ZONES), dice.choice(_MAPPINGS)
    try:
        reading = read(content, name="byen-2027.csv", timezone=zone, format=reader, mapping=mapping)
    except ProgrammeError as error:
        _check(str(error))
        return False
    for remark in reading.remarks:
        _check(str(remark))
    _on(reading.programme, before, dice)
    return True


def _check(told: str) -> None:
    if "\n" in told or not told.isprintable() or len(told) > _ONE_LINE:
        message = f"not one line a person can read: {told[:_ONE_LINE]!r}"
        raise AssertionError(message)


def _on(programme: Programme, before: Programme, dice: random.Random) -> None:
    old = Index(before)
    difference = compare(before, programme)
    new = Index(difference.programme)
    suspicion(old, difference.changes)
    concerns(difference.changes, old, new, _NOW)
    if dice.random() < _SOME:
        prepare(1, difference.programme)
    for name in NAMES if dice.random() < _SOME else ["json"]:
        _back(write(programme, name), programme, whole=name == "json")


def _back(written: bytes, programme: Programme, *, whole: bool) -> None:
    try:
        again = read(written, timezone=programme.expo.timezone).programme
    except ProgrammeError:
        if whole:
            raise
        return
    Index(again)
    if whole and again != programme:
        message = "what was written as json reads as something else"
        raise AssertionError(message)
