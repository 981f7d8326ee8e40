"""Followed tracks. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Final

from data.sql import queries

_sql: Final = queries("subscriptions")


def add(db: sqlite3.Connection, chat_id: int, track_id: str, now: int) -> None:
    """Follow a track; following it again changes nothing."""
    _sql.add(db, chat_id=chat_id, track_id=track_id, followed_at=now)


def remove(db: sqlite3.Connection, chat_id: int, track_id: str) -> None:
    """Follow it no more."""
    _sql.remove(db, chat_id=chat_id, track_id=track_id)


def of_chat(db: sqlite3.Connection, chat_id: int) -> list[str]:
    """The ids of the tracks the chat follows, in the order they were chosen."""
    return [row["track_id"] for row in _sql.of_chat(db, chat_id=chat_id)]
