"""A loop whose time passes at once, for what waits and does nothing else."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class VirtualLoop(asyncio.SelectorEventLoop):
    """Its clock jumps to whatever is next."""

    def __init__(self) -> None:
        super().__init__()
        self._now = 0.0
        self._real_select = self._selector.select  # type: ignore[attr-defined] # asyncio's own, not in its stubs
        self._selector.select = self._select  # type: ignore[attr-defined]

    def time(self) -> float:
        return self._now

    def _select(self, timeout: float | None) -> Any:
        self._now += timeout or 0.0
        return self._real_select(0)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do the work on a loop of its own."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(work)
