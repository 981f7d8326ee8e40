"""Telegram's limits on how fast a bot may write, for tests and rehearsals that want them."""

import math
from collections import deque
from typing import Final

from bot.clock import Clock
from bot.playground.botapi.faults import too_many_requests

_WINDOW: Final = 1.0
_WRITING: Final = ("send", "edit", "copy", "forward")
_FREE: Final = ("sendChatAction",)


class Pace:
    """At most `per_second` messages in any second over all chats, `paid_per_second` where they are paid for.

    One chat takes `burst` messages at once and then one a second. Real seconds, whatever the expo's clock shows.
    """

    def __init__(self, clock: Clock, *, per_second: int = 30, paid_per_second: int = 1000, burst: int = 5) -> None:
        self._clock, self._burst = clock, burst
        self._limits = {False: per_second, True: paid_per_second}
        self._sent: dict[bool, deque[float]] = {False: deque(), True: deque()}
        self._chats: dict[int, float] = {}

    def check(self, method: str, chat_id: object, *, paid: bool) -> None:
        """Count one call; a 429 where it comes too soon."""
        if not method.startswith(_WRITING) or method in _FREE or not isinstance(chat_id, int):
            return
        now = self._clock.monotonic()
        sent = self._sent[paid]
        while sent and sent[0] <= now - _WINDOW:
            sent.popleft()
        if len(sent) >= self._limits[paid]:
            raise too_many_requests(math.ceil(sent[0] + _WINDOW - now))
        free_at = max(self._chats.get(chat_id, 0.0), now - self._burst)
        if free_at > now - 1:
            raise too_many_requests(math.ceil(free_at - (now - 1)))
        self._chats[chat_id] = free_at + 1
        sent.append(now)
