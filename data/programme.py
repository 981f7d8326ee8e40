"""The programme in force and the versions before it. Each function runs inside a transaction of `Database`."""

import hashlib
import sqlite3
from typing import Final

from bot.domain.models import Programme
from data.sql import queries

VERSIONS_KEPT: Final = 20

_sql: Final = queries("programmes")


def digest(programme: Programme) -> str:
    """Tells programmes apart by what they say."""
    return hashlib.sha256(programme.model_dump_json().encode()).hexdigest()


def load(db: sqlite3.Connection) -> tuple[int, Programme] | None:
    """Version and programme in force, None for an empty store."""
    row = _sql.in_force(db)
    return (row["version"], Programme.model_validate_json(row["document"])) if row else None


def version(db: sqlite3.Connection) -> int | None:
    """The version in force, None for an empty store."""
    number = _sql.version(db)
    return None if number is None else int(number)


def put_in_force(db: sqlite3.Connection, programme: Programme, source: str, now: int) -> int:
    """Replace the programme in force; gives the version, the same one where nothing differs."""
    current, new = _sql.in_force(db), digest(programme)
    if current and current["digest"] == new:
        return int(current["version"])
    document = programme.model_dump_json(exclude_defaults=True)
    _sql.retire(db)
    number = int(_sql.add(db, imported_at=now, source=source, digest=new, document=document))
    _sql.forget_oldest(db, newest=number, kept=VERSIONS_KEPT)
    return number
