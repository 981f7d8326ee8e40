"""A time limit on handling that stands still while Telegram makes us wait: only our own time counts."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Final


class Deadline:
    """The limit around what is being handled; tasks begun inside know it too, and may outlive it."""

    def __init__(self, limit: asyncio.Timeout) -> None:
        self._limit: asyncio.Timeout | None = limit

    def over(self) -> None:
        """What it was set for has ended."""
        self._limit = None

    def at(self) -> float | None:
        """When it falls due by the loop's clock, None where it is over or stands still."""
        return self._limit.when() if self._limit else None

    def move(self, at: float | None) -> None:
        """Let it fall due then; None: let it stand still."""
        if self._limit:
            self._limit.reschedule(at)


_around: Final[ContextVar[Deadline | None]] = ContextVar("around", default=None)


@asynccontextmanager
async def within(seconds: float) -> AsyncIterator[None]:
    """Cut off what is inside after so many seconds of our own; raises TimeoutError."""
    async with asyncio.timeout(seconds) as limit:
        deadline = Deadline(limit)
        token = _around.set(deadline)
        try:
            yield
        finally:
            _around.reset(token)
            deadline.over()


@contextmanager
def standing_still() -> Iterator[None]:
    """What is waited for inside counts against no deadline around it."""
    deadline = _around.get()
    ends = deadline.at() if deadline else None
    if deadline is None or ends is None:
        yield
        return
    began = asyncio.get_running_loop().time()
    deadline.move(None)
    try:
        yield
    finally:
        deadline.move(ends + asyncio.get_running_loop().time() - began)
