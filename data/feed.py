"""Where a programme comes from: a file or an address."""

import asyncio
from pathlib import Path
from urllib.parse import urljoin

from bot.domain.models import Venue
from data import download
from data.download import NO_MARKS, Fetched, Marks, too_large
from data.formats.errors import ProgrammeError


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
        if size > download.LIMIT:
            raise ProgrammeError(too_large(size))
        return Path(path).read_bytes()
    except OSError as error:
        raise ProgrammeError(str(error.strerror), path) from None


async def _download(address: str, marks: Marks) -> Fetched | None:
    from data import pretalx_api  # noqa: PLC0415 - and lxml with it, which a bot without an address has no use for

    event = pretalx_api.event_at(address)
    if event:
        return await pretalx_api.fetch(event, marks)
    fetched = await download.download(address, marks)
    behind = pretalx_api.event_behind(address, fetched.content) if fetched else None
    try:
        found = await pretalx_api.fetch(behind, NO_MARKS) if behind else None
    except ProgrammeError:  # no pretalx after all, or one that keeps its API to itself
        return fetched
    return Fetched(found.content) if found else fetched
