"""Sends what is due: claims rows of the outbox, paces them, writes down what became of each."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, Final, Protocol

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.backoff import backoff
from bot.delivery.gate import Priority, Turn
from bot.delivery.hands import Hands
from bot.delivery.lookahead import Lookahead
from bot.delivery.outcome import fate
from bot.delivery.pacer import Pacer
from bot.delivery.settling import Outcome, note, recover
from bot.delivery.tally import Tally
from bot.delivery.trouble import LONGEST_PAUSE, Trouble
from bot.domain.outbox import Fate, Kind, Parcel, Row, State, TooEarlyError
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
        bot: ExtBot[Turn],
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
        await asyncio.sleep(self._rest_until - self._clock.monotonic())
        free = self._hands.free
        parcels = await self._claim(free) if free else []
        self._hands.more = len(parcels) == free
        for parcel in parcels:
            self._hands.take(group, self._handle(parcel)).add_done_callback(lambda _: self.wake())
        if len(parcels) < free:
            self._arm(await self._lookahead.next())

    async def _claim(self, limit: int) -> list[Parcel]:
        now, until = self._seconds(), await self._lookahead.released()
        return await self._database.write(lambda db: outbox.claim(db, now, limit, until))

    async def _handle(self, parcel: Parcel) -> None:
        first = parcel[0]
        try:
            await self._chat_turn(first.chat_id)
            with self._hands.waiting():
                turn = await self._pacer.turn(_PRIORITIES[first.kind])
        except asyncio.CancelledError:
            await self._outcomes.add(_all(parcel, Fate(State.PLANNED)))
            raise
        began = self._clock.monotonic()
        await _to_the_end(self._settle(parcel, turn))
        self._lookahead.took(self._clock.monotonic() - began)

    async def _settle(self, parcel: Parcel, turn: Turn) -> None:
        outcomes = await self._deliver(parcel, turn)
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

    async def _deliver(self, parcel: Parcel, turn: Turn) -> list[Outcome]:
        now = self._clock.now()
        late = [row for row in parcel if row.expires <= now.timestamp()]
        outcomes = _all(late, Fate(State.EXPIRED, "too late"))
        timely = [row for row in parcel if row not in late]
        try:
            message, told = (self._render(timely, now) if timely else None) or (None, ())
            outcomes += _all((row for row in timely if row not in told), Fate(State.CANCELLED, "no longer so"))
            timely = [row for row in timely if row in told]
            return outcomes + await self._sent(timely, message, turn) if message else outcomes
        except TooEarlyError:
            return outcomes + _all(timely, Fate(State.PLANNED, "waits for the programme"))
        except TelegramError as error:
            return outcomes + _all(timely, fate(error), self._seconds())
        except Exception as error:  # noqa: BLE001 - one bad message must not stop the others
            _log.exception("a %s could not be sent", parcel[0].kind)
            return outcomes + _all(timely, Fate(State.FAILED, type(error).__name__))

    async def _sent(self, rows: Parcel, message: Message, turn: Turn) -> list[Outcome]:
        sent = await self._send(rows[0], message, turn)
        return _all(rows, sent, self._seconds())

    async def _send(self, row: Row, message: Message, turn: Turn) -> Fate:
        sent = await self._bot.send_message(
            row.chat_id,
            message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            allow_paid_broadcast=True if self._pacer.pays and row.kind is Kind.BROADCAST else None,
            rate_limit_args=turn,
        )
        return Fate(State.SENT, message_id=sent.message_id)

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


def _all(rows: Iterable[Row], fate: Fate, at: int = 0) -> list[Outcome]:
    return [Outcome(row, fate, at) for row in rows]
