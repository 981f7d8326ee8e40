"""Renders parcels and sends them."""

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol

from telegram import InlineKeyboardMarkup
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.gate import Turn
from bot.delivery.outcome import fate
from bot.delivery.settling import Outcome
from bot.domain.outbox import Fate, Kind, Parcel, Row, State, TooEarlyError
from data import outbox
from data.database import Database

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


class Courier:
    """Says what became of each row; `pays`: broadcasts go at Telegram's paid rate."""

    def __init__(self, database: Database, bot: ExtBot[Turn], clock: Clock, render: Render, *, pays: bool) -> None:
        self._database = database
        self._bot = bot
        self._clock = clock
        self._render = render
        self._pays = pays

    async def deliver(self, parcel: Parcel, turn: Turn) -> list[Outcome]:
        """Send what is still wanted and in time, in one message."""
        standing = await self._database.read(lambda db: outbox.standing(db, [row.id for row in parcel]))
        outcomes = every((row for row in parcel if row.id not in standing), Fate(State.CANCELLED, "no longer wanted"))
        wanted, now = [row for row in parcel if row.id in standing], self._clock.now()
        late = [row for row in wanted if row.expires <= now.timestamp()]
        outcomes += every(late, Fate(State.EXPIRED, "too late"))
        timely = [row for row in wanted if row not in late]
        try:
            message, told = (self._render(timely, now) if timely else None) or (None, ())
            outcomes += every((row for row in timely if row not in told), Fate(State.CANCELLED, "no longer so"))
            timely = [row for row in timely if row in told]
            return outcomes + await self._sent(timely, message, turn) if message else outcomes
        except TooEarlyError:
            return outcomes + every(timely, Fate(State.PLANNED, "waits for the programme"))
        except TelegramError as error:
            return outcomes + every(timely, fate(error), int(self._clock.now().timestamp()))
        except Exception as error:  # noqa: BLE001 - one bad message must not stop the others
            _log.exception("a %s could not be sent", parcel[0].kind)
            return outcomes + every(timely, Fate(State.FAILED, type(error).__name__))

    async def _sent(self, rows: Parcel, message: Message, turn: Turn) -> list[Outcome]:
        sent = await self._send(rows[0], message, turn)
        return every(rows, sent, int(self._clock.now().timestamp()))

    async def _send(self, row: Row, message: Message, turn: Turn) -> Fate:
        sent = await self._bot.send_message(
            row.chat_id,
            message.text,
            parse_mode=ParseMode.HTML,
            reply_markup=message.keyboard,
            allow_paid_broadcast=True if self._pays and row.kind is Kind.BROADCAST else None,
            rate_limit_args=turn,
        )
        return Fate(State.SENT, message_id=sent.message_id)


def every(rows: Iterable[Row], fate: Fate, at: int = 0) -> list[Outcome]:
    """The same outcome for each of the rows."""
    return [Outcome(row, fate, at) for row in rows]
