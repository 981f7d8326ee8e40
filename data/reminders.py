"""Everybody's planned reminders of sessions. Each function runs inside a transaction of `Database`."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from data.sql import queries

_NOT: Final = -1

_sql: Final = queries("reminders")

Due = Callable[[int, int | None], int | None]
"""When a reminder of a session that starts then is due, by the lead (None: the expo's); None for not at all."""


class Wanted(NamedTuple):
    """A session by its start (None: nobody is to be reminded) and the track whose followers are reminded of it."""

    session_id: str
    start: int | None
    track_id: str | None = None


def replan(db: sqlite3.Connection, sessions: Iterable[Wanted], due: Due, now: int) -> None:
    """Make the planned reminders of the sessions those that savers and followers want; seconds since 1970.

    One already due only waits for its turn, and stays where its session does. One whose session has begun expires.
    """
    about = [{"id": one.session_id, "start": _start(one), "track": one.track_id} for one in sessions]
    wanted = json.dumps(about)
    db.create_function("reminder_due", 2, due)
    _sql.withdraw(db, wanted=wanted, now=now)
    _sql.plan(db, wanted=wanted)


def _start(wanted: Wanted) -> int:
    return _NOT if wanted.start is None else wanted.start
