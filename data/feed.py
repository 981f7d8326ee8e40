"""Where a programme comes from: a file or an address."""

import asyncio
from http import HTTPStatus
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urljoin

import aiohttp

from bot.domain.models import Venue
from data.formats.errors import ProgrammeError

LIMIT: Final = 20 * 1024 * 1024
"""Bytes a programme may have."""

_TIMEOUT: Final = aiohttp.ClientTimeout(total=60, sock_connect=10)


class Marks(NamedTuple):
    """An address's own marks of its content (ETag, Last-Modified), sent back so that it says when nothing is new."""

    etag: str = ""
    modified: str = ""


NO_MARKS: Final = Marks()


class Fetched(NamedTuple):
    """The content of a source and its marks."""

    content: bytes
    marks: Marks = NO_MARKS


def is_address(source: str) -> bool:
    """Whether a source is an address and not a file."""
    return source.startswith(("http://", "https://"))


async def fetch(source: str) -> bytes:
    """The content of a file or address; raises ProgrammeError, in one line, where it can't be had."""
    fetched = await fetch_newer(source, NO_MARKS)
    return fetched.content if fetched else b""


async def fetch_newer(source: str, marks: Marks) -> Fetched | None:
    """The content of a file or address, None where an address says that nothing is new; raises ProgrammeError."""
    return await _download(source, marks) if is_address(source) else Fetched(await asyncio.to_thread(_read, source))


def signature(path: str) -> tuple[int, int, int] | None:
    """Changes whenever the file does; None where there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


async def fetch_plan(source: str, venue: Venue | None) -> bytes:
    """The floor plan that lies beside a programme; empty where there is none or it can't be had."""
    if venue is None or not venue.plan or "/" in venue.plan or "\\" in venue.plan:
        return b""
    beside = urljoin(source, venue.plan) if is_address(source) else str(Path(source).with_name(venue.plan))
    try:
        return await fetch(beside)
    except ProgrammeError:
        return b""


def _read(path: str) -> bytes:
    try:
        size = Path(path).stat().st_size
        if size > LIMIT:
            raise ProgrammeError(_too_large(size))
        return Path(path).read_bytes()
    except OSError as error:
        raise ProgrammeError(str(error.strerror), path) from None


async def _download(address: str, marks: Marks) -> Fetched | None:
    told = {"If-None-Match": marks.etag, "If-Modified-Since": marks.modified}
    headers = {name: value for name, value in told.items() if value}
    try:
        async with (
            aiohttp.ClientSession(timeout=_TIMEOUT) as session,
            session.get(address, headers=headers) as response,
        ):
            if response.status == HTTPStatus.NOT_MODIFIED:
                return None
            if not response.ok:
                reason = f"the server answered {response.status}"
                raise ProgrammeError(reason, address)
            content = await response.content.read(LIMIT + 1)
            while len(content) <= LIMIT and (more := await response.content.read(LIMIT + 1 - len(content))):
                content += more
    except (aiohttp.ClientError, TimeoutError) as error:
        raise ProgrammeError(type(error).__name__, address) from None
    if len(content) > LIMIT:
        raise ProgrammeError(_too_large(len(content)))
    return Fetched(content, Marks(response.headers.get("ETag", ""), response.headers.get("Last-Modified", "")))


def _too_large(size: int) -> str:
    return f"the file is larger than {LIMIT // 1024 // 1024} MB ({size / 1024 / 1024:.0f} MB or more)"
