"""A programme as CSV that spreadsheets open and `import` reads back."""

import csv
import io
from datetime import datetime
from typing import Final

from bot.domain.models import Programme
from data.formats.rows import HEADERS, Cell, rows

_FORMULA: Final = ("=", "+", "-", "@", "\t")


def write(programme: Programme) -> bytes:
    """UTF-8 with a byte order mark, without which Excel takes it for something older."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADERS)
    writer.writerows([_text(cell) for cell in row] for row in rows(programme))
    return text.getvalue().encode("utf-8-sig")


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    text = cell or ""
    # An apostrophe keeps a spreadsheet from running a title as a formula.
    return f"'{text}" if text.startswith(_FORMULA) else text
