"""Whom changes concern, and the alerts planned for them. Each function runs inside a transaction of `Database`."""

import sqlite3
from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from data.sql import queries

_sql: Final = queries("alerts")


class Concerned(NamedTuple):
    """Somebody a change concerns: their own quiet hours (None: the expo's), and whether they want alerts."""

    chat_id: int
    quiet_hours: str | None
    alerts: bool


class Alert(NamedTuple):
    """One to plan: for whom, when (seconds since 1970), and what they know of the session (JSON)."""

    chat_id: int
    due: int
    before: str


def concerned(db: sqlite3.Connection, session_id: str, tracks: Iterable[str]) -> dict[int, Concerned]:
    """Whoever saved the session or follows one of the tracks and hasn't blocked the bot, by chat."""
    rows: list[dict[str, Any]] = [*_sql.savers(db, session_id=session_id)]
    for track in tracks:
        rows.extend(_sql.followers(db, track_id=track))
    return {row["chat_id"]: Concerned(row["chat_id"], row["quiet_hours"], bool(row["alerts"])) for row in rows}


def waiting(db: sqlite3.Connection, session_id: str) -> frozenset[int]:
    """The chats for which an alert about the session is planned already."""
    return frozenset(row["chat_id"] for row in _sql.waiting(db, session_id=session_id))


def prolong(db: sqlite3.Connection, session_id: str, *, version: int, expires: int) -> None:
    """Let the planned alerts about the session tell of this version of the programme too."""
    _sql.prolong(db, session_id=session_id, version=version, expires=expires)


def add(db: sqlite3.Connection, session_id: str, alerts: Iterable[Alert], *, version: int, expires: int) -> None:
    """Plan alerts about a session."""
    about = {"subject": session_id, "version": version, "expires": expires}
    _sql.add(db, [{**about, **alert._asdict()} for alert in alerts])


def latest(db: sqlite3.Connection, since: int, now: int) -> dict[int, int]:
    """When each chat got its latest alert, of those after `since`; one being sent counts as now."""
    return {row["chat_id"]: row["at"] for row in _sql.latest(db, since=since, now=now)}


def withdraw(db: sqlite3.Connection, chat_id: int, session_ids: Iterable[str]) -> None:
    """Withdraw what is planned for a chat about sessions that no longer concern it."""
    _sql.withdraw(db, [{"chat_id": chat_id, "session_id": one} for one in session_ids])


def switch_off(db: sqlite3.Connection, chat_id: int) -> None:
    """Withdraw what is planned for a chat."""
    _sql.switch_off(db, chat_id=chat_id)
