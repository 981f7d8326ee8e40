"""Updates from Telegram between arrival and answer. Each function runs inside a transaction of `Database`.

A handled one keeps its number only, so that Telegram delivering it again is noticed; its content is gone.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, Final

from data.sql import queries

_sql: Final = queries("updates")


def add(db: sqlite3.Connection, updates: Iterable[Mapping[str, Any]], now: int) -> list[Mapping[str, Any]]:
    """Keep the updates; gives those not seen before, in order. `now` is by the real clock, seconds since 1970."""
    arrived = {int(update["update_id"]): update for update in updates}
    known = {*json.loads(_sql.known(db, update_ids=json.dumps([*arrived])))}
    new = {number: arrived[number] for number in sorted(arrived) if number not in known}
    _sql.add(db, updates=json.dumps([[number, json.dumps(update)] for number, update in new.items()]), received_at=now)
    return [*new.values()]


def unhandled(db: sqlite3.Connection) -> list[Mapping[str, Any]]:
    """The updates the last process took in but did not finish, in order."""
    return [json.loads(row["body"]) for row in _sql.open(db)]


def done(db: sqlite3.Connection, update_ids: Iterable[int]) -> None:
    """Note updates as handled and drop their content."""
    _sql.done(db, update_ids=json.dumps([*update_ids]))


def forget_before(db: sqlite3.Connection, before: int) -> None:
    """Drop the numbers of those handled and older than that; Telegram keeps an update for a day."""
    _sql.forget_before(db, before=before)
