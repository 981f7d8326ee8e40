"""A programme as an Excel sheet; times are the expo's own, as Excel knows no offsets."""

import io
from datetime import datetime
from typing import Final

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Font

from bot.domain.models import Programme
from data.formats.rows import HEADERS, Cell, rows

_LONGEST: Final = 32_000
"""What a cell holds at most, nearly."""


def write(programme: Programme) -> bytes:
    """One sheet with a header row."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Programme"
    for number, row in enumerate([HEADERS, *rows(programme)], 1):
        for column, value in enumerate(row, 1):
            _fill(sheet.cell(number, column), value)
    for column in range(1, len(HEADERS) + 1):
        sheet.cell(1, column).font = Font(bold=True)
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _fill(cell: object, value: Cell) -> None:
    if not isinstance(cell, SheetCell) or not value:
        return
    if isinstance(value, datetime):
        cell.value, cell.number_format = value.replace(tzinfo=None), "yyyy-mm-dd hh:mm"
    else:
        cell.value, cell.data_type = value[:_LONGEST], "s"
