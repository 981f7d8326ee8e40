"""A live pretalx: event, submissions, breaks and speakers, page by page, as one document that its reader knows."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final
from urllib.parse import urljoin, urlsplit, urlunsplit

import aiohttp

from data import download
from data.download import Answer, Fetched, Marks
from data.formats.errors import ProgrammeError
from data.formats.fields import items, members, text
from data.formats.pretalx import is_break
from data.formats.source import Json, Source

MOST_PAGES: Final = 500
PATIENCE: Final = 60.0
"""Seconds waited in all where the server asks for patience; more is left to the next look."""

_PAUSE: Final = 5.0
_LONGEST: Final = 300.0
_SUBMISSIONS: Final = "submissions/?state=confirmed&expand=speakers,track,submission_type,slots,slots.room"
_SLOTS: Final = "slots/?expand=room"
_KEPT_BACK: Final = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})
_API: Final = re.compile(r"(.*/api/events/[^/]+)(?:/.*)?")
_PAGE: Final = re.compile(r"(.*?)/([^/]+)/(?:schedule|talk|speaker|featured)?/?")

Sleep = Callable[[float], Awaitable[None]]


def event_at(address: str) -> str | None:
    """The event that an address of pretalx's API belongs to; None for any other address."""
    scheme, host, path, _, _ = urlsplit(address)
    found = _API.fullmatch(path)
    return urlunsplit((scheme, host, f"{found[1]}/", "", "")) if found else None


def event_behind(address: str, page: bytes) -> str | None:
    """Where the API has the event of a page that pretalx shows people; None where that can't be."""
    scheme, host, path, _, _ = urlsplit(address)
    found = _PAGE.fullmatch(path if path.endswith("/") else f"{path}/")
    if not found or not page.lstrip().startswith(b"<") or b"pretalx" not in page.lower():
        return None
    return urlunsplit((scheme, host, f"{found[1]}/api/events/{found[2]}/", "", ""))


async def fetch(event: str, marks: Marks, sleep: Sleep = asyncio.sleep) -> Fetched | None:
    """The event's programme as JSON, None where every page says that nothing is new; raises ProgrammeError."""
    try:
        async with asyncio.timeout(_LONGEST), download.session() as client:
            if marks.etag and await _Visit(client, sleep).is_same(_tags(marks)):
                return None
            return await _Visit(client, sleep).everything(event)
    except TimeoutError:
        message = f"it took longer than {_LONGEST:.0f} seconds"
        raise ProgrammeError(message, event) from None


def _tags(marks: Marks) -> list[list[str]]:
    try:
        told = json.loads(marks.etag)
    except ValueError:
        return []
    return told if isinstance(told, list) else []


class _Visit:
    """One look at an event, bounded in pages, bytes and waiting."""

    def __init__(self, client: aiohttp.ClientSession, sleep: Sleep) -> None:
        self._client, self._sleep = client, sleep
        self._taken = 0
        self._patience = PATIENCE
        self._tags: list[tuple[str, str]] = []

    async def is_same(self, tags: list[list[str]]) -> bool:
        """Whether every page is still the one of that ETag."""
        for address, tag in tags:
            if (await self._ask(address, tag)).status != HTTPStatus.NOT_MODIFIED:
                return False
        return bool(tags)

    async def everything(self, address: str) -> Fetched:
        answer = await self._ask(address, redirects=True)
        event = await self._json(answer)
        base = answer.address
        told = {
            "event": event,
            "schedule": await self._pages(urljoin(base, _SUBMISSIONS)),
            "speakers": await self._pages(urljoin(base, "speakers/"), optional=True),
            "breaks": [slot for slot in await self._pages(urljoin(base, _SLOTS), optional=True) if is_break(slot)],
        }
        content = await asyncio.to_thread(json.dumps, told, ensure_ascii=False)
        tags = self._tags if all(tag for _, tag in self._tags) else []
        return Fetched(content.encode(), Marks(json.dumps(tags) if tags else ""))

    async def _pages(self, address: str, *, optional: bool = False) -> list[Json]:
        found: list[Json] = []
        seen: set[str] = set()
        following = address
        while following:
            if following in seen or len(self._tags) >= MOST_PAGES:
                message = f"its pages do not end; {len(seen)} were read"
                raise ProgrammeError(message, address)
            seen.add(following)
            answer = await self._ask(following)
            if optional and answer.status in _KEPT_BACK:
                return found
            page = members(await self._json(answer))
            found += items(page.get("results"))
            following = _next(following, text(page.get("next")))
        return found

    async def _ask(self, address: str, tag: str = "", *, redirects: bool = False) -> Answer:
        headers = {"Accept": "application/json", **({"If-None-Match": tag} if tag else {})}
        while True:
            answer = await download.ask(self._client, address, headers, self._taken, redirects=redirects)
            if answer.status != HTTPStatus.TOO_MANY_REQUESTS:
                self._taken += len(answer.content)
                return answer
            await self._wait(answer)

    async def _wait(self, answer: Answer) -> None:
        told = answer.headers.get("Retry-After", "")
        seconds = max(float(told), 1.0) if told.isdecimal() else _PAUSE
        if seconds > self._patience:
            message = f"the server wants to be left alone for {seconds:.0f} seconds"
            raise ProgrammeError(message, answer.address)
        self._patience -= seconds
        await self._sleep(seconds)

    async def _json(self, answer: Answer) -> Json:
        download.check(answer)
        self._tags.append((answer.address, answer.headers.get("ETag", "")))
        try:
            return await asyncio.to_thread(lambda: Source(answer.content).json)
        except ProgrammeError as error:
            raise ProgrammeError(error.reason, answer.address) from None


def _next(address: str, told: str) -> str:
    """The page that follows, on the same host whatever it says of its own scheme and port; "" for none."""
    if not told:
        return ""
    scheme, host, *_ = urlsplit(address)
    following = urlsplit(urljoin(address, told))
    if following.hostname != urlsplit(address).hostname:
        message = f"its next page is on another host, {following.hostname}"
        raise ProgrammeError(message, address)
    return urlunsplit((scheme, host, following.path, following.query, ""))
