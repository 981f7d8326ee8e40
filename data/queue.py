"""Work that waits for a connection: all that waits goes in one trip to its thread."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, TypeVar

LONG_SECONDS: Final = 0.02
"""So long a trip with point look-ups alone never takes."""

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]
Works = Sequence[Work[Any]]
Result = tuple[Any, BaseException | None]
"""What a work gave, or the error it ended in."""

Results = Sequence[Result]


class Queue:
    """`trip` runs works on the connection's thread, in order."""

    def __init__(self, trip: Callable[[Works], Awaitable[Results]]) -> None:
        self._trip = trip
        self._waiting: list[tuple[Work[Any], asyncio.Future[Any]]] = []
        self._alone: set[asyncio.Future[Any]] = set()
        self._under_way = 0
        self._began = 0.0
        self._running: asyncio.Task[None] | None = None

    @property
    def held_up(self) -> bool:
        """Whether something slow is under way, behind which others should not wait."""
        return self._under_way > 0 and time.monotonic() - self._began > LONG_SECONDS

    def __len__(self) -> int:
        """How many works wait or are under way."""
        return len(self._waiting) + self._under_way

    def put(self, work: Work[T], *, alone: bool = False) -> "asyncio.Future[T]":
        """Have the work done, even if nobody waits for it any more; the future holds what it gives.

        One that goes `alone` has a trip of its own.
        """
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        if alone:
            self._alone.add(future)
        self._waiting.append((work, future))
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return future

    async def emptied(self) -> None:
        """Wait until nothing waits."""
        if self._running:
            await asyncio.wait([self._running])

    def _next(self) -> list[tuple[Work[Any], asyncio.Future[Any]]]:
        """What goes in the next trip: all that waits, up to what goes alone."""
        alone = (at for at, (_, future) in enumerate(self._waiting) if future in self._alone)
        length = max(1, next(alone, len(self._waiting)))
        batch, self._waiting = self._waiting[:length], self._waiting[length:]
        self._alone.difference_update(future for _, future in batch)
        return batch

    async def _run(self) -> None:
        while self._waiting:
            batch = self._next()
            self._under_way, self._began = len(batch), time.monotonic()
            try:
                results = await self._trip([work for work, _ in batch])
            except Exception as error:  # noqa: BLE001 - whoever waits gets it
                results = [(None, error)] * len(batch)
            for (_, future), (value, failed) in zip(batch, results, strict=True):
                _settle(future, value, failed)
        self._under_way = 0
        self._running = None


def _settle(future: "asyncio.Future[Any]", value: object, failed: BaseException | None) -> None:
    if future.done():
        return
    if failed is None:
        future.set_result(value)
    else:
        future.set_exception(failed)
        future.exception()  # nobody may be left to ask for it
