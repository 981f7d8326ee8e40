"""Whom changes concern, and the alerts planned for them. Each function runs inside a transaction of `Database`."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from data.outbox import Later
from data.sql import queries

_sql: Final = queries("alerts")


class About(NamedTuple):
    """A session and the tracks whose followers its change concerns; what people know of it (JSON); when it expires."""

    session_id: str
    tracks: Sequence[str]
    before: str = ""
    expires: int = 0


def concerned(db: sqlite3.Connection, sessions: Iterable[About]) -> Mapping[str, frozenset[int]]:
    """Whoever saved a session or follows one of its tracks and hasn't blocked the bot, by session."""
    rows = _sql.concerned(db, concerns=json.dumps(_told(sessions)))
    return {row["session_id"]: frozenset(json.loads(row["chats"])) for row in rows}


def plan(
    db: sqlite3.Connection, sessions: Iterable[About], due: Later, *, version: int, now: int, gather: int
) -> None:  # fmt: skip
    """Plan an alert about each session for everybody concerned who wants it: now, or `gather` seconds after their last.

    One still planned about the same session tells of this version of the programme too; one being sent counts as now.
    """
    concerns = _told(sessions)
    _sql.prolong(db, [{**one, "version": version} for one in concerns])
    db.create_function("alert_due", 2, due)
    _sql.plan(db, concerns=json.dumps(concerns), version=version, now=now, gather=gather)


def withdraw(db: sqlite3.Connection, chat_id: int, session_ids: Iterable[str]) -> None:
    """Withdraw what is planned for a chat about sessions that no longer concern it."""
    _sql.withdraw(db, [{"chat_id": chat_id, "session_id": one} for one in session_ids])


def switch_off(db: sqlite3.Connection, chat_id: int) -> None:
    """Withdraw what is planned for a chat."""
    _sql.switch_off(db, chat_id=chat_id)


def _told(sessions: Iterable[About]) -> list[dict[str, object]]:
    return [
        {"id": one.session_id, "tracks": one.tracks, "before": one.before, "expires": one.expires} for one in sessions
    ]
