"""CSV and its kin: any delimiter, line end and encoding that spreadsheets write."""

import csv
import io
from collections.abc import Sequence
from typing import Final

from data.formats import headers
from data.formats.errors import ProgrammeError
from data.formats.reading import Options, Reading
from data.formats.source import Source
from data.formats.tables import check_size, read_tables

NAME: Final = "csv"

_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 50_000
"""Characters by which the delimiter is told."""


def probe(source: Source) -> bool:
    """Whether it is text with at least two rows of two columns."""
    if source.is_json or source.is_xml or source.head.startswith("<") or source.is_binary:
        return False
    sample = source.loose_text[:_SAMPLE]
    return sum(len(row) > 1 for row in _split(sample, _delimiter(sample))) > 1


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    text = source.loose_text
    return read_tables([("", _split(text, _delimiter(text[:_SAMPLE])))], options, NAME)


def _delimiter(sample: str) -> str:
    """The one under which most headers are known, else under which there are most columns."""
    return max(_DELIMITERS, key=lambda delimiter: _fitness(_split(sample, delimiter)))


def _fitness(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    layout = headers.find(rows, {})
    return (len(layout.columns) if layout else 0, sum(len(row) - 1 for row in rows[:20]))


def _split(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(1_000_000)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            cells += len(row)
            check_size(len(rows), len(row), cells)
    except csv.Error as error:
        message = f"not a readable table: {error}"
        raise ProgrammeError(message, f"row {len(rows) + 1}") from error
    return rows
