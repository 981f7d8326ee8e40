"""What files made to cost as much as possible cost: each read by a process of its own, as large uploads are."""

import asyncio
import io
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from openpyxl import Workbook
from table import Figures

from data.formats.detect import read
from data.formats.errors import ProgrammeError

_SIZE: Final = 19_900_000
_CALENDAR: Final = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{}\nEND:VEVENT\nEND:VCALENDAR\n"
_EVENTS: Final = '{{"schedule": {{"conference": {{"days": [{{"rooms": {{"A": [{}]}}}}]}}}}}}'
_ROOM: Final = '<schedule><conference/><day date="2027-05-05"><room name="A">{}</room></day></schedule>'
_CHILD: Final = """
import re
import sys
from pathlib import Path
from data.formats.detect import read_here
from data.formats.errors import ProgrammeError
from data.formats.reading import Options
try:
    print(len(read_here(Path(sys.argv[1]).read_bytes(), Options(timezone="Europe/Oslo"), None).programme.sessions))
except ProgrammeError as error:
    print(error)
print(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def _filled(frame: str, piece: Callable[[int], str], apart: str = "", size: int = _SIZE) -> bytes:
    """So many pieces in the frame that the file has that size."""
    pieces, length = [], 0
    while length < size - len(frame):
        pieces.append(piece(len(pieces)))
        length += len(pieces[-1]) + len(apart)
    return frame.format(apart.join(pieces)).encode()


def _sheet() -> bytes:
    book, file = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    sheet.append(["title", "start"])
    for row in range(2, 4_900):
        sheet.append([f"={column}{row - 1}" for column in "ABCDEFGHIJKLMNOP"])
    book.save(file)
    return file.getvalue()


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 1_000_000_000)
    return file.getvalue()


_FILES: Final[dict[str, Callable[[], bytes]]] = {
    "JSON, 20 MB of numbers": lambda: _filled("[{}]", lambda _: "1", ","),
    "JSON, 500,000 sessions": lambda: _filled(
        '{{"expo": {{"name": "x", "timezone": "UTC"}}, "sessions": [{}]}}', lambda n: f'{{"id":"{n}"}}', ",", 5_500_000
    ),
    "schedule.json, 19,000 texts of tags": lambda: _filled(
        _EVENTS, lambda n: f'{{"title": "{n}", "abstract": "{"<p>" * 330}"}}', ","
    ),
    "schedule.xml, 2,000,000 events": lambda: _filled(_ROOM, lambda _: "<event/>"),
    "schedule.xml, 490,000 speakers": lambda: _filled(
        _ROOM.format("<event><title>a</title><persons>{}</persons></event>"),
        lambda _: "<person>a</person>",
        "",
        8_900_000,
    ),
    "iCalendar, 5,000,000 categories": lambda: _filled(_CALENDAR, lambda _: "\nCATEGORIES:a" + ",a" * 1_000),
    "iCalendar, 450,000 folds": lambda: _filled(_CALENDAR, lambda n: " " * (n > 0) + "a" * 43, "\n"),
    "CSV, 19,000 rows of text": lambda: _filled("title,start,abstract\n{}", lambda n: f"T{n},9:00,{'a' * 1_000}\n"),
    "CSV, 2,000,000 speakers": lambda: _filled("title,start,speakers\n{}", lambda n: f"T{n},9:00,{'Ola;' * 250}\n"),
    "a page of 250,000 scripts": lambda: _filled(
        "<html>{}", lambda n: f'<script type="application/ld+json">{{"@type": "Event", "name": "{n}"}}</script>'
    ),
    ".xlsx, 80,000 formulas": _sheet,
    ".xlsx of 1 GB": _zip,
}


async def measure() -> Figures:
    """Each file alone; then how long the loop waits while one is read that takes longest to hand over."""
    rows = [[name, *await asyncio.to_thread(_measured, make())] for name, make in _FILES.items()]
    lag = await _lag(_FILES["schedule.json, 19,000 texts of tags"]())
    return Figures(
        "Hostile files",
        ("", "size", "processor", "memory", "outcome"),
        rows,
        f"0.3 s and 50 MB of it start the process. While the third is read the loop waits {lag * 1000:.0f} ms at most.",
    )


def _measured(content: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "programme"
        path.write_bytes(content)
        command = [sys.executable, "-c", _CHILD, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - our own
            said, peak = (child.stdout.read() if child.stdout else "").splitlines()
            _, _, used = os.wait4(child.pid, 0)
            child.returncode = 0
    outcome = f"{said} sessions" if said.isdecimal() else said.partition(";")[0]
    seconds = used.ru_utime + used.ru_stime
    return [f"{len(content) / 1e6:.1f} MB", f"{seconds:.1f} s", f"{int(peak) / 1024:.0f} MB", outcome]


async def _lag(content: bytes) -> float:
    worst, reading = 0.0, asyncio.create_task(asyncio.to_thread(_read, content))
    while not reading.done():
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        worst = max(worst, time.perf_counter() - before - 0.001)
    return worst


def _read(content: bytes) -> None:
    try:
        read(content, timezone="Europe/Oslo")
    except ProgrammeError:
        return
