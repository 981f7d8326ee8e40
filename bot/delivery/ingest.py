"""Updates in, at least once: stored before Telegram is told, handled in a chat's order, recognised if they return."""

import logging
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Final

from telegram import Update
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.deadline import Deadline
from bot.delivery.lanes import Lanes
from bot.delivery.reading import Raw, update_of
from bot.delivery.tally import Tally
from data import updates
from data.database import Database

AT_ONCE: Final = 256
DEADLINE_SECONDS: Final = 30.0
DRAIN_SECONDS: Final = 8.0
_WAITING: Final = 1000
"""Updates in hand beyond which no more are fetched."""

_REMEMBERED: Final = 2 * 24 * 60 * 60
"""Seconds; Telegram keeps an update for a day."""

_log = logging.getLogger(__name__)

Handle = Callable[[Update], Awaitable[None]]


class Ingest:
    """Takes updates from wherever they come; `apologise` is for one whose handling was cut off at the deadline."""

    def __init__(
        self,
        bot: ExtBot[Any],
        database: Database,
        clock: Clock,
        handle: Handle,
        apologise: Handle,
        *,
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        self._bot = bot
        self._database = database
        self._clock = clock
        self._handle = handle
        self._apologise = apologise
        self._deadline = deadline
        self._lanes = Lanes(AT_ONCE)
        self._done = Tally(self._write_done)

    async def resume(self) -> None:
        """Handle what the last process had taken in and not finished."""
        self._begin(await self._database.read(updates.unhandled))

    async def take(self, arrived: Iterable[Raw]) -> None:
        """Store updates, then have them handled; once this returns Telegram may be told."""
        batch = [*arrived]
        if batch:
            now = int(self._clock.real().timestamp())
            self._begin(await self._database.write(lambda db: updates.add(db, batch, now)))
        await self._lanes.below(_WAITING)

    def _begin(self, new: Iterable[Raw]) -> None:
        for raw in new:
            self._lanes.put(_chat(raw), self._one(raw))

    async def _one(self, raw: Raw) -> None:
        try:
            update = update_of(raw, self._bot)
            await self._in_time(update)
        except Exception:  # noqa: BLE001 - one bad update must not stop the others
            _log.exception("update %s could not be handled", raw["update_id"])
        await self._done.add(int(raw["update_id"]))

    async def _in_time(self, update: Update) -> None:
        try:
            async with Deadline(self._deadline):
                await self._handle(update)
        except TimeoutError:
            _log.error("update %s took longer than %.0f s and was cut off", update.update_id, self._deadline)
            await self._apologise(update)

    async def _write_done(self, update_ids: list[int]) -> None:
        await self._database.write(lambda db: updates.done(db, update_ids))

    @property
    def busy(self) -> bool:
        """Whether any update is still being handled."""
        return self._lanes.busy

    async def forget_old(self) -> None:
        """Drop the numbers of updates that Telegram keeps no longer."""
        before = int(self._clock.real().timestamp()) - _REMEMBERED
        await self._database.write(lambda db: updates.forget_before(db, before))

    async def drain(self, seconds: float = DRAIN_SECONDS) -> None:
        """Let what is in hand end, at most so long; the rest is handled at the next start."""
        if not await self._lanes.drained(seconds):
            _log.warning("some updates were not finished; they are handled at the next start")


def _chat(raw: Raw) -> int:
    """The chat an update belongs to, or else the person; 0 for neither."""
    for body in raw.values():
        if isinstance(body, dict):
            chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from") or {}
            return int(chat.get("id", 0))
    return 0
