"""Files to begin with: small ones of each format, our own exports, and real ones where they are at hand."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

import openpyxl

from bot.domain.models import Programme
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.export import write
from tests.data.formats.survey import FOLDER
from tests.fuzz import markup, trees

ZONE: Final = "Europe/Oslo"
_SMALL: Final = Path(__file__).parent / "seeds"
_FEW: Final = 8
_LINES: Final = 100
_BYTES: Final = 20_000
_END: Final = b"END:VEVENT"


class Seed(NamedTuple):
    """A file that can be read; `kind` is the suffix of its name."""

    name: str
    kind: str
    content: bytes
    programme: Programme


@cache
def seeds(reader: str, *, real: bool) -> list[Seed]:
    """The files of a reader."""
    return [seed for seed, by in _all(real=real) if by == reader]


@cache
def _all(*, real: bool) -> list[tuple[Seed, str]]:
    found = []
    for name, content in (*_small(), *_exports(), *(_real() if real else ())):
        kind = Path(name).suffix
        try:
            reading = read(content, name=name, timezone=ZONE)
        except ProgrammeError:
            continue
        found.append((Seed(name, kind, content, reading.programme), reading.format))
    return found


def _small() -> Iterator[tuple[str, bytes]]:
    for path in sorted(_SMALL.iterdir()):
        yield path.name, path.read_bytes()
    yield "openevent.zip", _packed((_SMALL / "openevent.json").read_bytes())
    for name in ("table.csv", "grid.csv"):
        yield f"{name}.xlsx", _workbook((_SMALL / name).read_text(encoding="utf-8"))


def _packed(sessions: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("sessions", sessions)
        archive.writestr("event", b'{"name": "Byen", "timezone": "Europe/Oslo", "start_time": "2027-05-05T09:00:00Z"}')
        archive.writestr("speakers", b'[{"id": 9, "name": "Kari", "short_biography": "Om"}]')
        archive.writestr("microlocations", b'[{"id": 7, "name": "Hall A"}]')
    return file.getvalue()


def _workbook(text: str) -> bytes:
    book = openpyxl.Workbook()
    for number, line in enumerate(text.splitlines(), 1):
        for column, cell in enumerate(line.split(";" if ";" in text else ","), 1):
            book.worksheets[0].cell(number, column).value = cell
    book.worksheets[0].merge_cells("B3:C3")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _exports() -> Iterator[tuple[str, bytes]]:
    sample = read(files("data").joinpath("sample", "programme.json").read_bytes()).programme
    few = sample.model_copy(update={"sessions": sample.sessions[:_FEW], "exhibitors": sample.exhibitors[:2]})
    few = few.model_copy(
        update={"exhibitors": tuple(one.model_copy(update={"sessions": ()}) for one in few.exhibitors)}
    )
    for suffix in ("json", "csv", "xlsx", "ics", "xml"):
        yield f"sample.{suffix}", write(few, suffix)


def _real() -> Iterator[tuple[str, bytes]]:
    for path in sorted(FOLDER.iterdir()) if FOLDER.is_dir() else ():
        content = path.read_bytes() if path.is_file() else b""
        if path.suffix == ".json":
            yield path.name, trees.thinned_file(content)
        elif path.suffix == ".xml":
            yield path.name, markup.thinned(content)
        elif path.suffix == ".csv":
            yield path.name, b"".join(content.splitlines(keepends=True)[:_LINES])
        elif path.suffix == ".ics":
            yield path.name, content[: content.rfind(_END, 0, _BYTES)] + _END + b"\nEND:VCALENDAR\n"
        elif path.suffix == ".xlsx":
            yield path.name, content
