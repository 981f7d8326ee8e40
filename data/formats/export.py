"""Writes a programme in the formats that `expobot export` offers."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.domain.models import Programme
from data.formats import native, write_csv, write_ics, write_xlsx, write_xml
from data.formats.errors import ProgrammeError

_WRITERS: Final[Mapping[str, Callable[[Programme], bytes]]] = {
    "json": native.write,
    "csv": write_csv.write,
    "xlsx": write_xlsx.write,
    "ics": write_ics.write,
    "xml": write_xml.write,
}

NAMES: Final = tuple(_WRITERS)
"""The formats there are to write."""


def write(programme: Programme, format: str = "json") -> bytes:  # noqa: A002 - the word of the command line
    """The programme as a file. Raises ProgrammeError for a format that cannot be written."""
    if format not in _WRITERS:
        message = f"no format {format!r} to write; there are {', '.join(NAMES)}"
        raise ProgrammeError(message)
    return _WRITERS[format](programme)
