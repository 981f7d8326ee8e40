"""Who writes to the bot. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Any, Final

from bot.domain.people import Attendee
from data.sql import queries

_sql: Final = queries("attendees")


def get(db: sqlite3.Connection, chat_id: int) -> Attendee | None:
    """The attendee of a chat, None for one never met (or forgotten)."""
    row = _sql.get(db, chat_id=chat_id)
    return _attendee(row) if row else None


def meet(db: sqlite3.Connection, chat_id: int, language: str, now: int) -> Attendee:
    """Note a new attendee, follow the app's language, and take a blocked one as returned; gives how they are known."""
    _sql.add(db, chat_id=chat_id, language=language, met_at=now)
    _sql.follow_app_language(db, chat_id=chat_id, language=language)
    _sql.mark_returned(db, chat_id=chat_id)
    return _attendee(_sql.get(db, chat_id=chat_id))


def choose_language(db: sqlite3.Connection, chat_id: int, language: str) -> None:
    """Keep a language chosen by the person, whatever their app says."""
    _sql.choose_language(db, chat_id=chat_id, language=language)


def set_reminder_minutes(db: sqlite3.Connection, chat_id: int, minutes: int) -> None:
    """The person's own reminder lead; 0 is off."""
    _sql.set_reminder_minutes(db, chat_id=chat_id, minutes=minutes)


def set_quiet_hours(db: sqlite3.Connection, chat_id: int, hours: str) -> None:
    """The person's own quiet hours, as `quiet.read_hours` takes them."""
    _sql.set_quiet_hours(db, chat_id=chat_id, hours=hours)


def set_alerts(db: sqlite3.Connection, chat_id: int, *, on: bool) -> None:
    """Whether the person wants to hear of changes."""
    _sql.set_alerts(db, chat_id=chat_id, alerts=int(on))


def mark_blocked(db: sqlite3.Connection, chat_id: int, now: int) -> None:
    """The person has blocked the bot: nothing more is sent until they write again."""
    _sql.mark_blocked(db, chat_id=chat_id, at=now)


def forget(db: sqlite3.Connection, chat_id: int) -> None:
    """Erase the person; what hangs on them goes with them."""
    _sql.forget(db, chat_id=chat_id)


def forget_all(db: sqlite3.Connection) -> int:
    """Erase everybody; gives how many there were."""
    return int(_sql.forget_all(db))


def count(db: sqlite3.Connection) -> int:
    """How many there are."""
    return int(_sql.count(db))


def _attendee(row: dict[str, Any]) -> Attendee:
    return Attendee(**{**row, "language_chosen": bool(row["language_chosen"]), "alerts": bool(row["alerts"])})
