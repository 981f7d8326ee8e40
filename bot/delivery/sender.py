"""Sends what is due: claims rows of the outbox, paces them, writes down what became of each."""

import asyncio
import logging
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, Protocol

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.outcome import fate
from bot.delivery.pacer import Pacer, Priority
from bot.domain.outbox import Fate, Kind, Row, State
from data import attendees, outbox
from data.database import Database

IN_FLIGHT: Final = 8
TRIES: Final = 3
_LONGEST_PAUSE: Final = 60.0
_CHAT_INTERVAL: Final = 1.0

_log = logging.getLogger(__name__)


class Message(Protocol):
    """What is to be sent: Telegram's HTML and the buttons under it."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons."""


Render = Callable[[Row, datetime], "Message | None"]
"""Renders a row at a moment; None where it has become pointless (its session is gone)."""


class Sender:
    """`run` until cancelled; `wake` it when something was planned. `arm` sets the alarm for the next due row."""

    def __init__(
        self,
        database: Database,
        bot: ExtBot[Priority],
        pacer: Pacer,
        clock: Clock,
        render: Render,
        arm: Callable[[datetime | None], None],
    ) -> None:
        self._database = database
        self._bot = bot
        self._pacer = pacer
        self._clock = clock
        self._render = render
        self._arm = arm
        self._woken = asyncio.Event()
        self._last_sent: dict[int, float] = {}
        self._troubles = 0

    def wake(self) -> None:
        """Look at the outbox again."""
        self._woken.set()

    async def run(self) -> None:
        """Recover what the last process left in the middle, then send what is due, for ever."""
        await self._database.write(_recover)
        while True:
            self._woken.clear()
            if not await self._round():
                self._arm(await self._next_due())
                await self._woken.wait()

    async def _next_due(self) -> datetime | None:
        due = await self._database.read(outbox.next_due)
        return None if due is None else datetime.fromtimestamp(due, UTC)

    async def _round(self) -> bool:
        now = self._seconds()
        rows = await self._database.write(lambda db: outbox.claim(db, now, IN_FLIGHT))
        if not rows:
            return False
        fates = await asyncio.gather(*(self._deliver(row) for row in rows))
        now = self._seconds()
        await self._database.write(lambda db: _note(db, zip(rows, fates, strict=True), now))
        await self._pause_if_unreachable(fates)
        return True

    async def _deliver(self, row: Row) -> Fate:
        message = self._render(row, self._clock.now())
        if message is None:
            return Fate(State.CANCELLED, "no longer in the programme")
        try:
            return await self._send(row, message)
        except TelegramError as error:
            return fate(error)
        except Exception as error:  # noqa: BLE001 - one bad message must not stop the others
            _log.exception("a %s could not be sent", row.kind)
            return Fate(State.FAILED, type(error).__name__)

    async def _send(self, row: Row, message: Message) -> Fate:
        await self._chat_turn(row.chat_id)
        if row.expires <= self._seconds():
            return Fate(State.EXPIRED, "too late")
        priority = Priority.REMINDER if row.kind is Kind.REMINDER else Priority.BROADCAST
        paid = True if self._pacer.pays and row.kind is Kind.BROADCAST else None
        sent = await self._bot.send_message(
            row.chat_id,
            message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            allow_paid_broadcast=paid,
            rate_limit_args=priority,
        )
        return Fate(State.SENT, message_id=sent.message_id)

    async def _chat_turn(self, chat_id: int) -> None:
        now = self._clock.monotonic()
        at = max(now, self._last_sent.get(chat_id, -_CHAT_INTERVAL) + _CHAT_INTERVAL)
        self._last_sent = {chat: last for chat, last in self._last_sent.items() if last > now - _CHAT_INTERVAL}
        self._last_sent[chat_id] = at
        await asyncio.sleep(at - now)

    async def _pause_if_unreachable(self, fates: list[Fate]) -> None:
        if not any(one.unreachable for one in fates):
            self._troubles = 0
            return
        self._troubles += 1
        pause = min(_LONGEST_PAUSE, 2.0**self._troubles / 2) * random.uniform(0.5, 1)  # noqa: S311 - jitter
        _log.warning("Telegram can't be reached; trying again in %.1f s", pause)
        await asyncio.sleep(pause)

    def _seconds(self) -> int:
        return int(self._clock.now().timestamp())


def _recover(db: sqlite3.Connection) -> None:
    for row_id, attempts in outbox.stranded(db):
        _again(db, row_id, attempts, "the process ended while it was being sent")


def _again(db: sqlite3.Connection, row_id: int, attempts: int, reason: str) -> None:
    """A send of unknown outcome: repeated, since twice is better than never, but not for ever."""
    if attempts >= TRIES:
        outbox.mark(db, row_id, Fate(State.UNKNOWN, reason), now=0)
    else:
        outbox.put_back(db, row_id, attempts=attempts, reason=reason)


def _note(db: sqlite3.Connection, outcomes: "zip[tuple[Row, Fate]]", now: int) -> None:
    for row, outcome in outcomes:
        if outcome.state is State.UNKNOWN:
            _again(db, row.id, row.attempts + 1, outcome.reason)
        elif outcome.state is State.PLANNED:
            outbox.put_back(db, row.id, attempts=row.attempts, reason=outcome.reason)
        else:
            outbox.mark(db, row.id, outcome, now)
        if outcome.state is State.BLOCKED:
            attendees.mark_blocked(db, row.chat_id, now)
            outbox.settle_blocked(db, row.chat_id, outcome.reason)
