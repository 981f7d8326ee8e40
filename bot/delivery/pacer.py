"""One pace for everything a token sends: smooth, the urgent first, silent for as long as Telegram asks."""

import asyncio
import heapq
import itertools
import math
from collections import deque
from collections.abc import Callable, Coroutine
from enum import IntEnum
from typing import Any, Final

from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut
from telegram.ext import BaseRateLimiter

from bot.clock import Clock
from bot.delivery.backoff import backoff
from bot.delivery.refusals import Refusals
from data import holds
from data.database import Database

HEADROOM: Final = 1.02
"""So much slower than allowed, lest the network's jitter squeeze one too many into a second."""

_DEBT: Final = 0.5
"""Real seconds of lateness that are made up for."""

_NOT_MESSAGES: Final = ("get", "answer", "set", "delete", "log", "close")
_TRIES: Final = 4
_LONGEST_PAUSE: Final = 4.0
_WINDOW: Final = 10.0
"""Real seconds over which questions are counted."""

_AT_LEAST: Final = 0.2
"""The share of the rate that unasked messages reckon with, however much people ask."""


class Priority(IntEnum):
    """Who goes first; what people asked for never waits behind what they did not."""

    ANSWER = 0
    ALERT = 1
    REMINDER = 2
    BROADCAST = 3


class Gate:
    """Lets one through every 1/rate seconds, without a burst, the most urgent first."""

    def __init__(self, rate: float) -> None:
        self._interval = HEADROOM / rate
        self._free_at = 0.0
        self._when = 0.0
        self._passed: deque[float] = deque(maxlen=max(1, int(rate)))
        self._waiting: list[tuple[int, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, priority: Priority) -> None:
        """Wait for one's turn."""
        waiter = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), waiter))
        self._arm()
        await waiter

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long."""
        self._free_at = max(self._free_at, asyncio.get_running_loop().time() + seconds)
        if self._timer:
            self._timer.cancel()
            self._timer = None
        self._arm()

    def _arm(self) -> None:
        if self._timer is None and self._waiting:
            loop = asyncio.get_running_loop()
            self._when = max(loop.time(), self._free_at)
            self._timer = loop.call_at(self._when, self._release)

    def _release(self) -> None:
        self._timer = None
        while self._waiting:
            _, _, waiter = heapq.heappop(self._waiting)
            if not waiter.done():
                waiter.set_result(None)
                self._free_at = max(self._free_at, self._next(asyncio.get_running_loop().time()))
                break
        self._arm()

    def _next(self, now: float) -> float:
        """When the next may pass: what a busy machine was late is made up for, yet never a second too full."""
        self._passed.append(now)
        full = len(self._passed) == self._passed.maxlen
        room = self._passed[0] + self._interval * len(self._passed) if full else now
        return max(max(self._when, now - _DEBT) + self._interval, now + self._interval / 2, room)


class Pacer(BaseRateLimiter[Priority]):
    """Gives python-telegram-bot's calls their turn; an answer that meets a 429 is tried again.

    An unasked message takes its `turn` first, so that what has expired by then can be left out, and is sent with
    its priority as `rate_limit_args`.
    """

    def __init__(self, rate: float, paid_rate: float = 0) -> None:
        self._rate = rate
        self._gate = Gate(rate)
        self._paid = Gate(paid_rate) if paid_rate else None
        self._answers: deque[float] = deque()
        self._refusals = Refusals(Clock())
        self._kept: tuple[Database, Clock] | None = None

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
        left = await database.read(holds.held_until) - clock.real().timestamp()
        if left > 0:
            self._hold(left)

    async def turn(self, priority: Priority) -> None:
        """Wait until an unasked message may be sent."""
        await self._gate_of(priority).turn(priority)

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
        rate_limit_args: Priority | None,
    ) -> Any:  # noqa: ANN401 - the base class's signature
        """Make the call; an answer waits for its turn before, and is tried again where it may not have arrived."""
        asked = rate_limit_args is None
        message = not endpoint.startswith(_NOT_MESSAGES)
        for attempt in itertools.count(1):
            if message and asked:
                await self._answers_turn(data.get("chat_id"))
            try:
                result = await callback(*args, **kwargs)
            except RetryAfter as error:
                await self._refused(data.get("chat_id"), _seconds(error))
                if not asked or attempt == _TRIES:
                    raise
            except NetworkError as error:
                if not (asked and attempt < _TRIES and _may_help(endpoint, error)):
                    raise
                await asyncio.sleep(backoff(attempt, _LONGEST_PAUSE))
            else:
                self._refusals.accepted()
                return result
        return None

    async def _answers_turn(self, chat_id: object) -> None:
        if held := self._refusals.held(chat_id):
            await asyncio.sleep(held)
        await self._gate.turn(Priority.ANSWER)
        self._answers.append(asyncio.get_running_loop().time())

    async def _refused(self, chat_id: object, seconds: float) -> None:
        if not self._refusals.refused(chat_id, seconds):
            return
        self._hold(seconds)
        if self._kept:
            database, clock = self._kept
            until = math.ceil(clock.real().timestamp() + seconds)
            await database.write(lambda db: holds.hold(db, until))


def _may_help(endpoint: str, error: NetworkError) -> bool:
    """Whether trying again is right: not what was refused, nor what was waited for long enough."""
    if endpoint.startswith("get"):
        return False
    return not isinstance(error, (BadRequest, TimedOut))


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
