"""Plans alerts inside the transaction that changes the programme."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cache

from bot.domain.alerts import GATHER, Concern
from bot.domain.quiet import QuietHours, after_quiet, own_hours
from data import alerts
from data.alerts import Alert, Concerned


class AlertPlanner:
    """Knows the expo's quiet hours."""

    def __init__(self, quiet: QuietHours | None) -> None:
        self._quiet = quiet

    def plan(self, db: sqlite3.Connection, concerns: Sequence[Concern], version: int, now: datetime) -> None:
        """One for everybody concerned who wants it: at once, or gathered with what follows their last one.

        `now` is in the expo's zone. One still planned about the same session goes on to say what was known before it.
        """
        due = self._due(db, now)
        for concern in concerns:
            waiting = alerts.waiting(db, concern.session_id)
            people = alerts.concerned(db, concern.session_id, concern.tracks).values()
            before = concern.before.model_dump_json(exclude_defaults=True) if concern.before else "null"
            new = [Alert(one.chat_id, due(one), before) for one in people if one.alerts and one.chat_id not in waiting]
            expires = int(concern.expires.timestamp())
            alerts.prolong(db, concern.session_id, version=version, expires=expires)
            alerts.add(db, concern.session_id, new, version=version, expires=expires)

    def _due(self, db: sqlite3.Connection, now: datetime) -> Callable[[Concerned], int]:
        seconds, gather = int(now.timestamp()), int(GATHER.total_seconds())
        latest = alerts.latest(db, seconds - gather, seconds)

        @cache
        def after(wait: int, own: str | None) -> int:
            quiet = own_hours(own, self._quiet)
            return int(after_quiet(now + timedelta(seconds=max(0, wait)), quiet).timestamp())

        def due(person: Concerned) -> int:
            last = latest.get(person.chat_id)
            return after(0 if last is None else last + gather - seconds, person.quiet_hours)

        return due
