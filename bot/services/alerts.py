"""Plans alerts inside the transaction that changes the programme."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from functools import cache, partial

from bot.domain.alerts import GATHER, Concern
from bot.domain.quiet import QuietHours, seconds_after_quiet
from data import alerts
from data.alerts import About
from data.outbox import Later


class AlertPlanner:
    """Knows the expo's quiet hours."""

    def __init__(self, quiet: QuietHours | None) -> None:
        self._quiet = quiet

    def plan(self, db: sqlite3.Connection, concerns: Sequence[Concern], version: int, now: datetime) -> None:
        """One for everybody concerned who wants it: at once, or gathered with what follows their last one.

        `now` is in the expo's zone. One still planned about the same session goes on to say what was known before it.
        """
        seconds, gather = int(now.timestamp()), int(GATHER.total_seconds())
        about = [_about(concern) for concern in concerns]
        alerts.plan(db, about, self._due(now), version=version, now=seconds, gather=gather)

    def _due(self, now: datetime) -> Later:
        return cache(partial(seconds_after_quiet, zone=now.tzinfo, default=self._quiet))


def _about(concern: Concern) -> About:
    before = concern.before.model_dump_json(exclude_defaults=True) if concern.before else "null"
    return About(concern.session_id, sorted(concern.tracks), before, int(concern.expires.timestamp()))
