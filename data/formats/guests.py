"""Speakers out of the cells of a sheet."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from data.formats.draft import Person
from data.formats.text import line

_ADDRESS: Final = re.compile(r"[(<\[]?\b[\w.+-]{1,64}@[\w.-]{1,255}\b[)>\]]?")
_PARENTHESIS: Final = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_APART: Final = re.compile(r"[;\n]|\\n|\s\|\s")
_OUTSIDE: Final = r",(?![^()]{0,300}\))"
COMMAS: Final = re.compile(_OUTSIDE)
"""Commas outside parentheses."""

_COMMAS: Final = re.compile(rf"{_OUTSIDE}|\s&\s|\s(?:og|och|and|und)\s")
_NOBODY: Final = frozenset({"", "tbd", "tba", "na", "n/a", "n.n.", "nn", "-", "–", "."})
_SENTENCE: Final = 3
_LONGEST_NAME: Final = 80
_QUOTED: Final = r"""(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")"""
_ENTRY: Final = re.compile(_QUOTED)
_LIST: Final = re.compile(rf"\[\s*{_QUOTED}(?:\s*,\s*{_QUOTED})*\s*(?:,\s*)?\]")
_LONGEST_LIST: Final = 20_000


def separator(cells: Sequence[object], columns: int) -> re.Pattern[str]:
    """What keeps people apart in a column: commas only where nothing else does and each column holds several."""
    single = columns > 1 or any(isinstance(cell, str) and _APART.search(cell.strip()) for cell in cells)
    return _APART if single else _COMMAS


def persons(cell: object, apart: re.Pattern[str]) -> Iterator[Person]:
    """Everybody in the cell: "Name, role, organisation" each, or "Name (organisation)"."""
    for entry in _entries(cell, apart):
        told = line(_ADDRESS.sub(" ", entry)).strip(" ,;*")
        found = _PARENTHESIS.fullmatch(told)
        name, *about = [part.strip() for part in (found[1] if found else told).split(",")]
        aside = found[2].strip() if found else ""
        if aside and not about:
            about, aside = [part.strip() for part in aside.split(",")], ""
        if _is_name(name):
            role, organisation = ", ".join(about[:-1]), about[-1] if about else ""
            yield Person(name, role=role or aside, organisation=organisation)


def _is_name(text: str) -> bool:
    """Whether it may be a person's; a sentence such as "Contributed from submitted abstracts" is not."""
    if text.lower() in _NOBODY or len(text) > _LONGEST_NAME or not re.search(r"[^\W\d_]", text):
        return False
    first, *rest = text.split()
    return len(rest) < _SENTENCE or not first[0].isupper() or not all(word[0].islower() for word in rest)


def _entries(cell: object, apart: re.Pattern[str]) -> list[str]:
    text = "" if cell is None else str(cell).strip()
    if len(text) < _LONGEST_LIST and _LIST.fullmatch(text):
        return [re.sub(r"\\(.)", r"\1", single or double) for single, double in _ENTRY.findall(text)]
    return apart.split(text)
