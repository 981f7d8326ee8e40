"""Updates on their way to the bot: kept, filtered, waited for, forgotten."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.clock import Clock, SimulatedClock
from bot.playground.botapi.errors import conflict

Update = dict[str, Any]

LIFE: Final = timedelta(hours=24)
LIVES: Final = {"callback_query": timedelta(seconds=150), "inline_query": timedelta(seconds=30)}
BATCH: Final = 100
LONGEST_POLL: Final = 50
_WEBHOOK_ACTIVE: Final = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_ONLY_ON_DEMAND: Final = ("chat_member", "message_reaction", "message_reaction_count")


def ends(clock: Clock, life: timedelta) -> datetime:
    """When something that begins now is over. A fast clock doesn't shorten its life, a jump does."""
    return clock.now() + life * (clock.speed if isinstance(clock, SimulatedClock) else 1)


@dataclass(frozen=True)
class _Waiting:
    update: Update
    ends: datetime


class Updates:
    """The queue of one bot."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._queue: deque[_Waiting] = deque()
        self._next_id = 1
        self._allowed: Sequence[str] = ()
        self._poll: asyncio.Future[None] | None = None
        self.news = asyncio.Event()
        self.empty = asyncio.Event()
        self.polling = True

    def put(self, kind: str, content: Update) -> int:
        """Queue an update unless its kind was not asked for; its update_id, 0 where it was dropped."""
        if kind not in self._allowed if self._allowed else kind in _ONLY_ON_DEMAND:
            return 0
        update_id = self._next_id
        self._next_id += 1
        life = ends(self._clock, LIVES.get(kind, LIFE))
        self.empty.clear()
        self._queue.append(_Waiting({"update_id": update_id, kind: content}, life))
        self._wake()
        return update_id

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember which kinds are wanted; None leaves what was said before, none means the usual ones."""
        if kinds is not None:
            self._allowed = tuple(kinds)

    @property
    def allowed(self) -> Sequence[str]:
        """The kinds asked for; empty: the usual ones."""
        return self._allowed

    def drop(self) -> None:
        """Forget all that waits."""
        self._queue.clear()
        self.empty.set()

    def waiting(self) -> Sequence[Update]:
        """What is not confirmed and not too old, oldest first."""
        now = self._clock.now()
        self._queue = deque(one for one in self._queue if one.ends > now)
        return [one.update for one in self._queue]

    async def get(self, offset: int, limit: int, seconds: float) -> Sequence[Update]:
        """The next updates, after waiting for some at most so many seconds. The newest of two polls wins."""
        if not self.polling:
            raise conflict(_WEBHOOK_ACTIVE)
        self.interrupt("other getUpdates request; make sure that only one bot instance is running")
        self._confirm_below(offset)
        limit = min(max(limit, 1), BATCH)
        if not self.waiting() and seconds > 0:
            await self._wait(min(seconds, LONGEST_POLL))
        return self.waiting()[:limit]

    def confirm(self, update_id: int) -> None:
        """Forget one update: it was taken."""
        self._queue = deque(one for one in self._queue if one.update["update_id"] != update_id)
        self._look_if_empty()

    def interrupt(self, by: str) -> None:
        """End the poll that is under way with a 409."""
        if self._poll and not self._poll.done():
            self._poll.set_exception(conflict(f"terminated by {by}"))

    def _confirm_below(self, offset: int) -> None:
        first = self._next_id + offset if offset < 0 else offset
        while self._queue and self._queue[0].update["update_id"] < first:
            self._queue.popleft()
        self._look_if_empty()

    async def _wait(self, seconds: float) -> None:
        self._poll = poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            pass
        finally:
            if self._poll is poll:
                self._poll = None

    def _look_if_empty(self) -> None:
        if not self.waiting():
            self.empty.set()

    def _wake(self) -> None:
        self.news.set()
        if self._poll and not self._poll.done():
            self._poll.set_result(None)
