"""Tells organisers unasked what the programme's source is up to."""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Final

from bot.domain.edits import Edit
from bot.domain.notices import Conflict, Notice, SourceFails, SourceWorks, Suspicious, topic
from data import notices

_LIFE: Final = timedelta(days=1)


class Notices:
    """Each method runs inside the transaction of what there is to tell; one of a topic takes the place of the last."""

    def __init__(self, organisers: Collection[int]) -> None:
        self._organisers = frozenset(organisers)

    def fails(self, db: sqlite3.Connection, source: str, reason: str, now: datetime) -> None:
        """The source can't be read."""
        self._plan(db, SourceFails(source=source, reason=reason), now)

    def works(self, db: sqlite3.Connection, source: str, now: datetime) -> None:
        """It can be read again; who never heard of the failure needn't hear of its end."""
        notice = SourceWorks(source=source)
        self._plan(db, notice, now, without=notices.withdraw(db, topic(notice)))

    def suspicious(self, db: sqlite3.Connection, notice: Suspicious, now: datetime) -> None:
        """Its programme waits for an organiser's word."""
        self._plan(db, notice, now)

    def conflicts(self, db: sqlite3.Connection, edits: Iterable[Edit], now: datetime) -> None:
        """It contradicts manual changes."""
        for edit in edits:
            self._plan(db, Conflict(edit=edit), now)

    def _plan(
        self, db: sqlite3.Connection, notice: Notice, now: datetime, *, without: frozenset[int] = frozenset()
    ) -> None:
        due, expires = (int(moment.timestamp()) for moment in (now, now + _LIFE))
        people = sorted(self._organisers - without)
        notices.plan(db, topic(notice), notice.model_dump_json(), people, due=due, expires=expires)
