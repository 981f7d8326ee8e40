"""Files on their way between the page and the local Bot API."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.playground.botapi import Person, UploadedFile
from bot.playground.botapi.chats import Message
from bot.playground.botapi.errors import RefusedError
from bot.playground.botapi.files import UPLOAD_LIMIT, StoredFile

_FORM: Final = 64 * 1024
"""Bytes a form may have beside its file."""
_PICTURES: Final = frozenset({"image/jpeg", "image/png", "image/webp"})
_SANDBOX: Final = {"Content-Security-Policy": "default-src 'none'; sandbox"}


@dataclass(frozen=True)
class Upload:
    """A file with what is written to it."""

    file: UploadedFile
    caption: str

    def send(self, person: Person) -> Message:
        """Send it as the person: a picture as a photo, where Telegram takes it for one."""
        if self.file.mime in _PICTURES:
            try:
                return person.photo(self.file.content, self.caption)
            except RefusedError:
                pass
        return person.upload(self.file.filename, self.file.content, self.file.mime, self.caption)


async def read_upload(request: Request, too_large: str) -> Upload:
    """The form's `file` and `caption`. Raises an HTTPException with the sentence `too_large` above 50 MB."""
    length = request.headers.get("content-length", "")
    if not length.isdigit():
        raise HTTPException(HTTPStatus.LENGTH_REQUIRED, "")
    if int(length) > UPLOAD_LIMIT + _FORM:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_large)
    async with request.form(max_files=1, max_fields=1) as form:
        file, caption = form.get("file"), form.get("caption", "")
        if not isinstance(file, UploadFile) or not isinstance(caption, str):
            raise HTTPException(HTTPStatus.BAD_REQUEST, "")
        content = await file.read()
    if len(content) > UPLOAD_LIMIT:
        raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, too_large)
    mime = file.content_type or "application/octet-stream"
    return Upload(UploadedFile(file.filename or "file", content, mime), caption)


def download(stored: StoredFile) -> Response:
    """The file, to be kept: never opened as a page of ours."""
    name = quote(stored.upload.filename, safe="")
    headers = {**_SANDBOX, "Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(stored.upload.content, media_type=stored.upload.mime, headers=headers)
