"""Looks at the programme's source, at the start and again every so often; the last good programme stays."""

import asyncio
import hashlib
import logging

from bot.services.programme import ProgrammeService
from data.feed import fetch, fetch_plan
from data.formats.detect import read
from data.formats.errors import ProgrammeError

_log = logging.getLogger(__name__)


class FeedService:
    """Puts the source's programme in force whenever its content has changed."""

    def __init__(self, programme: ProgrammeService, source: str | None, timezone: str) -> None:
        self._programme = programme
        self._source = source
        self._timezone = timezone
        self._seen = ""

    async def look(self) -> None:
        """Take over what another process imported, then the source's programme if it has changed."""
        await self._programme.load()
        if self._source is None:
            return
        try:
            await self._take(self._source)
        except ProgrammeError as error:
            _log.error("the programme in force stays: %s", error)

    async def _take(self, source: str) -> None:
        content = await fetch(source)
        digest = hashlib.sha256(content).hexdigest()
        if digest == self._seen:
            return
        self._seen = digest
        reading = await asyncio.to_thread(read, content, name=source, timezone=self._timezone)
        plan = await fetch_plan(source, reading.programme.expo.venue)
        await self._programme.put_in_force(reading.programme, plan, source)
