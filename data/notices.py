"""What organisers are told unasked. Each function runs inside a transaction of `Database`."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from data.sql import queries

_sql: Final = queries("notices")


def plan(
    db: sqlite3.Connection, topic: str, document: str, organisers: Iterable[int], *, due: int, expires: int
) -> None:
    """Plan a notice (JSON) in place of those of its topic; who has never written or blocked the bot can't be told."""
    withdraw(db, topic)
    _sql.forget_settled(db)
    subject = str(_sql.add(db, topic=topic, document=document))
    _sql.tell(db, [{"chat_id": one, "subject": subject, "due": due, "expires": expires} for one in organisers])


def withdraw(db: sqlite3.Connection, topic: str) -> frozenset[int]:
    """It is no longer so; gives the organisers who had not been told of it."""
    return frozenset(row["chat_id"] for row in _sql.withdraw(db, topic=topic))
