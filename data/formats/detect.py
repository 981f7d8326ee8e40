"""Which format a programme file is in, told by its content; and its programme."""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from data.formats import (
    europython_xml,
    frab_json,
    frab_xml,
    ical,
    indico,
    javabin,
    native,
    openevent,
    pretalx,
    programapi,
    schedule2,
    sessionize,
)
from data.formats.errors import ProgrammeError
from data.formats.reading import Options, Reading
from data.formats.source import Source

_FORMATS: Final[tuple[ModuleType, ...]] = (
    native,
    frab_xml,
    europython_xml,
    frab_json,
    schedule2,
    sessionize,
    javabin,
    indico,
    programapi,
    pretalx,
    openevent,
    ical,
)

NAMES: Final = tuple(str(module.NAME) for module in _FORMATS)
"""The names `format` may have."""

_FOREIGN: Final = {
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word file; save it as .xlsx or .csv",
    b"\x1f\x8b": "a compressed file; unpack it first",
    b"PK\x03\x04": "a zip file or a document that is no .xlsx sheet",
}


def read(
    content: bytes,
    *,
    name: str = "",
    timezone: str | None = None,
    format: str | None = None,  # noqa: A002 - the word of the command line
    mapping: Mapping[str, str] | None = None,
) -> Reading:
    """The programme in a file's content. Raises ProgrammeError, in one line, where there is none.

    `timezone` (IANA) counts where the file names none, `mapping` says which column is which field.
    """
    source = Source(content)
    options = Options(name=name, timezone=timezone, mapping=mapping or {})
    reading: Reading = _module(source, format).read(source, options)
    return reading


def _module(source: Source, wanted: str | None) -> ModuleType:
    if wanted is not None:
        for module in _FORMATS:
            if wanted == module.NAME:
                return module
        message = f"no format {wanted!r}; there are {', '.join(NAMES)}"
        raise ProgrammeError(message)
    for module in _FORMATS:
        if module.probe(source):
            return module
    what = next((what for start, what in _FOREIGN.items() if source.raw.startswith(start)), "no programme")
    message = f"this is {what}; what can be read: {', '.join(NAMES)}"
    raise ProgrammeError(message)
