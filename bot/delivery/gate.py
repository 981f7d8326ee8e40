"""Lets messages through at a rate, evenly, the urgent first, and never too many in a second as the server sees it."""

import asyncio
import heapq
import itertools
import math
from collections import deque
from enum import IntEnum
from typing import Final

HEADROOM: Final = 1.02
"""So much slower than allowed: what is late can be made up for."""

_WINDOW: Final = 1.008
"""Seconds in which the rate's number may pass, what no clock can tell included."""

_DEBT: Final = 0.5
"""Real seconds of lateness that are made up for."""


_DOUBT: Final = 0.5
"""Real seconds for which a message without a reply is taken to be on its way."""


class HeldError(Exception):
    """Telegram wants silence; whoever was not asked for is to come again when that is over."""


class Priority(IntEnum):
    """Who goes first; what people asked for never waits behind what they did not."""

    ANSWER = 0
    ALERT = 1
    REMINDER = 2
    BROADCAST = 3


class Turn:
    """Leave to send one message; it is told when the call begins and ends."""

    def __init__(self, now: float) -> None:
        self._began = self._taken = now
        self._usual = math.inf

    def begun(self, now: float, usual: float) -> None:
        """The call has begun, which takes so many seconds at its quickest."""
        self._began = self._taken = now
        self._usual = usual

    def ended(self, now: float, usual: float) -> None:
        """A reply is there, or none will be."""
        self._taken = max(self._began, now - usual)
        self._usual = math.inf

    def taken(self, now: float) -> float:
        """When the message was at the server at the latest, less the quickest way there: a delay may be on the way."""
        return max(self._taken, min(now - self._usual, self._began + _DOUBT))


class Gate:
    """Lets one through every 1/rate seconds, without a burst, the most urgent first."""

    def __init__(self, rate: float) -> None:
        self._interval = HEADROOM / rate
        self._passed: deque[Turn] = deque(maxlen=max(1, int(rate)))
        self._window = _WINDOW * max(1, int(rate)) / rate
        self._ideal = 0.0
        self._earliest = 0.0
        self._emptied_at = 0.0
        self._held_until = 0.0
        self._waiting: list[tuple[int, int, asyncio.Future[Turn]]] = []
        self._order = itertools.count()
        self._timer: asyncio.TimerHandle | None = None

    def at_once(self) -> Turn | None:
        """A turn without waiting, where the gate is open and nobody stands before it."""
        if self._waiting:
            return None
        now = asyncio.get_running_loop().time()
        # Time that nobody wanted is not made up for.
        self._ideal += max(0.0, now - max(self._emptied_at, self._ideal))
        self._emptied_at = now
        return self._pass(now) if self._opens(now) <= now else None

    async def turn(self, priority: Priority) -> Turn:
        """Wait for one's turn, where one has to; raises HeldError for what was not asked for while all are held."""
        if turn := self.at_once():
            return turn
        if priority is not Priority.ANSWER and self.held:
            raise HeldError
        waiter: asyncio.Future[Turn] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (priority, next(self._order), waiter))
        self._arm()
        return await waiter

    def hold(self, seconds: float) -> None:
        """Let nobody through for so long; only answers go on waiting."""
        self._held_until = max(self._held_until, asyncio.get_running_loop().time() + seconds)
        self._ideal = max(self._ideal, self._held_until)
        for priority, _, waiter in self._waiting:
            if priority != Priority.ANSWER and not waiter.done():
                waiter.set_exception(HeldError())
        self._waiting = [one for one in self._waiting if one[0] == Priority.ANSWER]
        heapq.heapify(self._waiting)
        if self._timer:
            self._timer.cancel()
            self._timer = None
        self._arm()

    @property
    def held(self) -> float:
        """Real seconds for which nobody is let through."""
        return max(0.0, self._held_until - asyncio.get_running_loop().time())

    def _arm(self) -> None:
        if self._timer is None and self._waiting:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(self._opens(loop.time()), self._release)

    def _opens(self, now: float) -> float:
        """When the next may pass."""
        return max(self._ideal, self._earliest, self._room(now))

    def _release(self) -> None:
        self._timer = None
        now = asyncio.get_running_loop().time()
        while self._waiting and self._room(now) <= now:
            _, _, waiter = heapq.heappop(self._waiting)
            if not waiter.done():
                waiter.set_result(self._pass(now))
                break
        if not self._waiting:
            self._emptied_at = now
        self._arm()

    def _pass(self, now: float) -> Turn:
        """What a busy machine or server makes late is made up for, yet never a second too full."""
        turn = Turn(now)
        self._passed.append(turn)
        self._ideal = max(self._ideal, now - _DEBT) + self._interval
        self._earliest = now + self._interval / 2
        return turn

    def _room(self, now: float) -> float:
        """When a second has room again, as the server sees it."""
        full = len(self._passed) == self._passed.maxlen
        return self._passed[0].taken(now) + self._window if full else now
