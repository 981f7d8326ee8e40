"""Sends what is due: claims rows of the outbox, paces them, writes down what became of each."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, Final

from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.backoff import backoff
from bot.delivery.courier import Courier, Render, every
from bot.delivery.gate import HeldError, Priority, Turn
from bot.delivery.hands import Hands
from bot.delivery.lookahead import Lookahead
from bot.delivery.pacer import Pacer
from bot.delivery.settling import Outcome, note, recover
from bot.delivery.tally import Tally
from bot.delivery.trouble import LONGEST_PAUSE, Trouble
from bot.domain.outbox import Fate, Kind, Parcel, State
from data import outbox
from data.database import Database

_CHAT_INTERVAL: Final = 1.0

_PRIORITIES: Final = {
    Kind.ANSWER: Priority.ANSWER,
    Kind.ALERT: Priority.ALERT,
    Kind.NOTICE: Priority.ALERT,
    Kind.REMINDER: Priority.REMINDER,
    Kind.BROADCAST: Priority.BROADCAST,
}

_log = logging.getLogger(__name__)


class Sender:
    """`run` until cancelled; `wake` it when something was planned. `arm` sets the alarm for the next due row."""

    def __init__(
        self,
        database: Database,
        bot: ExtBot[Turn],
        pacer: Pacer,
        clock: Clock,
        render: Render,
        arm: Callable[[datetime | None], None],
        later: outbox.Later = lambda at, _: at,
    ) -> None:
        self._database = database
        self._pacer = pacer
        self._clock = clock
        self._arm = arm
        self._courier = Courier(database, bot, clock, render, pays=pacer.pays)
        self._later = later
        self._woken = asyncio.Event()
        self._stopping = asyncio.Event()
        self._lookahead = Lookahead(database, pacer, clock)
        self._hands = Hands()
        self._last_sent: dict[int, float] = {}
        self._trouble = Trouble()
        self._rest_until = 0.0
        self._outcomes = Tally(self._write)

    def wake(self) -> None:
        """Look at the outbox again."""
        self._woken.set()

    async def run(self) -> None:
        """Recover what the last process left in the middle, then send what is due, for ever.

        When cancelled, what is under way is still written down; what had no turn yet is planned again.
        """
        await self._database.write(recover)
        await self._pacer.keep(self._database, self._clock)
        async with asyncio.TaskGroup() as group:
            try:
                while True:
                    await self._send_due(group)
                    await self._woken.wait()
            finally:
                self._stopping.set()

    async def _send_due(self, group: asyncio.TaskGroup) -> None:
        self._woken.clear()
        await asyncio.sleep(max(self._rest_until - self._clock.monotonic(), self._pacer.silence))
        free = self._hands.free
        parcels = await self._claim(free) if free else []
        self._hands.more = len(parcels) == free
        for parcel in parcels:
            self._hands.take(group, self._handle(parcel)).add_done_callback(lambda _: self.wake())
        if len(parcels) < free:
            self._arm(await self._lookahead.next())

    async def _claim(self, limit: int) -> list[Parcel]:
        now, until = self._seconds(), await self._lookahead.released()
        claiming = asyncio.ensure_future(
            self._database.write(lambda db: outbox.claim(db, now, limit, until, self._later))
        )
        try:
            return await asyncio.shield(claiming)
        except asyncio.CancelledError:
            for parcel in await claiming:
                await self._outcomes.add(every(parcel, Fate(State.PLANNED)))
            raise

    async def _handle(self, parcel: Parcel) -> None:
        first = parcel[0]
        try:
            await self._chat_turn(first.chat_id)
            with self._hands.waiting():
                turn = await self._pacer.turn(_PRIORITIES[first.kind])
        except HeldError:
            await self._outcomes.add(every(parcel, Fate(State.PLANNED, "Telegram wants silence")))
            return
        except asyncio.CancelledError:
            await self._outcomes.add(every(parcel, Fate(State.PLANNED)))
            raise
        began = self._clock.monotonic()
        await _to_the_end(self._settle(parcel, turn))
        self._lookahead.took(self._clock.monotonic() - began)

    async def _settle(self, parcel: Parcel, turn: Turn) -> None:
        outcomes = await self._courier.deliver(parcel, turn)
        fates = {outcome.fate for outcome in outcomes}
        for one in fates:
            self._go_easy(one)
        if not any(one.unreachable for one in fates):
            self._hands.replied()
        if doubtful := [outcome.row.attempts for outcome in outcomes if outcome.fate.state is State.UNKNOWN]:
            # Kept back for a while, since a server that has just stumbled is likely to stumble again.
            with self._aside(), suppress(TimeoutError):
                async with asyncio.timeout(backoff(1 + max(doubtful), LONGEST_PAUSE)):
                    await self._stopping.wait()
        await self._outcomes.add(outcomes)

    async def _write(self, outcomes: "list[list[Outcome]]") -> None:
        together = [outcome for group in outcomes for outcome in group]
        await self._database.write(lambda db: note(db, together))

    async def _chat_turn(self, chat_id: int) -> None:
        now = self._clock.monotonic()
        allowed = self._last_sent.get(chat_id, -_CHAT_INTERVAL) + _CHAT_INTERVAL
        at = max(now + self._pacer.held(chat_id), allowed)
        self._last_sent = {chat: last for chat, last in self._last_sent.items() if last > now - _CHAT_INTERVAL}
        self._last_sent[chat_id] = at
        if at > now:
            with self._aside():
                await asyncio.sleep(at - now)

    @contextmanager
    def _aside(self) -> Iterator[None]:
        """Let others go on meanwhile."""
        self.wake()
        with self._hands.asleep():
            yield

    def _go_easy(self, fate: Fate) -> None:
        pause, now = self._trouble.met(fate), self._clock.monotonic()
        if pause and now >= self._rest_until:
            self._rest_until = now + pause
            _log.warning("Telegram can't be reached; trying again in %.1f s", pause)

    def _seconds(self) -> int:
        return int(self._clock.now().timestamp())


async def _to_the_end(work: Coroutine[Any, Any, None]) -> None:
    """Do it even when cancelled meanwhile: what was sent must be written down."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
