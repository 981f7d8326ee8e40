"""What was asked last, as understood: for follow-ups and for ◀ ▶. Each function runs inside a transaction."""

import sqlite3
from typing import Final

from data.sql import queries

_sql: Final = queries("threads")


def add(db: sqlite3.Connection, chat_id: int, query: str, now: int) -> int:
    """Keep a query (JSON); gives its number."""
    return int(_sql.add(db, chat_id=chat_id, asked_at=now, query=query))


def get(db: sqlite3.Connection, chat_id: int, number: int) -> str | None:
    """The chat's query of that number; None where it is gone or another chat's."""
    row = _sql.get(db, id=number, chat_id=chat_id)
    return str(row["query"]) if row else None


def latest(db: sqlite3.Connection, chat_id: int, since: int) -> str | None:
    """The chat's last query asked at `since` or later."""
    row = _sql.latest(db, chat_id=chat_id, since=since)
    return str(row["query"]) if row else None


def forget_before(db: sqlite3.Connection, before: int) -> None:
    """Drop what was asked before that instant."""
    _sql.forget_before(db, before=before)


def of_chat(db: sqlite3.Connection, chat_id: int) -> list[tuple[int, str]]:
    """When and what the chat asked, oldest first."""
    return [(row["asked_at"], row["query"]) for row in _sql.of_chat(db, chat_id=chat_id)]
