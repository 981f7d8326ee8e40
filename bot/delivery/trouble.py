"""How much trouble the server is in, and how long to leave it alone."""

from typing import Final

from bot.delivery.backoff import backoff
from bot.domain.outbox import Fate, State

LONGEST_PAUSE: Final = 60.0
_DOUBTS: Final = 3
"""Replies in a row that stay away before the server is left alone; a refused connection is plain at once."""


class Trouble:
    """A breaker: `met` says how long to rest, 0 for not at all."""

    def __init__(self) -> None:
        self._in_a_row = 0
        self._rests = 0

    def met(self, fate: Fate) -> float:
        """Take note of what became of a send; the real seconds to rest."""
        if fate.state is State.SENT:
            self._in_a_row = self._rests = 0
        if not fate.unreachable:
            return 0.0
        self._in_a_row += 1
        if fate.state is State.UNKNOWN and self._in_a_row < _DOUBTS:
            return 0.0
        self._rests += 1
        return backoff(self._rests, LONGEST_PAUSE)
