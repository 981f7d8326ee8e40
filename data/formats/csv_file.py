"""CSV and its kin: any delimiter, line end and encoding that spreadsheets write."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from data.formats import headers
from data.formats.errors import ProgrammeError
from data.formats.reading import Options, Reading
from data.formats.source import Source
from data.formats.tables import read_tables

NAME: Final = "csv"

_DELIMITERS: Final = (",", ";", "\t", "|")
_MOST_ROWS: Final = 50_000
_MOST_COLUMNS: Final = 500


def probe(source: Source) -> bool:
    """Whether it is text with at least two rows of two columns."""
    if source.is_json or source.is_xml or source.head.startswith("<") or source.is_binary:
        return False
    rows = _rows(source.loose_text[:20_000])
    return sum(len(row) > 1 for row in rows) > 1


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    return read_tables([("", _rows(source.loose_text))], options, NAME)


def _rows(text: str) -> Sequence[Sequence[str]]:
    """Its rows by the delimiter under which most headers are known, else under which there are most columns."""
    return max((_split(text, delimiter) for delimiter in _DELIMITERS), key=_fitness)


def _fitness(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    layout = headers.find(rows, {})
    return (len(layout.columns) if layout else 0, sum(len(row) - 1 for row in rows[:20]))


def _split(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(1_000_000)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) > _MOST_ROWS or len(row) > _MOST_COLUMNS:
                message = f"more than {_MOST_ROWS} rows or {_MOST_COLUMNS} columns; a programme has fewer"
                raise ProgrammeError(message)
    except csv.Error as error:
        message = f"not a readable table: {error}"
        raise ProgrammeError(message, f"row {len(rows) + 1}") from error
    return rows
