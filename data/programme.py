"""The programme in force and the versions before it. Each function runs inside a transaction of `Database`."""

import hashlib
import sqlite3
from typing import Final, NamedTuple

from bot.domain.models import Programme
from data.sql import queries

VERSIONS_KEPT: Final = 20

_sql: Final = queries("programmes")


class Stored(NamedTuple):
    """A version of the programme and the picture of its floor plan, which may be empty."""

    version: int
    programme: Programme
    plan: bytes


def digest(programme: Programme, plan: bytes) -> str:
    """Tells programmes apart by what they say and show."""
    return hashlib.sha256(programme.model_dump_json().encode() + plan).hexdigest()


def load(db: sqlite3.Connection) -> Stored | None:
    """The programme in force, None for an empty store."""
    row = _sql.in_force(db)
    return Stored(row["version"], Programme.model_validate_json(row["document"]), row["plan"]) if row else None


def version(db: sqlite3.Connection) -> int | None:
    """The version in force, None for an empty store."""
    number = _sql.version(db)
    return None if number is None else int(number)


def before(db: sqlite3.Connection) -> Stored | None:
    """The version before the one in force, None where none is kept; undoing twice leads two versions back."""
    row = _sql.previous(db)
    return Stored(row["version"], Programme.model_validate_json(row["document"]), row["plan"]) if row else None


def put_in_force(
    db: sqlite3.Connection, programme: Programme, plan: bytes, source: str, now: int, *, undo: bool = False
) -> int:
    """Replace the programme in force; gives the version, the same one where nothing differs.

    `undo` says that it is the version before the one in force.
    """
    current, new = _sql.in_force(db), digest(programme, plan)
    if current and current["digest"] == new:
        return int(current["version"])
    document = programme.model_dump_json(exclude_defaults=True)
    previous = (_sql.previous(db)["previous"] if undo else current["version"]) if current else None
    _sql.retire(db)
    number = int(
        _sql.add(db, imported_at=now, source=source, digest=new, document=document, plan=plan, previous=previous)
    )
    _sql.forget_oldest(db, newest=number, kept=VERSIONS_KEPT)
    return number
