"""Content from addresses, bounded in size and time."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final, NamedTuple

import aiohttp

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


class Answer(NamedTuple):
    """What a server said; `address` is where it said so, after redirects."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    address: str


def session() -> aiohttp.ClientSession:
    """One to call `ask` with; a call ends within a minute."""
    return aiohttp.ClientSession(timeout=_TIMEOUT)


async def ask(
    session: aiohttp.ClientSession, address: str, headers: Mapping[str, str], taken: int = 0, *, redirects: bool = True
) -> Answer:
    """The answer to a GET; raises ProgrammeError where there is none or, with `taken` bytes before it, too much."""
    try:
        async with session.get(address, headers=headers, allow_redirects=redirects) as response:
            content = b""
            while taken + len(content) <= LIMIT and (
                more := await response.content.read(LIMIT + 1 - taken - len(content))
            ):
                content += more
            answer = Answer(response.status, response.headers, content, str(response.url))
    except (aiohttp.ClientError, TimeoutError) as error:
        raise ProgrammeError(type(error).__name__, address) from None
    if taken + len(content) > LIMIT:
        raise ProgrammeError(too_large(taken + len(content)))
    return answer


async def download(address: str, marks: Marks) -> Fetched | None:
    """What is at an address, None where it says that nothing is new; raises ProgrammeError."""
    told = {"If-None-Match": marks.etag, "If-Modified-Since": marks.modified}
    async with session() as client:
        answer = await ask(client, address, {name: value for name, value in told.items() if value})
    if answer.status == HTTPStatus.NOT_MODIFIED:
        return None
    check(answer)
    return Fetched(answer.content, Marks(answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", "")))


def check(answer: Answer) -> None:
    """Raise ProgrammeError unless the server gave what it was asked for."""
    if answer.status != HTTPStatus.OK:
        message = f"the server answered {answer.status}"
        raise ProgrammeError(message, answer.address)


def too_large(size: int) -> str:
    """The sentence for content that is."""
    return f"the file is larger than {LIMIT // 1024 // 1024} MB ({size / 1024 / 1024:.0f} MB or more)"
