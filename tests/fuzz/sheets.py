"""Tables, calendars and zip files a little wrong."""

import csv
import io
import random
import zipfile
from collections.abc import Callable
from typing import Final

import openpyxl

from tests.fuzz import odd

_PROPERTIES: Final = (
    "RRULE:FREQ=DAILY;COUNT=5", "RRULE:FREQ=SECONDLY", "RRULE:FREQ=WEEKLY;UNTIL=99991231T235959Z;BYDAY=MO,99SU",
    "EXDATE:20270505T090000Z", "RDATE;VALUE=PERIOD:20270505T090000Z/PT1H", "RECURRENCE-ID:20270505", "DURATION:-P1D",
    "DTSTART;VALUE=DATE:20270505",
    "DTSTART;TZID=Romance Standard Time:20270505T090000", "DTSTART;TZID=a/../b:20270505T0",
    "DTEND:20270505T090000", "BEGIN:VALARM", "END:VEVENT", "BEGIN:VEVENT", "BEGIN:VTIMEZONE", "TZID:Europe/Oslo",
    "X-WR-TIMEZONE:Mars/Base", "STATUS:CANCELLED", "ORGANIZER;CN=", "CATEGORIES:a,b\\,c", "GEO:1", "ATTACH:CID:x",
    "PRODID:-//pretalx//x//y", "PRODID:-//CERN//INDICO//EN", "PRODID:-//Sched.com x//EN",
    "SUMMARY;LANGUAGE=nb:A - B, C",
)  # fmt: skip


def table(content: bytes, dice: random.Random, slips: int) -> bytes:
    """CSV with slips in its cells."""
    text = content.decode("utf-8", "replace")
    delimiter = max(",;\t|", key=text[:2000].count)
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) or [[]]
    for _ in range(slips):
        _cell_slip(rows, dice)
    file = io.StringIO()
    csv.writer(file, delimiter=dice.choice([delimiter] * 6 + [";", "\t"]), escapechar="\\").writerows(rows)
    return file.getvalue().encode(
        dice.choice(["utf-8"] * 8 + ["utf-8-sig", "utf-16", "cp1252", "mac_roman"]), "replace"
    )


def _cell_slip(rows: list[list[str]], dice: random.Random) -> None:
    row, other = dice.choice(rows), dice.choice(rows)
    if not row or not other:
        row.append(dice.choice(odd.TEXTS))
        return
    column, there = dice.randrange(len(row)), dice.randrange(len(other))
    kind = dice.randrange(7)
    if kind == 0:
        row[column], other[there] = other[there], row[column]
    elif kind == 1:
        del row[column]
    elif kind == 2:
        rows.insert(dice.randrange(len(rows) + 1), list(row))
    elif kind == 3:
        row.insert(column, dice.choice(odd.TEXTS))
    elif kind == 4:
        row[column] = odd.garbled(row[column], dice)
    elif kind == 5 and len(rows) > 1:
        rows.remove(row)
    else:
        row[column] = dice.choice(odd.TEXTS)


def calendar(content: bytes, dice: random.Random, slips: int) -> bytes:
    """A calendar with slips in its lines."""
    lines = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\n ", "").split("\n")
    for _ in range(slips):
        at = dice.randrange(len(lines))
        lines[at] = _line_slip(lines[at], dice.choice(lines), dice)
    return dice.choice(("\n", "\r\n")).join(lines).encode("utf-8", "replace")


def _line_slip(line: str, other: str, dice: random.Random) -> str:
    name, apart, value = line.partition(":")
    slips = (
        name + apart + odd.garbled(value, dice),
        name + apart + other.partition(":")[2],
        other.partition(":")[0] + apart + value,
        name + ";" + odd.garbled("TZID=Europe/Oslo", dice) + apart + value,
        line + "\n" + dice.choice(_PROPERTIES),
        line + "\n" + other,
        odd.garbled(line, dice),
        "",
    )
    return dice.choice(slips)


def workbook(content: bytes, dice: random.Random, slips: int) -> bytes:
    """An Excel sheet with slips in its cells."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    for _ in range(slips):
        sheet = dice.choice(book.worksheets)
        row, column = dice.randint(1, sheet.max_row + 1), dice.randint(1, sheet.max_column + 1)
        if dice.random() < 0.1:
            sheet.merge_cells(None, row, column, row + dice.randint(0, 3), column + dice.randint(0, 3))
        elif type(sheet.cell(row, column)).__name__ != "MergedCell":
            told = dice.choice(("=A1", "=B2", "=SUM(A1:B2)", 0.4, 46_510, 46_510.5, True, -1, "9:00 - 10:00", ""))
            sheet.cell(row, column).value = told if dice.random() < 0.7 else sheet.cell(1, column).value
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def archive(content: bytes, dice: random.Random, slip: Callable[[bytes], bytes]) -> bytes:
    """A zip file with a slip in one of the files in it."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        files = {name: old.read(name) for name in old.namelist()}
    wrong = dice.choice(list(files))
    files[wrong] = slip(files[wrong])
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name, told in files.items():
            new.writestr(name, told)
    return file.getvalue()
