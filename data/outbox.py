"""Messages to be sent and what became of them. Each function runs inside a transaction of `Database`."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.domain.outbox import EARLY, GATHERED, QUIET, Fate, Kind, Parcel, Row, State
from bot.domain.reminders import Reminder
from data.sql import queries

_sql: Final = queries("outbox")

Later = Callable[[int, str | None], int]
"""When what is due then may go out, by the person's own quiet hours (None: the expo's); seconds since 1970."""


def plan(
    db: sqlite3.Connection, kind: Kind, chat_id: int, subject: str, *, version: int, due: int, expires: int
) -> None:
    """Plan a message; the same (kind, chat, subject, version) again moves it, unless it was sent or tried in vain."""
    _sql.plan(db, kind=kind, chat_id=chat_id, subject=subject, version=version, due=due, expires=expires)


def replan_reminders(db: sqlite3.Connection, chat_id: int, wanted: Iterable[Reminder], now: int) -> None:
    """Make the chat's planned reminders the wanted ones; the version is the session's start.

    One already due only waits for its turn, and is neither moved nor withdrawn while its session is wanted. One whose
    session has begun is left to expire. One in hand that is wanted no more is cancelled.
    """
    rows = _sql.open_reminders(db, chat_id=chat_id, now=now)
    planned = {(row["subject"], row["version"]): row for row in rows}
    for session_id, start, due in wanted:
        version = int(start.timestamp())
        row = planned.pop((session_id, version), None)
        if due and not (row and row["due"] <= now):
            plan(
                db, Kind.REMINDER, chat_id, session_id, version=version, due=int(due.timestamp()), expires=version
            )  # fmt: skip
    for row in planned.values():
        _sql.withdraw(db, id=row["id"])
        _sql.revoke(db, id=row["id"])


def missed(db: sqlite3.Connection, chat_id: int) -> list[tuple[str, int]]:
    """Sessions whose reminder never went out, since it would have come too late, each with the start it had then."""
    return [(row["subject"], row["version"]) for row in _sql.missed(db, chat_id=chat_id)]


def claim(
    db: sqlite3.Connection, now: int, limit: int, until: int | None = None, later: Later = lambda at, _: at
) -> list[Parcel]:
    """Take the most urgent due parcels, at most so many, for sending; what is too late expires instead.

    Reminders may go early: as soon as they are due by `until`. What would go out in quiet hours waits for their end.
    """
    _sql.expire(db, now=now)
    parcels: list[Parcel] = []
    for kind in Kind:
        due = until if until and kind in EARLY else now
        parcels.extend(_claimed(db, kind, now, limit - len(parcels), due, later))
    return parcels


def bursts(db: sqlite3.Connection, kinds: Iterable[Kind], until: int) -> list[tuple[int, int]]:
    """How many messages of these kinds fall due at each second up to `until`."""
    return [(row["due"], row["number"]) for kind in kinds for row in _sql.bursts(db, kind=kind, until=until)]


def _claimed(db: sqlite3.Connection, kind: Kind, now: int, limit: int, until: int, later: Later) -> Iterator[Parcel]:
    taken: set[int] = set()
    gathered = kind in GATHERED
    urgent = _sql.urgent(db, kind=kind, now=now, until=until, limit=limit) if gathered else ()
    for first in [*(urgent if gathered else _sql.due(db, kind=kind, now=now, limit=limit))]:
        if first["id"] not in taken:
            due = (
                _sql.due_to_chat(db, kind=kind, chat_id=first["chat_id"], now=now, until=until) if gathered else [first]
            )
            parcel = [Row(**{**row, "kind": kind, "saved": bool(row["saved"])}) for row in due]
            taken.update(row.id for row in parcel)
            if kind in QUIET and (then := later(now, _sql.quiet_hours(db, chat_id=first["chat_id"]))) > now:
                for row in parcel:
                    _sql.postpone(db, id=row.id, due=then)
                continue
            for row in parcel:
                _sql.claim(db, id=row.id)
            yield parcel


def standing(db: sqlite3.Connection, row_ids: Iterable[int]) -> frozenset[int]:
    """Of rows in hand those still to be sent: neither withdrawn meanwhile, nor their person forgotten."""
    return frozenset(row["id"] for row in _sql.standing(db, ids=json.dumps([*row_ids])))


def mark(db: sqlite3.Connection, row_id: int, fate: Fate, now: int) -> None:
    """Write down what became of a send."""
    sent_at = now if fate.state is State.SENT else None
    _sql.mark(db, id=row_id, state=fate.state, sent_at=sent_at, message_id=fate.message_id, reason=fate.reason)


def put_back(db: sqlite3.Connection, row_id: int, *, attempts: int, reason: str) -> None:
    """Plan a send again, unless its person was forgotten; `attempts` is how many count against its limit.

    An alert about a session that has changed once more meanwhile leaves it to the newer one to tell of both changes.
    """
    if _sql.hand_over(db, id=row_id):
        _sql.mark(db, id=row_id, state=State.CANCELLED, sent_at=None, message_id=None, reason="told with a newer one")
    else:
        _sql.put_back(db, id=row_id, attempts=attempts, reason=reason)


def stranded(db: sqlite3.Connection) -> list[tuple[int, int]]:
    """Id and attempts of the rows that were being sent when the last process ended, the newest version first."""
    return [(row["id"], row["attempts"]) for row in _sql.stranded(db)]


def settle_blocked(db: sqlite3.Connection, chat_id: int, reason: str) -> None:
    """Close everything planned for a chat that can't be reached."""
    _sql.settle_blocked(db, chat_id=chat_id, reason=reason)


def cancel(db: sqlite3.Connection, kind: Kind, subject: str) -> int:
    """Cancel what is still planned about a subject; gives how many."""
    return int(_sql.cancel(db, kind=kind, subject=subject))


def next_due(db: sqlite3.Connection) -> int | None:
    """When the next planned message is due, None where nothing is planned."""
    return min((due for kind in Kind if (due := _sql.next_due(db, kind=kind)) is not None), default=None)


def next_planned(db: sqlite3.Connection, kind: Kind, subject: str) -> int | None:
    """When the next planned message about a subject is due."""
    due = _sql.next_planned(db, kind=kind, subject=subject)
    return None if due is None else int(due)


def ledger(db: sqlite3.Connection, kind: Kind, subject: str) -> dict[State, int]:
    """How many messages about a subject are in each state."""
    return {State(row["state"]): row["number"] for row in _sql.ledger(db, kind=kind, subject=subject)}


def of_chat(db: sqlite3.Connection, chat_id: int) -> list[tuple[Kind, str, int, State]]:
    """Kind, subject, due time and state of everything for a chat."""
    rows = _sql.of_chat(db, chat_id=chat_id)
    return [(Kind(row["kind"]), row["subject"], row["due"], State(row["state"])) for row in rows]


def forget(db: sqlite3.Connection, chat_id: int) -> None:
    """Erase a chat's reminders and alerts; broadcasts stay in the account, without the chat, and none goes out."""
    _sql.withhold(db, chat_id=chat_id)
    _sql.forget(db, chat_id=chat_id)


def forget_all(db: sqlite3.Connection) -> None:
    """The same for everybody."""
    _sql.withhold_all(db)
    _sql.forget_all(db)


def counts(db: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """How many messages of each kind are in each state."""
    return {(row["kind"], row["state"]): row["number"] for row in _sql.counts(db)}
