"""Which column of a sheet is which field, told by its header in five languages."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from data.formats.synonyms import SYNONYMS

_RANKS: Final = {
    field: {word.strip(): rank for rank, word in enumerate(words.split("|"))} for field, words in SYNONYMS.items()
}
FIELDS: Final = tuple(SYNONYMS)
"""What a column may be mapped to."""

_SEVERAL: Final = frozenset({"speakers", "hosts", "tags", "abstract"})
_SEARCHED: Final = 30


def normal(header: object) -> str:
    """The header in small letters, its words apart, without punctuation and what stands in parentheses."""
    text = re.sub(r"\([^()]*\)", " ", "" if header is None else str(header))
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    text = unicodedata.normalize("NFC", text.casefold())
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


@dataclass(frozen=True, slots=True)
class Layout:
    """Where in a sheet what is: the header's row, and the columns of each field."""

    row: int
    columns: Mapping[str, Sequence[int]]

    def first(self, field: str) -> int | None:
        """The field's column."""
        return next(iter(self.columns.get(field, ())), None)


def find(rows: Sequence[Sequence[object]], mapping: Mapping[str, str]) -> Layout | None:
    """The layout by the row that names most fields, a title and one more at least; None where there is none."""
    wanted = {normal(header): field for header, field in mapping.items() if field in FIELDS}
    layouts = [Layout(number, _columns(_headers(rows, number), wanted)) for number in range(min(len(rows), _SEARCHED))]
    fitting = [layout for layout in layouts if "title" in layout.columns and len(layout.columns) > 1]
    return max(fitting, key=lambda layout: len(layout.columns), default=None) or _by_letters(mapping)


def _by_letters(mapping: Mapping[str, str]) -> Layout | None:
    """The layout of a sheet without headers, whose columns are called by letters."""
    columns: dict[str, list[int]] = {}
    for letter, field in mapping.items():
        if re.fullmatch("[A-Z]", letter) and field in FIELDS:
            columns.setdefault(field, []).append(ord(letter) - ord("A"))
    return Layout(-1, columns) if "title" in columns else None


def _headers(rows: Sequence[Sequence[object]], number: int) -> list[str]:
    """The row's headers; where one says nothing, the one above it counts (a heading over several columns)."""
    own = [normal(cell) for cell in rows[number]]
    above = [normal(cell) for cell in rows[number - 1]] if number else []
    return [
        header if _known(header) or column >= len(above) or not _known(above[column]) else above[column]
        for column, header in enumerate(own)
    ]


def _known(header: str) -> bool:
    return any(header in ranks for ranks in _RANKS.values())


def _columns(headers: Sequence[str], wanted: Mapping[str, str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    free = dict(enumerate(headers))
    for column, header in enumerate(headers):
        if header and header in wanted:
            found.setdefault(wanted[header], []).append(column)
            del free[column]
    for field, ranks in _RANKS.items():
        if field in found:
            continue
        fitting = sorted((ranks[header], column) for column, header in free.items() if header in ranks)
        chosen = [column for _, column in (fitting if field in _SEVERAL else fitting[:1])]
        if field == "part" and "title" not in found:
            continue
        if chosen:
            found[field] = sorted(chosen)
            for column in chosen:
                del free[column]
    return found
