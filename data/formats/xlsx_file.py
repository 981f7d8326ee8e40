"""Excel sheets: merged cells filled, formulas looked up, hidden sheets left out."""

import io
import re
import warnings
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

import openpyxl
from lxml import etree
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from data.formats.errors import ProgrammeError
from data.formats.packed import contents
from data.formats.reading import Options, Reading
from data.formats.source import Source
from data.formats.tables import Table, read_tables

NAME: Final = "xlsx"

_MOST_ROWS: Final = 5_000
_MOST_COLUMNS: Final = 100
_MOST_TAGS: Final = 500_000
"""Tags in all its files together, four a cell; the largest real programme seen has 5,400."""

_MOST_MERGED: Final = 100_000
_REFERENCE: Final = re.compile(r"=\$?([A-Z]{1,2})\$?(\d{1,5})")
_SHEET: Final = "/worksheet"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return "xl/workbook.xml" in source.files


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    computed = _checked(source)
    values = _opened(source.raw, values=True)
    formulas = _opened(source.raw, values=False) if computed else None
    visible = [sheet for sheet in values.worksheets if sheet.sheet_state == "visible"]
    tables = [_table(sheet, formulas[sheet.title] if formulas else None, alone=len(visible) == 1) for sheet in visible]
    return read_tables(tables, options, NAME)


def _checked(source: Source) -> bool:
    """Whether there are formulas in it. Raises ProgrammeError for what a sheet has not, or not so much of."""
    tags = merged = formulas = 0
    for name in source.files:
        if not name.endswith((".xml", ".rels")):
            continue
        part = contents(source.raw, [name])[name]
        tags += part.count(b"<")
        if tags > _MOST_TAGS:
            message = f"more than {_MOST_TAGS:,} tags are in it, four a cell; no programme has so many"
            raise ProgrammeError(message)
        root = Source(part).xml
        _check_sheets(root)
        merged += sum(map(_area, root.iter("{*}mergeCell")))
        formulas += next(root.iter("{*}f"), None) is not None
    if merged > _MOST_MERGED:
        message = f"more than {_MOST_MERGED:,} merged cells are in it; no programme has so many"
        raise ProgrammeError(message)
    return bool(formulas)


def _check_sheets(root: etree._Element) -> None:
    """Each sheet has a file of its own: one for many would be read as many times."""
    links = [told.get("Target", "") for told in root.iter("{*}Relationship") if told.get("Type", "").endswith(_SHEET)]
    files = [PurePosixPath(link).name for link in links]
    sheets = [link for sheet in root.iter("{*}sheet") if (link := sheet.get(_ID))]
    if len(set(files)) < len(files) or len(set(sheets)) < len(sheets):
        message = "several sheets are in one file"
        raise ProgrammeError(message)


def _area(merged: etree._Element) -> int:
    try:
        left, top, right, bottom = (number or 0 for number in range_boundaries(merged.get("ref") or ""))
    except ValueError:
        return 0
    return (right - left + 1) * (bottom - top + 1)


def _opened(raw: bytes, *, values: bool) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions such as colour rules, which nobody needs here
        try:
            return openpyxl.load_workbook(io.BytesIO(raw), data_only=values)
        except Exception as error:
            message = f"not a readable .xlsx file: {error}"
            raise ProgrammeError(message) from error


def _table(sheet: Worksheet, formulas: Worksheet | None, *, alone: bool) -> Table:
    last, widest = min(sheet.max_row, _MOST_ROWS), min(sheet.max_column, _MOST_COLUMNS)
    rows: list[list[object]] = [list(row) for row in sheet.iter_rows(max_row=last, max_col=widest, values_only=True)]
    if formulas:
        chains = _Chains(formulas)
        for number, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                row[column] = chains.value(f"{get_column_letter(column + 1)}{number}") if cell is None else cell
    for area in sheet.merged_cells.ranges:
        for number, column in _cells(area.bounds, last, widest):
            rows[number][column] = rows[area.min_row - 1][area.min_col - 1]
    return "" if alone else sheet.title, rows


class _Chains:
    """Values that formulas such as "=B3" refer to, where Excel left no result behind."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._known: dict[str, object] = {}

    def value(self, place: str) -> object:
        """What the formulas lead to from a cell; None for a circle and for formulas of any other kind."""
        passed: list[str] = []
        while place not in self._known:
            passed.append(place)
            told = self._sheet[place].value
            reference = _REFERENCE.fullmatch(told) if isinstance(told, str) else None
            self._known[place] = None if reference or str(told).startswith("=") else told
            place = f"{reference[1]}{reference[2]}" if reference else place
        found = self._known[place]
        self._known.update(dict.fromkeys(passed, found))
        return found


def _cells(bounds: tuple[int, int, int, int], last: int, widest: int) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = bounds
    for number in range(top - 1, min(bottom, last)):
        for column in range(left - 1, min(right, widest)):
            yield number, column
