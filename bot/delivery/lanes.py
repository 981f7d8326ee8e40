"""Work in lanes: in order within a lane, side by side across lanes, so many at a time."""

import asyncio
from collections.abc import Coroutine
from typing import Any


class Lanes:
    """`put` never waits; `drained` does. A piece of work must not raise."""

    def __init__(self, at_once: int) -> None:
        self._slots = asyncio.Semaphore(at_once)
        self._last: dict[int, asyncio.Task[None]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_done = asyncio.Event()

    def put(self, lane: int, work: Coroutine[Any, Any, None]) -> None:
        """Do the work after what the lane already holds."""
        task = asyncio.create_task(self._after(self._last.get(lane), work))
        self._last[lane] = task
        self._tasks.add(task)
        task.add_done_callback(lambda done: self._forget(lane, done, work))

    async def _after(self, before: asyncio.Task[None] | None, work: Coroutine[Any, Any, None]) -> None:
        if before is not None:
            await asyncio.wait([before])
        async with self._slots:
            await work

    def _forget(self, lane: int, done: asyncio.Task[None], work: Coroutine[Any, Any, None]) -> None:
        work.close()  # of one cancelled before it began; nothing to a finished one
        self._tasks.discard(done)
        self._one_done.set()
        if self._last.get(lane) is done:
            del self._last[lane]

    @property
    def busy(self) -> bool:
        """Whether any lane holds work."""
        return bool(self._tasks)

    async def below(self, number: int) -> None:
        """Wait until fewer pieces of work than that are in hand."""
        while len(self._tasks) >= number:
            self._one_done.clear()
            await self._one_done.wait()

    async def drained(self, seconds: float) -> bool:
        """Wait until all lanes are empty, at most so long; what is left then is cancelled. False if anything was."""
        if not self._tasks:
            return True
        _, left = await asyncio.wait(self._tasks, timeout=seconds)
        for task in left:
            task.cancel()
        if left:
            await asyncio.wait(left)
        return not left
