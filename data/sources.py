"""What a programme's source said last. Each function runs inside a transaction of `Database`."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from data.download import NO_MARKS, Marks
from data.sql import queries

_sql: Final = queries("sources")


@dataclass(frozen=True, slots=True)
class Source:
    """The digest of its content ("" for none yet), an address's marks, and whether it fails."""

    digest: str = ""
    marks: Marks = NO_MARKS
    failing: bool = False


def get(db: sqlite3.Connection, source: str) -> Source:
    """What is known of a source."""
    row = _sql.get(db, source=source)
    return Source(row["digest"], Marks(row["etag"], row["modified"]), bool(row["failing"])) if row else Source()


def note(db: sqlite3.Connection, source: str, digest: str, marks: Marks) -> None:
    """Its content was taken in, or is put before the organisers."""
    _sql.seen(db, source=source, digest=digest, etag=marks.etag, modified=marks.modified)


def note_failing(db: sqlite3.Connection, source: str, *, failing: bool) -> bool:
    """It fails, or works again; gives whether that is new."""
    if get(db, source).failing is failing:
        return False
    _sql.failing(db, source=source, failing=int(failing))
    return True
