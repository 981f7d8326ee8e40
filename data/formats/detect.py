"""Which format a programme file is in, told by its content; and its programme."""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from data.formats import (
    apart,
    csv_file,
    europython_xml,
    frab_json,
    frab_xml,
    ical,
    indico,
    javabin,
    jsonld,
    native,
    openevent,
    pretalx,
    programapi,
    records,
    schedule2,
    sessionize,
    xlsx_file,
)
from data.formats.errors import ProgrammeError
from data.formats.fields import objects
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
    jsonld,
    records,
    xlsx_file,
    csv_file,
)

_SHOWN: Final = 6

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
    options = Options(name=name, timezone=timezone, mapping=mapping or {})
    return (apart.read if apart.is_large(content) else read_here)(content, options, format)


def read_here(content: bytes, options: Options, format: str | None) -> Reading:  # noqa: A002 - as above
    """The same in this process, however large it is."""
    source = Source(content)
    reading: Reading = _module(source, format).read(source, options)
    return reading


def _module(source: Source, wanted: str | None) -> ModuleType:
    if wanted is not None:
        for module in _FORMATS:
            if wanted == module.NAME and module.probe(source):
                return module
        if wanted in NAMES:
            message = f"this is no {wanted} file"
            raise ProgrammeError(message)
        message = f"no format {wanted!r}; there are {', '.join(NAMES)}"
        raise ProgrammeError(message)
    for module in _FORMATS:
        if module.probe(source):
            return module
    message = f"{_what(source)}; what can be read: {', '.join(NAMES)}"
    raise ProgrammeError(message)


def _what(source: Source) -> str:
    foreign = next((what for start, what in _FOREIGN.items() if source.raw.startswith(start)), "")
    if foreign or not source.is_json:
        return f"this is {foreign or 'no programme'}"
    thing = next(iter(objects(source.json)), {})
    return f"this is JSON without sessions; it holds {', '.join(list(thing)[:_SHOWN]) or 'nothing that has a name'}"
