"""What organisers are being asked for. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Final

from bot.domain.orders import Draft
from data.sql import queries

_sql: Final = queries("drafts")


def get(db: sqlite3.Connection, organiser_id: int, since: int) -> Draft | None:
    """The organiser's draft, None where there is none or it is older than `since`."""
    row = _sql.get(db, organiser_id=organiser_id, since=since)
    return Draft.model_validate_json(row["document"]) if row else None


def put(db: sqlite3.Connection, organiser_id: int, draft: Draft, now: int) -> None:
    """Keep a draft in place of the organiser's older one."""
    document = draft.model_dump_json(exclude_defaults=True)
    _sql.put(db, organiser_id=organiser_id, document=document, begun_at=now)


def drop(db: sqlite3.Connection, organiser_id: int) -> None:
    """Ask no more."""
    _sql.drop(db, organiser_id=organiser_id)


def forget_all(db: sqlite3.Connection) -> None:
    """Ask nobody anything any more."""
    _sql.forget_all(db)
