"""A time limit on handling that stands still while Telegram makes us wait or is called: only our own time counts."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from types import TracebackType
from typing import Final


class Deadline:
    """Cuts off what is inside after so many seconds of our own; raises TimeoutError.

    Tasks begun inside know it too, and may outlive it. A class, since every update passes through it and a generator
    takes twice as long.
    """

    def __init__(self, seconds: float) -> None:
        self._limit = asyncio.timeout(seconds)
        self._over = False
        self._token: Token[Deadline | None] | None = None

    async def __aenter__(self) -> None:
        """Begin."""
        await self._limit.__aenter__()
        self._token = _around.set(self)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End; what was begun inside is not cut off any more."""
        self._over = True
        if self._token:
            _around.reset(self._token)
        await self._limit.__aexit__(kind, error, traceback)

    def at(self) -> float | None:
        """When it falls due by the loop's clock, None where it is over, has fallen due or stands still."""
        return None if self._ended else self._limit.when()

    def move(self, at: float | None) -> None:
        """Let it fall due then; None: let it stand still."""
        if not self._ended:
            self._limit.reschedule(at)

    @property
    def _ended(self) -> bool:
        return self._over or self._limit.expired()


_around: Final[ContextVar[Deadline | None]] = ContextVar("around", default=None)


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
