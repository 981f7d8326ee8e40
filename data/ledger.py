"""The whole outbox as it stands, for whoever checks it against what people saw."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from bot.domain.outbox import Kind, State
from data.sql import queries

_sql: Final = queries("ledger")


@dataclass(frozen=True, slots=True)
class Entry:
    """One unasked message; times are seconds since 1970 by the expo's clock. `chat_id` is None once forgotten."""

    id: int
    kind: Kind
    chat_id: int | None
    subject: str
    version: int
    due: int
    expires: int
    state: State
    attempts: int
    message_id: int | None
    html: str | None


def entries(db: sqlite3.Connection) -> list[Entry]:
    """Every one, in the order they were planned."""
    return [Entry(**{**row, "kind": Kind(row["kind"]), "state": State(row["state"])}) for row in _sql.entries(db)]


def in_flight(db: sqlite3.Connection) -> int:
    """How many messages were being sent when the store was left."""
    return int(_sql.in_flight(db))
