"""Programmes that wait for an organiser's word. Each function runs inside a transaction of `Database`."""

import sqlite3
from dataclasses import dataclass
from typing import Final

from bot.domain.models import Programme
from data.sql import queries

_sql: Final = queries("proposals")


@dataclass(frozen=True, slots=True)
class Offer:
    """A programme as its source tells it, with its floor plan (may be empty) and the digest of its content.

    One that is not `whole` leaves in force what its format can't tell.
    """

    programme: Programme
    plan: bytes
    source: str
    digest: str = ""
    whole: bool = True


def add(db: sqlite3.Connection, offer: Offer, now: int) -> int:
    """Keep an offer; gives its number."""
    document = offer.programme.model_dump_json(exclude_defaults=True)
    about = {"source": offer.source, "digest": offer.digest, "document": document, "plan": offer.plan}
    return int(_sql.add(db, proposed_at=now, whole=int(offer.whole), **about))


def get(db: sqlite3.Connection, number: int) -> Offer | None:
    """The offer of that number, None where it was decided on or is forgotten."""
    row = _sql.get(db, id=number)
    if row is None:
        return None
    programme = Programme.model_validate_json(row["document"])
    return Offer(programme, row["plan"], row["source"], row["digest"], bool(row["whole"]))


def drop(db: sqlite3.Connection, number: int) -> bool:
    """It is decided on; False where it was before."""
    return bool(_sql.drop(db, id=number))


def forget_before(db: sqlite3.Connection, before: int) -> None:
    """Drop those made before that instant."""
    _sql.forget_before(db, before=before)
