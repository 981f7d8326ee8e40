"""Zip files, which an .xlsx sheet is too, unpacked with care."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from data.formats.errors import ProgrammeError

LARGEST: Final = 50_000_000
"""Bytes a file may have unpacked."""

_MOST: Final = 1000
_BROKEN: Final = (zipfile.BadZipFile, zlib.error, ValueError, RuntimeError, OSError, EOFError, KeyError)


def is_packed(raw: bytes) -> bool:
    """Whether it is a zip file."""
    return raw.startswith(b"PK\x03\x04")


def names(raw: bytes) -> list[str]:
    """The names of the files inside. Raises ProgrammeError where it is broken or blown up beyond measure."""
    with _opened(raw) as archive:
        infos = archive.infolist()
    if len(infos) > _MOST or sum(info.file_size for info in infos) > LARGEST:
        message = f"unpacked it would be more than {LARGEST / 1e6:.0f} MB or {_MOST} files"
        raise ProgrammeError(message)
    return [info.filename for info in infos]


def size(raw: bytes) -> int:
    """Bytes a zip file has unpacked, none for any other. Raises ProgrammeError where it is broken."""
    if not is_packed(raw):
        return 0
    with _opened(raw) as archive:
        return sum(info.file_size for info in archive.infolist())


def contents(raw: bytes, wanted: Iterable[str], size: int = LARGEST) -> dict[str, bytes]:
    """These files out of it, up to `size` bytes of each. Raises ProgrammeError where it is broken."""
    with _opened(raw) as archive:
        return {name: archive.open(name).read(size) for name in wanted}


@contextmanager
def _opened(raw: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            yield archive
    except _BROKEN as error:
        message = "the zip or .xlsx file is broken"
        raise ProgrammeError(message) from error
