"""Saved sessions. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Final

from bot.domain.people import Favourite
from data.sql import queries

_sql: Final = queries("favourites")


def add(db: sqlite3.Connection, chat_id: int, session_id: str, now: int) -> None:
    """Save a session; saving it again changes nothing."""
    _sql.add(db, chat_id=chat_id, session_id=session_id, saved_at=now)


def remove(db: sqlite3.Connection, chat_id: int, session_id: str) -> None:
    """Take a session out; one that isn't saved is no fault."""
    _sql.remove(db, chat_id=chat_id, session_id=session_id)


def set_lead(db: sqlite3.Connection, chat_id: int, session_id: str, minutes: int | None) -> None:
    """Remind of a saved session so long before; 0: not at all, None: as of all others."""
    _sql.set_lead(db, chat_id=chat_id, session_id=session_id, minutes=minutes)


def of_chat(db: sqlite3.Connection, chat_id: int) -> list[Favourite]:
    """The chat's favourites, in the order they were saved."""
    return [Favourite(row["session_id"], row["reminder_minutes"]) for row in _sql.of_chat(db, chat_id=chat_id)]


def chats(db: sqlite3.Connection) -> list[int]:
    """Everybody who has saved a session or follows a track."""
    return [row["chat_id"] for row in _sql.chats(db)]
