"""How many sends are in hand at once: as few as carry the rate, since a crash leaves each in doubt."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, Final

IN_FLIGHT: Final = 32
"""The most that are ever on their way."""

_FEWEST: Final = 2
_SPARE: Final = 2
"""So many may wait for their turn, lest one is missed."""

_ASLEEP: Final = 64
"""So many may be kept back beside those in hand: for their chat to be let alone no longer, or after a lost reply."""


class Hands:
    """One more is put to work with a reply that finds all of them taken, one less where too many wait.

    `more`: the last claim found as many to send as were free.
    """

    def __init__(self) -> None:
        self.number = _FEWEST
        self.more = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting = 0
        self._asleep = 0

    @property
    def free(self) -> int:
        """How many more may be taken in hand."""
        return max(0, self.number - self._busy)

    @property
    def _busy(self) -> int:
        return len(self._tasks) - min(self._asleep, _ASLEEP)

    def take(self, group: asyncio.TaskGroup, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Put one to work."""
        task = group.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @contextmanager
    def asleep(self) -> Iterator[None]:
        """While one is kept back; others go on meanwhile."""
        self._asleep += 1
        try:
            yield
        finally:
            self._asleep -= 1

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While one waits for its turn."""
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    def replied(self) -> None:
        """The server has replied to one; a server that is silent gets no more to be silent about."""
        if not self._waiting and (self.more or self._busy >= self.number):
            self.number, self.more = min(IN_FLIGHT, self.number + 1), False
        elif self._waiting > _SPARE:
            self.number = max(_FEWEST, self.number - 1)
