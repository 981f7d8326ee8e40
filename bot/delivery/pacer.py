"""One pace for everything a token sends: smooth, the urgent first, silent for as long as Telegram asks."""

import asyncio
import heapq
import itertools
from collections.abc import Callable, Coroutine
from enum import IntEnum
from typing import Any, Final

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

_NOT_MESSAGES: Final = ("get", "answer", "set", "delete", "log", "close")
_TRIES: Final = 4


class Priority(IntEnum):
    """Who goes first; what people asked for never waits behind what they did not."""

    ANSWER = 0
    ALERT = 1
    REMINDER = 2
    BROADCAST = 3


class Gate:
    """Lets one through every 1/rate seconds, without a burst, the most urgent first."""

    def __init__(self, rate: float) -> None:
        self._interval = 1 / rate
        self._free_at = 0.0
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
            self._timer = loop.call_at(max(loop.time(), self._free_at), self._release)

    def _release(self) -> None:
        self._timer = None
        while self._waiting:
            _, _, waiter = heapq.heappop(self._waiting)
            if not waiter.done():
                waiter.set_result(None)
                self._free_at = max(self._free_at, asyncio.get_running_loop().time()) + self._interval
                break
        self._arm()


class Pacer(BaseRateLimiter[Priority]):
    """Gives python-telegram-bot's calls their turn; an answer that meets a 429 is tried again.

    An unasked message takes its `turn` first, so that what has expired by then can be left out, and is sent with
    its priority as `rate_limit_args`.
    """

    def __init__(self, rate: float, paid_rate: float = 0) -> None:
        self._gate = Gate(rate)
        self._paid = Gate(paid_rate) if paid_rate else None

    @property
    def pays(self) -> bool:
        """Whether broadcasts go at Telegram's paid rate."""
        return self._paid is not None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def turn(self, priority: Priority) -> None:
        """Wait until an unasked message may be sent."""
        await self._gate_of(priority).turn(priority)

    def _gate_of(self, priority: Priority) -> Gate:
        return self._paid if self._paid and priority is Priority.BROADCAST else self._gate

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,  # noqa: ANN401 - the base class's signature
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],  # noqa: ARG002 - the base class's signature
        rate_limit_args: Priority | None,
    ) -> Any:  # noqa: ANN401 - the base class's signature
        """Make the call; an answer waits for its turn before."""
        if endpoint.startswith(_NOT_MESSAGES):
            return await callback(*args, **kwargs)
        asked = rate_limit_args is None
        gate = self._gate_of(rate_limit_args or Priority.ANSWER)
        attempt = 0
        while True:
            attempt += 1
            if asked:
                await gate.turn(Priority.ANSWER)
            try:
                return await callback(*args, **kwargs)
            except RetryAfter as error:
                gate.hold(_seconds(error))
                if not asked or attempt == _TRIES:
                    raise


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
