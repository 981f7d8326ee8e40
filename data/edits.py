"""What organisers changed by hand. Each function runs inside a transaction of `Database`."""

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, Final

from bot.domain.edits import Edit, Field
from data.sql import queries

_sql: Final = queries("edits")


def load(db: sqlite3.Connection) -> list[Edit]:
    """All that hold, oldest first."""
    return [_edit(row) for row in _sql.all(db)]


def get(db: sqlite3.Connection, number: int) -> Edit | None:
    """The edit of that number."""
    row = _sql.get(db, id=number)
    return _edit(row) if row else None


def put(db: sqlite3.Connection, edit: Edit) -> None:
    """Keep an edit in place of the one of the same session and field."""
    _sql.put(db, **{name: told for name, told in asdict(edit).items() if name != "id"})


def drop(db: sqlite3.Connection, session_id: str, field: Field) -> None:
    """It holds no longer."""
    _sql.drop(db, session_id=session_id, field=field)


def replace(db: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Let these hold and no others; each keeps its number."""
    kept = {(edit.session_id, edit.field): edit for edit in edits}
    for edit in load(db):
        if (edit.session_id, edit.field) not in kept:
            drop(db, edit.session_id, edit.field)
    for edit in kept.values():
        put(db, edit)


def _edit(row: dict[str, Any]) -> Edit:
    return Edit(**{**row, "field": Field(row["field"])})
