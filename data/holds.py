"""Telegram's wish for silence, kept over restarts. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Final

from data.sql import queries

_sql: Final = queries("holds")


def hold(db: sqlite3.Connection, until: int) -> None:
    """Send nothing before that second (since 1970, by the world's clock)."""
    _sql.hold(db, until=until)


def held_until(db: sqlite3.Connection) -> int:
    """Before which second nothing is to be sent; 0 where nothing was asked for."""
    return int(_sql.until(db) or 0)
