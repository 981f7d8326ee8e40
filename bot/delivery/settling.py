"""Writes down what became of sends. Each function runs inside a transaction of `Database`."""

import sqlite3
from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.domain.outbox import Fate, Row, State
from data import attendees, outbox

TRIES: Final = 3


class Outcome(NamedTuple):
    """What became of one row, and when by the expo's clock."""

    row: Row
    fate: Fate
    at: int = 0


def recover(db: sqlite3.Connection) -> None:
    """Settle what the last process left in the middle of being sent."""
    for row_id, attempts in outbox.stranded(db):
        _again(db, row_id, attempts, "the process ended while it was being sent")


def note(db: sqlite3.Connection, outcomes: Iterable[Outcome]) -> None:
    """Write down what became of rows that were claimed.

    The newest first: an older alert that is planned again leaves it to the newer one to tell of both changes.
    """
    for row, fate, at in sorted(outcomes, key=lambda one: -one.row.version):
        _note(db, row, fate, at)


def _note(db: sqlite3.Connection, row: Row, fate: Fate, at: int) -> None:
    if fate.state is State.UNKNOWN:
        _again(db, row.id, row.attempts + 1, fate.reason)
    elif fate.state is State.PLANNED:
        outbox.put_back(db, row.id, attempts=row.attempts, reason=fate.reason)
    else:
        outbox.mark(db, row.id, fate, at)
    if fate.state is State.BLOCKED:
        attendees.mark_blocked(db, row.chat_id, at)
        outbox.settle_blocked(db, row.chat_id, fate.reason)


def _again(db: sqlite3.Connection, row_id: int, attempts: int, reason: str) -> None:
    """A send of unknown outcome: repeated, since twice is better than never, but not for ever."""
    if attempts >= TRIES:
        outbox.mark(db, row_id, Fate(State.UNKNOWN, reason), now=0)
    else:
        outbox.put_back(db, row_id, attempts=attempts, reason=reason)
