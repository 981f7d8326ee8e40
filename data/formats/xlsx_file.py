"""Excel sheets: merged cells filled, formulas looked up, hidden sheets left out."""

import io
import re
import warnings
from collections.abc import Iterator
from typing import Final

import openpyxl
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.formats.errors import ProgrammeError
from data.formats.packed import contents
from data.formats.reading import Options, Reading
from data.formats.source import DTD, Source
from data.formats.tables import Table, read_tables

NAME: Final = "xlsx"

_PROLOGUE: Final = 2_000
_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 100
_REFERENCE: Final = re.compile(r"=\$?([A-Z]{1,2})\$?(\d{1,5})")
_FARTHEST: Final = 1000
"""So far down a chain of formulas a value is looked for."""


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return "xl/workbook.xml" in source.files


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    parts = [name for name in source.files if name.endswith((".xml", ".rels"))]
    if any(b"<!DOCTYPE" in start for start in contents(source.raw, parts, _PROLOGUE).values()):
        raise ProgrammeError(DTD)
    values, formulas = _opened(source.raw, values=True), _opened(source.raw, values=False)
    visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    tables = [_table(sheet, formulas[sheet.title], alone=len(visible) == 1) for sheet in visible]
    return read_tables(tables, options, NAME)


def _opened(raw: bytes, *, values: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions such as colour rules, which nobody needs here
        try:
            return openpyxl.load_workbook(io.BytesIO(raw), data_only=values)
        except Exception as error:
            message = f"not a readable .xlsx file: {error}"
            raise ProgrammeError(message) from error


def _table(sheet: Worksheet, formulas: Worksheet, *, alone: bool) -> Table:
    last, widest = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    rows: list[list[object]] = [list(row) for row in sheet.iter_rows(max_row=last, max_col=widest, values_only=True)]
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell is None:
                row[column] = _looked_up(formulas, formulas.cell(number + 1, column + 1).value)
    for area in sheet.merged_cells.ranges:
        for number, column in _cells(area.bounds, last, widest):
            rows[number][column] = rows[area.min_row - 1][area.min_col - 1]
    return "" if alone else sheet.title, rows


def _looked_up(formulas: Worksheet, told: object) -> object:
    """The value a formula such as "=B3" refers to, where Excel left no result behind; None for other formulas."""
    for _ in range(_FARTHEST):
        if not isinstance(told, str) or not told.startswith("="):
            return told
        reference = _REFERENCE.fullmatch(told)
        told = formulas[f"{reference[1]}{reference[2]}"].value if reference else None
    return None


def _cells(bounds: tuple[int, int, int, int], last: int, widest: int) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = bounds
    for number in range(top - 1, min(bottom, last)):
        for column in range(left - 1, min(right, widest)):
            yield number, column
