"""Looks at the programme's source again and again; the last good programme stays."""

import asyncio
import hashlib
import logging
import sqlite3
from typing import Final

from bot.clock import Clock
from bot.services.notices import Conflict, Notice, SourceFails, SourceWorks, Suspicious
from bot.services.programme import ProgrammeService
from bot.services.updates import Outlook, UpdateService
from data import proposals, sources
from data.database import Database
from data.download import NO_MARKS, Fetched, Marks
from data.feed import fetch_newer, fetch_plan, is_address, signature
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.proposals import Offer

LOOK_SECONDS: Final = 1.0
"""How often `look` wants to be called; what costs more it does less often."""

_LONGEST_PAUSE: Final = 300.0

_log = logging.getLogger(__name__)


def digest_of(content: bytes, timezone: str) -> str:
    """Tells contents of a source apart, with what they are read by."""
    return hashlib.sha256(timezone.encode() + b"\n" + content).hexdigest()


class FeedService:
    """Puts the source's programme in force whenever that has changed. `refresh`: seconds between two downloads."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        programme: ProgrammeService,
        updates: UpdateService,
        source: str | None,
        timezone: str,
        refresh: float,
    ) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._updates = updates
        self._source = source
        self._timezone = timezone
        self._watch = _Download(clock, refresh) if source and is_address(source) else _Watch(source or "")
        self._notices: list[Notice] = []

    async def look(self) -> bool:
        """Take over what another process imported (True), then the source's programme if it has changed."""
        before = self._programme.loaded
        await self._programme.load()
        newer = before is not self._programme.loaded
        if newer:
            _log.info("programme version %d is in force", self._programme.current.version)
        if self._source and await self._watch.wants_a_look():
            try:
                await self._take(self._source)
            except ProgrammeError as error:
                await self._fails(self._source, error)
            except Exception:
                self._watch.again()
                raise
            else:
                await self._works(self._source)
        return newer

    def notices(self) -> list[Notice]:
        """What organisers are to be told, once."""
        told, self._notices = self._notices, []
        return told

    async def _take(self, source: str) -> None:
        known = await self._database.read(lambda db: sources.get(db, source))
        marks = known.marks if self._programme.loaded else NO_MARKS
        fetched = await fetch_newer(source, marks)
        if fetched is None:
            return
        digest = digest_of(fetched.content, self._timezone)
        if digest == known.digest and self._programme.loaded:
            return
        reading = await asyncio.to_thread(read, fetched.content, name=source, timezone=self._timezone)
        plan = await fetch_plan(source, reading.programme.expo.venue)
        await self._offer(Offer(reading.programme, plan, source, digest, reading.whole), fetched)

    async def _offer(self, offer: Offer, fetched: Fetched) -> None:
        outlook = await self._updates.outlook(offer)
        if outlook.suspicion:
            await self._ask(offer, outlook, fetched.marks)
            return
        done = await self._updates.put_in_force(
            offer, lambda db: sources.note(db, offer.source, offer.digest, fetched.marks)
        )
        self._notices += [Conflict(edit) for edit in done.conflicts]

    async def _ask(self, offer: Offer, outlook: Outlook, marks: Marks) -> None:
        now = int(self._clock.now().timestamp())

        def work(db: sqlite3.Connection) -> int:
            sources.note(db, offer.source, offer.digest, marks)
            return proposals.add(db, offer, now)

        number = await self._database.write(work)
        _log.warning("the programme in force stays until an organiser says ✅: the new one looks like a mistake")
        self._notices.append(Suspicious(number, len(offer.programme.sessions), outlook, offer.source))

    async def _fails(self, source: str, error: ProgrammeError) -> None:
        _log.error("the programme in force stays: %s", error)
        self._watch.failed()
        if await self._database.write(lambda db: sources.note_failing(db, source, failing=True)):
            self._notices.append(SourceFails(source, error.reason))

    async def _works(self, source: str) -> None:
        self._watch.worked()
        if (await self._database.read(lambda db: sources.get(db, source))).failing:
            await self._database.write(lambda db: sources.note_failing(db, source, failing=False))
            self._notices.append(SourceWorks(source))


class _Watch:
    """A file: worth reading when it has changed and lies still, as an editor writes it in pieces."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._read: object = ()
        self._seen: object = ()

    async def wants_a_look(self) -> bool:
        now = await asyncio.to_thread(signature, self._path)
        still = self._seen in (now, ())
        self._seen = now
        if now == self._read or not still:
            return False
        self._read = now
        return True

    def again(self) -> None:
        """Read it once more, through no fault of its own."""
        self._read = ()

    def failed(self) -> None:
        """Its content is looked at again when it has changed."""

    def worked(self) -> None:
        """The same."""


class _Download:
    """An address: worth asking every so often, less so while it fails."""

    def __init__(self, clock: Clock, refresh: float) -> None:
        self._clock = clock
        self._refresh = refresh
        self._failures = 0
        self._next = 0.0

    async def wants_a_look(self) -> bool:
        return self._clock.monotonic() >= self._next

    def again(self) -> None:
        self.failed()

    def failed(self) -> None:
        self._failures += 1
        longest = max(_LONGEST_PAUSE, self._refresh)
        self._next = self._clock.monotonic() + min(longest, self._refresh * 2.0 ** min(self._failures - 1, 16))

    def worked(self) -> None:
        self._failures = 0
        self._next = self._clock.monotonic() + self._refresh
