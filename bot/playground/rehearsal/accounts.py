"""What became of the messages of each kind: the ledger compared with what people saw."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from bot.domain.keys import key
from bot.domain.outbox import Kind, State
from bot.playground.rehearsal import promises
from bot.playground.rehearsal.evidence import Evidence, things
from bot.playground.rehearsal.verdict import Account
from data.ledger import Entry

_GIVEN_UP: Final = (State.BLOCKED, State.EXPIRED, State.FAILED, State.UNKNOWN)
_LEFT: Final = frozenset({State.PLANNED, State.SENDING})


def account(evidence: Evidence, kind: Kind, extra: Counter[int]) -> Account:
    """How many were promised, and what became of each; `extra` are those that came for nothing."""
    found = Account(doubled=extra.total())
    for rows in evidence.rows[kind].values():
        due = [row for row in rows if row.state is not State.CANCELLED and not _to_come(evidence, row)]
        found.promised += len(due)
        found.cancelled += sum(row.state is State.CANCELLED for row in rows)
        found.lost += sum(row.state in _LEFT for row in due)
        for state in _GIVEN_UP:
            setattr(found, state, getattr(found, state) + sum(row.state is state for row in due))
    sent = [row for row in _entries(evidence, kind) if row.state is State.SENT]
    unseen = sum(evidence.delivery(row) is None for row in sent)
    found.delivered = len(sent) - unseen
    found.lost += unseen + _forgotten(evidence, kind)
    found.late = _late(evidence) if kind is Kind.REMINDER else 0
    return found


def doubled(evidence: Evidence, kind: Kind) -> Counter[int]:
    """How many messages each person got for nothing, since they had been told already."""
    entries = _entries(evidence, kind)
    told = {(row.chat_id, row.message_id) for row in entries if row.state is State.SENT}
    extra = Counter(
        one.person for one in evidence.watch.unasked if one.kind is kind and (one.person, one.message_id) not in told
    )
    # Where nobody could tell whether it had arrived, the message that did is the only one.
    only = Counter(row.chat_id or 0 for row in entries if row.attempts and row.state is not State.SENT)
    return extra - only


def early(evidence: Evidence) -> list[float]:
    """Seconds of the expo's by which each reminder came before its promised minute."""
    dues = {
        thing: max(row.due for row in rows)
        for thing, rows in evidence.rows[Kind.REMINDER].items()
        if any(row.state is State.SENT for row in rows)
    }
    seen = ((thing, one.moment) for one in evidence.watch.unasked for thing in things(one))
    return [dues[thing] - moment.timestamp() for thing, moment in seen if thing in dues]


def _entries(evidence: Evidence, kind: Kind) -> Sequence[Entry]:
    return [row for rows in evidence.rows[kind].values() for row in rows]


def _to_come(evidence: Evidence, row: Entry) -> bool:
    return row.state is State.PLANNED and row.due > (evidence.end - promises.SLACK).timestamp()


def _forgotten(evidence: Evidence, kind: Kind) -> int:
    """What a person was promised and the ledger knows nothing of."""
    rows = evidence.rows[kind]
    promised: Iterable[tuple[int, str]] = ()
    if kind is Kind.REMINDER:
        promised = promises.reminders(evidence)
    elif kind is Kind.ALERT:
        promised = ((person, edit.session) for person, edit in promises.alerts(evidence))
    return sum((person, key(session)) not in rows for person, session in promised)


def _late(evidence: Evidence) -> int:
    """Reminders that came once their session had begun."""
    starts = {thing: max(row.version for row in rows) for thing, rows in evidence.rows[Kind.REMINDER].items()}
    reminded = (one for one in evidence.watch.unasked if one.kind is Kind.REMINDER)
    return sum(
        thing in starts and one.moment - evidence.tolerance >= datetime.fromtimestamp(starts[thing], UTC)
        for one in reminded
        for thing in things(one)
    )
