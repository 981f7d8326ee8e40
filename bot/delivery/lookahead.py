"""Looks ahead in the outbox: what may go now, and when there is something to do again."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from bot.clock import Clock
from bot.delivery.hands import IN_FLIGHT
from bot.delivery.pacer import Pacer
from bot.delivery.release import Release, kept, next_release, released, releases
from bot.domain.outbox import AHEAD, EARLY
from data import outbox
from data.database import Database

_HORIZON: Final = 2 * 60 * 60
"""Seconds of the expo's within which bursts are looked at together."""

_QUICKEST: Final = 0.001
_WEIGHT: Final = 0.02
"""Of one send in what a send takes on average, waits after a lost reply included."""

_RECKONED: Final = 1.0
"""Real seconds after which the releases are reckoned anew."""


class Lookahead:
    """`took` tells it what sends take, from which it learns what the server allows."""

    def __init__(self, database: Database, pacer: Pacer, clock: Clock) -> None:
        self._database = database
        self._pacer = pacer
        self._clock = clock
        self._releases: Sequence[Release] = ()
        self._reckoned_at = -_RECKONED
        self._send_seconds = _QUICKEST

    def took(self, seconds: float) -> None:
        """Take note of what one send took, in real seconds."""
        self._send_seconds += (seconds - self._send_seconds) * _WEIGHT

    async def released(self) -> int:
        """The latest due second of which a kind that may go early may go now."""
        if self._clock.monotonic() - self._reckoned_at >= _RECKONED:
            await self._reckon()
        return released(self._releases, self._now())

    async def next(self) -> datetime | None:
        """When a burst begins, a row is due or comes within the horizon; None: nothing is planned."""
        await self._reckon()
        now = self._now()
        due = await self._database.read(outbox.next_due)
        if due is not None and due > now + _HORIZON:
            due -= _HORIZON // 2
        moments = [one for one in (due, next_release(self._releases, now)) if one is not None]
        return datetime.fromtimestamp(min(moments), UTC) if moments else None

    async def _reckon(self) -> None:
        """How early each burst has to begin at the rate that questions and the server's slowness leave."""
        now = self._now()
        early, ahead = await self._database.read(
            lambda db: [outbox.bursts(db, kinds, now + _HORIZON) for kinds in (EARLY, AHEAD)]
        )
        possible = min(self._pacer.left_for_unasked(), IN_FLIGHT / max(self._send_seconds, _QUICKEST))
        plan = releases(early, possible / self._clock.speed, ahead, now)
        self._releases = kept(plan, self._releases, now)
        self._reckoned_at = self._clock.monotonic()

    def _now(self) -> int:
        return int(self._clock.now().timestamp())
