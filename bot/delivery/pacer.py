"""One pace for everything a token sends: smooth, the urgent first, silent for as long as Telegram asks."""

import asyncio
import logging
import math
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Final

from telegram.error import RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.clock import Clock
from bot.delivery.deadline import standing_still
from bot.delivery.gate import Gate, Priority, Turn
from bot.delivery.outcome import reason
from bot.delivery.outcome import seconds_asked as _seconds
from bot.delivery.patience import Patience
from bot.delivery.refusals import Refusals
from data import holds
from data.database import Database

_NOT_MESSAGES: Final = ("get", "answer", "set", "delete", "log", "close")
_WINDOW: Final = 30.0
"""Real seconds over which questions are counted."""

_FORGETTING: Final = 1.01
"""By which the quickest call of late of a method grows with each."""

_AT_LEAST: Final = 0.2
"""The share of the rate that unasked messages reckon with, however much people ask."""

_log = logging.getLogger(__name__)


class Pacer(BaseRateLimiter[Turn]):
    """Gives python-telegram-bot's calls their turn; an answer that did not arrive is tried again.

    An unasked message takes its `turn` first, so that what has expired by then can be left out, and is sent with
    that as `rate_limit_args`.
    """

    def __init__(self, rate: float, paid_rate: float = 0) -> None:
        self._rate = rate
        self._gate = Gate(rate)
        self._paid = Gate(paid_rate) if paid_rate else None
        self._answers: deque[float] = deque()
        self._refusals = Refusals(Clock())
        self._quickest: dict[str, float] = {}
        self._kept: tuple[Database, Clock] | None = None
        self._cut_off = False

    @property
    def pays(self) -> bool:
        """Whether broadcasts go at Telegram's paid rate."""
        return self._paid is not None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def keep(self, database: Database, clock: Clock) -> None:
        """Keep a silence Telegram asked for in the store, and obey the one of before the restart."""
        self._kept = database, clock
        now = clock.real().timestamp()
        if left := await database.read(lambda db: holds.left(db, now)):
            _log.warning("Telegram asked for silence before the start; nothing is sent for %.0f s", left)
            self._hold(left)

    async def turn(self, priority: Priority) -> Turn:
        """Wait until an unasked message may be sent; raises HeldError while Telegram wants silence."""
        return await self._gate_of(priority).turn(priority)

    @property
    def silence(self) -> float:
        """Real seconds for which Telegram wants to hear nothing from the bot."""
        return self._gate.held

    def held(self, chat_id: int) -> float:
        """Real seconds for which a chat is to be left alone."""
        return self._refusals.held(chat_id)

    def left_for_unasked(self) -> float:
        """Messages a real second that the questions of late leave."""
        since = asyncio.get_running_loop().time() - _WINDOW
        while self._answers and self._answers[0] < since:
            self._answers.popleft()
        return max(self._rate * _AT_LEAST, self._rate - len(self._answers) / _WINDOW)

    def _gate_of(self, priority: Priority) -> Gate:
        return self._paid if self._paid and priority is Priority.BROADCAST else self._gate

    def _hold(self, seconds: float) -> None:
        for gate in filter(None, (self._gate, self._paid)):
            gate.hold(seconds)

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the base class's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Turn | None,
    ) -> Any:  # noqa: ANN401 - the base class's signature
        """Make the call; an answer waits for its turn before, and is tried again where it may not have arrived."""
        asked = rate_limit_args is None
        message = not endpoint.startswith(_NOT_MESSAGES)
        patience = Patience(endpoint)
        while True:
            turn = await self._answers_turn(data.get("chat_id")) if message and asked else rate_limit_args
            try:
                with standing_still():
                    result = await (
                        self._timed(callback(*args, **kwargs), endpoint, turn) if turn else callback(*args, **kwargs)
                    )
            except RetryAfter as error:
                await self._refused(data.get("chat_id"), _seconds(error))
                if not asked or _told_to_end():
                    raise
                if not message:
                    await _pause(_seconds(error))
            except TelegramError as error:
                pause = patience.pause(error) if asked and not _told_to_end() else None
                if pause is None:
                    raise
                self._note_trouble(error)
                await _pause(pause)
            else:
                self._cut_off = False
                self._refusals.accepted()
                return result

    def _note_trouble(self, error: TelegramError) -> None:
        """Log it, once for all who wait."""
        if not self._cut_off:
            _log.warning("a call did not get through (%s); it is tried again", reason(error))
        self._cut_off = True

    async def _answers_turn(self, chat_id: object) -> Turn:
        if held := self._refusals.held(chat_id):
            await _pause(held)
        turn = self._gate.at_once()
        if turn is None:
            with standing_still():
                turn = await self._gate.turn(Priority.ANSWER)
        self._answers.append(asyncio.get_running_loop().time())
        return turn

    async def _timed(self, call: Awaitable[Any], endpoint: str, turn: Turn) -> Any:  # noqa: ANN401 - a call gives anything
        loop = asyncio.get_running_loop()
        began = loop.time()
        turn.begun(began, self._quickest.get(endpoint, math.inf))
        try:
            return await call
        finally:
            now, known = loop.time(), self._quickest.get(endpoint)
            self._quickest[endpoint] = quickest = min(now - began, (known or math.inf) * _FORGETTING)
            turn.ended(now, quickest if known else 0.0)

    async def _refused(self, chat_id: object, seconds: float) -> None:
        if not self._refusals.refused(chat_id, seconds):
            return
        self._hold(seconds)
        if self._kept:
            database, clock = self._kept
            now = math.ceil(clock.real().timestamp())
            await database.write(lambda db: holds.hold(db, now, math.ceil(seconds)))


async def _pause(seconds: float) -> None:
    """Wait for Telegram."""
    with standing_still():
        await asyncio.sleep(seconds)


def _told_to_end() -> bool:
    """Whether whoever calls is being cancelled, and only says so before it ends."""
    task = asyncio.current_task()
    return bool(task and task.cancelling())
