"""Zip files, which an .xlsx sheet is too, unpacked with care."""

import io
import zipfile
from typing import Final

from data.formats.errors import ProgrammeError

LARGEST: Final = 100_000_000
"""Bytes a file may have unpacked."""

_MOST: Final = 1000


def unpacked_names(raw: bytes) -> list[str]:
    """The names of the files inside. Raises ProgrammeError where it is broken or blown up beyond measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        message = f"not a readable zip or .xlsx file: {error}"
        raise ProgrammeError(message) from error
    if len(infos) > _MOST or sum(info.file_size for info in infos) > LARGEST:
        message = f"unpacked it would be more than {LARGEST / 1e6:.0f} MB or {_MOST} files"
        raise ProgrammeError(message)
    return [info.filename for info in infos]


def unpacked(raw: bytes, names: list[str]) -> dict[str, bytes]:
    """These files out of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, RuntimeError, OSError, NotImplementedError, EOFError) as error:
        message = f"not a readable zip file: {error}"
        raise ProgrammeError(message) from error
