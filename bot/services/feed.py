"""Looks at the programme's source again and again; the last good programme stays."""

import asyncio
import hashlib
import logging
import sqlite3
from collections.abc import Sequence
from typing import Final

from bot.clock import Clock
from bot.domain.edits import Edit
from bot.domain.notices import Suspicious, proposal_topic
from bot.services.notices import Notices
from bot.services.programme import ProgrammeService
from bot.services.updates import Outlook, UpdateService
from data import notices, proposals, sources
from data.database import Database
from data.download import NO_MARKS, Marks
from data.feed import fetch_newer, fetch_plan, is_address, signature
from data.formats.errors import ProgrammeError
from data.formats.first_use import read
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
        tell: Notices,
        source: str | None,
        timezone: str,
        refresh: float,
    ) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._updates = updates
        self._tell = tell
        self._source = source
        self._timezone = timezone
        self._watch = _Download(clock, refresh) if source and is_address(source) else _Watch(source or "")

    async def look(self) -> bool:
        """Take over what another process imported, then the source's programme if it has changed.

        True where the programme in force is another process's, or there is something to tell organisers.
        """
        before = self._programme.loaded
        await self._programme.load()
        news = before is not self._programme.loaded
        if news:
            _log.info("programme version %d is in force", self._programme.current.version)
        if self._source and await self._watch.wants_a_look():
            return await self._read_again(self._source) or news
        return news

    async def _read_again(self, source: str) -> bool:
        """Take its programme; whether there is something to tell organisers."""
        try:
            suspicious = await self._take(source)
        except ProgrammeError as error:
            return await self._fails(source, error)
        except Exception:
            self._watch.again()
            raise
        return await self._works(source) or suspicious

    async def _take(self, source: str) -> bool:
        """Put it in force, or before the organisers where it looks like a mistake (True)."""
        known = await self._database.read(lambda db: sources.get(db, source))
        marks = known.marks if self._programme.loaded else NO_MARKS
        fetched = await fetch_newer(source, marks)
        if fetched is None:
            return False
        digest = digest_of(fetched.content, self._timezone)
        if digest == known.digest and self._programme.loaded:
            return False
        reading = await asyncio.to_thread(read, fetched.content, name=source, timezone=self._timezone)
        plan = await fetch_plan(source, reading.programme.expo.venue)
        return await self._offer(Offer(reading.programme, plan, source, digest, reading.whole), fetched.marks)

    async def _offer(self, offer: Offer, marks: Marks) -> bool:
        outlook = await self._updates.outlook(offer)
        if outlook.suspicion:
            await self._ask(offer, outlook, marks)
            return True

        def also(db: sqlite3.Connection, conflicts: Sequence[Edit]) -> None:
            sources.note(db, offer.source, offer.digest, marks)
            notices.withdraw(db, proposal_topic(offer.source))
            self._tell.conflicts(db, conflicts, self._clock.now())

        await self._updates.put_in_force(offer, also)
        return False

    async def _ask(self, offer: Offer, outlook: Outlook, marks: Marks) -> None:
        now, sessions, excerpt = self._clock.now(), len(offer.programme.sessions), self._updates.excerpt(outlook)

        def work(db: sqlite3.Connection) -> None:
            sources.note(db, offer.source, offer.digest, marks)
            number = proposals.add(db, offer, int(now.timestamp()))
            notice = Suspicious(number=number, sessions=sessions, excerpt=excerpt, source=offer.source)
            self._tell.suspicious(db, notice, now)

        await self._database.write(work)
        _log.warning("the programme in force stays until an organiser says ✅: the new one looks like a mistake")

    async def _fails(self, source: str, error: ProgrammeError) -> bool:
        _log.error("the programme in force stays: %s", error)
        self._watch.failed()
        reason = error.reason if error.place in ("", source) else str(error)

        def work(db: sqlite3.Connection) -> bool:
            new = sources.note_failing(db, source, failing=True)
            if new:
                self._tell.fails(db, source, reason, self._clock.now())
            return new

        return await self._database.write(work)

    async def _works(self, source: str) -> bool:
        self._watch.worked()
        if not (await self._database.read(lambda db: sources.get(db, source))).failing:
            return False

        def work(db: sqlite3.Connection) -> None:
            sources.note_failing(db, source, failing=False)
            self._tell.works(db, source, self._clock.now())

        await self._database.write(work)
        return True


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
