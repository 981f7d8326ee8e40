"""A file a little wrong, by the kind of file it is."""

import random
from collections.abc import Callable, Mapping
from typing import Final

from tests.fuzz import markup, odd, sheets, trees

Slips = Callable[[bytes, random.Random, int], bytes]

_LARGEST: Final = 500_000


def _zip(content: bytes, dice: random.Random, slips: int) -> bytes:
    def slip(told: bytes) -> bytes:
        return _by_kind(told, dice, slips, markup.mutated if told.startswith(b"<") else trees.mutated)

    return sheets.archive(content, dice, slip)


def _workbook(content: bytes, dice: random.Random, slips: int) -> bytes:
    return dice.choice((sheets.workbook, sheets.workbook, _zip))(content, dice, slips)


_KINDS: Final[Mapping[str, Slips]] = {
    ".json": trees.mutated,
    ".xml": markup.mutated,
    ".html": markup.page,
    ".csv": sheets.table,
    ".ics": sheets.calendar,
    ".xlsx": _workbook,
    ".zip": _zip,
}


def mutated(content: bytes, kind: str, dice: random.Random) -> bytes:
    """The content of a file of that kind (its suffix) with one slip or several, now and then in its bytes."""
    slips = min(int(dice.expovariate(0.4)) + 1, 15)
    found = content if dice.random() < 0.1 else _by_kind(content, dice, slips, _KINDS[kind])
    for _ in range(slips if found is content else dice.random() < 0.1):
        found = odd.broken(found, dice)
    return found[:_LARGEST]


def _by_kind(content: bytes, dice: random.Random, slips: int, slip: Slips) -> bytes:
    try:
        return slip(content, dice, slips)
    except Exception:  # noqa: BLE001 - the file is broken already; then its bytes are all there is
        return odd.broken(content, dice)
