"""Programme files organisers send: read, compared, and put in force once they say so."""

import asyncio
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.edits import Edit
from bot.domain.errors import PersonError
from bot.domain.excerpt import Excerpt
from bot.domain.notices import proposal_topic
from bot.services.updates import Done, Outlook, UpdateService
from data import notices, proposals
from data.database import Database
from data.formats.errors import ProgrammeError
from data.formats.first_use import read
from data.proposals import Offer

KEPT: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Proposed:
    """A programme that waits for ✅: how many sessions it has, what it would change, remarks on the file."""

    number: int
    sessions: int
    excerpt: Excerpt
    remarks: tuple[str, ...] = ()


class UploadService:
    """`timezone` counts where a file names none."""

    def __init__(self, database: Database, clock: Clock, updates: UpdateService, timezone: str) -> None:
        self._database = database
        self._clock = clock
        self._updates = updates
        self._timezone = timezone

    async def propose(self, content: bytes, name: str) -> Proposed:
        """Read a file and say what it would change; raises PersonError where it can't be read."""
        try:
            reading = await asyncio.to_thread(read, content, name=name, timezone=self._timezone)
        except ProgrammeError as error:
            raise PersonError("upload-broken", name=name, reason=str(error)) from None
        offer = Offer(reading.programme, b"", name, whole=reading.whole)
        outlook = await self._updates.outlook(offer)
        now = int(self._clock.now().timestamp())
        number = await self._database.write(lambda db: proposals.add(db, offer, now))
        excerpt = self._updates.excerpt(outlook)
        return Proposed(number, len(reading.programme.sessions), excerpt, tuple(map(str, reading.remarks)))

    async def outlook(self, number: int) -> Outlook:
        """What a proposal would change now; raises PersonError where it was decided on."""
        return await self._updates.outlook(await self._offer(number))

    async def accept(self, number: int) -> Done:
        """Put a proposal in force, once."""
        offer = await self._offer(number)

        def once(db: sqlite3.Connection, _: Sequence[Edit]) -> None:
            if not proposals.drop(db, number):
                raise PersonError("error-stale-button")
            notices.withdraw(db, proposal_topic(offer.source))

        return await self._updates.put_in_force(offer, once)

    async def decline(self, number: int) -> None:
        """Leave the programme in force as it is."""
        await self._database.write(lambda db: proposals.drop(db, number))

    async def forget_old(self) -> None:
        """Drop what nobody decided on for a day."""
        before = int((self._clock.now() - KEPT).timestamp())
        await self._database.write(lambda db: proposals.forget_before(db, before))

    async def _offer(self, number: int) -> Offer:
        offer = await self._database.read(lambda db: proposals.get(db, number))
        if offer is None:
            raise PersonError("error-stale-button")
        return offer
