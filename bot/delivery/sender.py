"""Sends what is due: claims rows of the outbox, paces them, writes down what became of each."""

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Coroutine, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, Final, Protocol

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.backoff import backoff
from bot.delivery.outcome import fate
from bot.delivery.pacer import Pacer, Priority
from bot.domain.outbox import Fate, Kind, Parcel, Row, State, TooEarlyError
from data import attendees, outbox
from data.database import Database

IN_FLIGHT: Final = 8
TRIES: Final = 3
_LONGEST_PAUSE: Final = 60.0
_CHAT_INTERVAL: Final = 1.0
_PRIORITIES: Final = {
    Kind.ANSWER: Priority.ANSWER,
    Kind.ALERT: Priority.ALERT,
    Kind.REMINDER: Priority.REMINDER,
    Kind.BROADCAST: Priority.BROADCAST,
}

_log = logging.getLogger(__name__)


class Message(Protocol):
    """What is to be sent: Telegram's HTML and the buttons under it."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons."""


Render = Callable[[Parcel, datetime], "tuple[Message, Sequence[Row]] | None"]
"""Renders rows at a moment into one message, and says which it tells; the others (their session is gone, the change was
taken back) have become pointless. May raise TooEarlyError.
"""


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
        self._in_hand: set[asyncio.Task[None]] = set()
        self._last_sent: dict[int, float] = {}
        self._troubles = 0
        self._rest_until = 0.0

    def wake(self) -> None:
        """Look at the outbox again."""
        self._woken.set()

    async def run(self) -> None:
        """Recover what the last process left in the middle, then send what is due, for ever.

        When cancelled, what is under way is still written down; what had no turn yet is planned again.
        """
        await self._database.write(_recover)
        async with asyncio.TaskGroup() as group:
            while True:
                self._woken.clear()
                await asyncio.sleep(self._rest_until - self._clock.monotonic())
                free = IN_FLIGHT - len(self._in_hand)
                parcels = await self._claim(free)
                for parcel in parcels:
                    task = group.create_task(self._handle(parcel))
                    self._in_hand.add(task)
                    task.add_done_callback(self._handled)
                if len(parcels) < free:
                    self._arm(await self._next_due())
                await self._woken.wait()

    def _handled(self, task: asyncio.Task[None]) -> None:
        self._in_hand.discard(task)
        self._woken.set()

    async def _claim(self, limit: int) -> list[Parcel]:
        now = self._seconds()
        return await self._database.write(lambda db: outbox.claim(db, now, limit)) if limit else []

    async def _next_due(self) -> datetime | None:
        due = await self._database.read(outbox.next_due)
        return None if due is None else datetime.fromtimestamp(due, UTC)

    async def _handle(self, parcel: Parcel) -> None:
        first = parcel[0]
        try:
            await self._chat_turn(first.chat_id)
            await self._pacer.turn(_PRIORITIES[first.kind])
        except asyncio.CancelledError:
            await self._database.write(lambda db: _note(db, _all(parcel, Fate(State.PLANNED)), now=0))
            raise
        await _to_the_end(self._settle(parcel))

    async def _settle(self, parcel: Parcel) -> None:
        outcomes = await self._deliver(parcel)
        now = self._seconds()
        await self._database.write(lambda db: _note(db, outcomes, now))
        for outcome in {outcome for _, outcome in outcomes}:
            self._go_easy(outcome)

    async def _deliver(self, parcel: Parcel) -> "Outcomes":
        now = self._clock.now()
        late = [row for row in parcel if row.expires <= now.timestamp()]
        outcomes = _all(late, Fate(State.EXPIRED, "too late"))
        timely = [row for row in parcel if row not in late]
        try:
            message, told = (self._render(timely, now) if timely else None) or (None, ())
            outcomes += _all((row for row in timely if row not in told), Fate(State.CANCELLED, "no longer so"))
            timely = [row for row in timely if row in told]
            return outcomes + _all(timely, await self._send(timely[0], message)) if message else outcomes
        except TooEarlyError:
            return outcomes + _all(timely, Fate(State.PLANNED, "waits for the programme"))
        except TelegramError as error:
            return outcomes + _all(timely, fate(error))
        except Exception as error:  # noqa: BLE001 - one bad message must not stop the others
            _log.exception("a %s could not be sent", parcel[0].kind)
            return outcomes + _all(timely, Fate(State.FAILED, type(error).__name__))

    async def _send(self, row: Row, message: Message) -> Fate:
        sent = await self._bot.send_message(
            row.chat_id,
            message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            allow_paid_broadcast=True if self._pacer.pays and row.kind is Kind.BROADCAST else None,
            rate_limit_args=_PRIORITIES[row.kind],
        )
        return Fate(State.SENT, message_id=sent.message_id)

    async def _chat_turn(self, chat_id: int) -> None:
        now = self._clock.monotonic()
        at = max(now, self._last_sent.get(chat_id, -_CHAT_INTERVAL) + _CHAT_INTERVAL)
        self._last_sent = {chat: last for chat, last in self._last_sent.items() if last > now - _CHAT_INTERVAL}
        self._last_sent[chat_id] = at
        await asyncio.sleep(at - now)

    def _go_easy(self, outcome: Fate) -> None:
        now = self._clock.monotonic()
        if outcome.state is State.SENT:
            self._troubles = 0
        elif outcome.unreachable and now >= self._rest_until:
            self._troubles += 1
            pause = backoff(self._troubles, _LONGEST_PAUSE)
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


def _recover(db: sqlite3.Connection) -> None:
    for row_id, attempts in outbox.stranded(db):
        _again(db, row_id, attempts, "the process ended while it was being sent")


def _again(db: sqlite3.Connection, row_id: int, attempts: int, reason: str) -> None:
    """A send of unknown outcome: repeated, since twice is better than never, but not for ever."""
    if attempts >= TRIES:
        outbox.mark(db, row_id, Fate(State.UNKNOWN, reason), now=0)
    else:
        outbox.put_back(db, row_id, attempts=attempts, reason=reason)


Outcomes = list[tuple[Row, Fate]]


def _all(rows: Iterable[Row], outcome: Fate) -> Outcomes:
    return [(row, outcome) for row in rows]


def _note(db: sqlite3.Connection, outcomes: Outcomes, now: int) -> None:
    for row, outcome in outcomes:
        _note_one(db, row, outcome, now)


def _note_one(db: sqlite3.Connection, row: Row, outcome: Fate, now: int) -> None:
    if outcome.state is State.UNKNOWN:
        _again(db, row.id, row.attempts + 1, outcome.reason)
    elif outcome.state is State.PLANNED:
        outbox.put_back(db, row.id, attempts=row.attempts, reason=outcome.reason)
    else:
        outbox.mark(db, row.id, outcome, now)
    if outcome.state is State.BLOCKED:
        attendees.mark_blocked(db, row.chat_id, now)
        outbox.settle_blocked(db, row.chat_id, outcome.reason)
