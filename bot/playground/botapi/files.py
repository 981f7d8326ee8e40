"""Files sent and received, by their id and by the path they are fetched from."""

import base64
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Any, Final

from PIL import Image

from bot.playground.botapi.errors import RefusedError, refuse
from bot.playground.botapi.parameters import Call, UploadedFile

MEGABYTE: Final = 1024 * 1024
UPLOAD_LIMIT: Final = 50 * MEGABYTE
DOWNLOAD_LIMIT: Final = 20 * MEGABYTE
PHOTO_LIMIT: Final = 10 * MEGABYTE
_PHOTO_SIDES: Final = 10_000
_PHOTO_RATIO: Final = 20


@dataclass(frozen=True)
class StoredFile:
    """A file as Telegram keeps it."""

    file_id: str
    path: str
    upload: UploadedFile

    @property
    def unique_id(self) -> str:
        """The id that stays the same."""
        return self.file_id[-12:]

    def described(self) -> dict[str, Any]:
        """What every kind of file says of itself."""
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.upload.content),
        }


class Files:
    """All files of the bot."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, upload: UploadedFile, folder: str) -> StoredFile:
        """Store it under `documents`, `photos` or the like."""
        number = len(self._by_id)
        file_id = base64.urlsafe_b64encode(f"{folder[:1]}{number:026}".encode()).decode().rstrip("=")
        path = f"{folder}/file_{number}{PurePath(upload.filename).suffix}"
        stored = self._by_id[file_id] = self._by_path[path] = StoredFile(file_id, path, upload)
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file of that id."""
        return self._by_id.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        """The file at that path."""
        return self._by_path.get(path)

    def given(self, call: Call, name: str, folder: str) -> StoredFile:
        """The file a parameter stands for: one sent along, or one sent before."""
        value = call.text(name)
        upload = call.files.get(value.removeprefix("attach://") if value else name)
        if upload is not None:
            return self.keep(_checked(upload), folder)
        return self._known(value, name)

    def _known(self, value: str, name: str) -> StoredFile:
        if not value or value.startswith("attach://"):
            refuse(f"there is no {name} in the request")
        if value.startswith(("http://", "https://")):
            refuse("failed to get HTTP URL content")
        stored = self.get(value)
        if stored is None:
            refuse("wrong file identifier/HTTP URL specified")
        return stored


def document(stored: StoredFile) -> dict[str, Any]:
    """A message's `document`."""
    return {"file_name": stored.upload.filename, "mime_type": stored.upload.mime, **stored.described()}


def photo(stored: StoredFile) -> list[dict[str, Any]]:
    """A message's `photo`: its one size."""
    if len(stored.upload.content) > PHOTO_LIMIT:
        size = len(stored.upload.content)
        refuse(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_LIMIT} bytes")
    width, height = _dimensions(stored.upload.content)
    if width + height > _PHOTO_SIDES or max(width, height) > _PHOTO_RATIO * min(width, height):
        refuse("PHOTO_INVALID_DIMENSIONS")
    return [{"width": width, "height": height, **stored.described()}]


def _dimensions(content: bytes) -> tuple[int, int]:
    try:
        with Image.open(BytesIO(content)) as image:
            return image.size
    except (OSError, Image.DecompressionBombError):
        refuse("IMAGE_PROCESS_FAILED")


def _checked(upload: UploadedFile) -> UploadedFile:
    if len(upload.content) > UPLOAD_LIMIT:
        raise RefusedError(413, "Request Entity Too Large")
    if not upload.content:
        refuse("file must be non-empty")
    return upload
