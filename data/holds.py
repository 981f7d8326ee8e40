"""Telegram's wish for silence, kept over restarts. Each function runs inside a transaction of `Database`.

Times are seconds since 1970 by the world's clock. That may be set right between two starts, by years where it was
never set, so a silence never lasts longer than Telegram asked for.
"""

import sqlite3
from typing import Final

from data.sql import queries

_sql: Final = queries("holds")


def hold(db: sqlite3.Connection, now: int, seconds: int) -> None:
    """Send nothing for so long from now; a longer one that was asked for before goes on."""
    _sql.hold(db, until=now + seconds, seconds=seconds)


def left(db: sqlite3.Connection, now: float) -> float:
    """Seconds for which nothing is to be sent; 0 where nothing was asked for, or it is over."""
    return float(_sql.left(db, now=now) or 0)
