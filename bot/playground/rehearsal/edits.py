"""How soon each change of the programme was told, and whether anybody was reminded of what no longer was so."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.keys import key
from bot.domain.outbox import Kind, State
from bot.playground.rehearsal.changes import Edit
from bot.playground.rehearsal.evidence import Evidence
from bot.playground.rehearsal.verdict import Telling
from bot.playground.rehearsal.watch import Delivery

_IN_HAND: Final = 1.0
"""Real seconds that a reminder may already have been on its way when the first alert went out."""


Told = Sequence[tuple[Edit, Sequence[Delivery]]]
"""The changes that somebody was told of, each with its alerts in order."""


def alerts_of(evidence: Evidence) -> Told:
    """Every change that somebody was told of."""
    return [(edit, told) for edit in evidence.record.edits if (told := _told(evidence, edit))]


def tellings(evidence: Evidence, told: Told) -> list[Telling]:
    """One for each change that somebody was told of, where the bot was up all the while."""
    return [
        Telling(alerts[0].real - edit.real, alerts[-1].real - edit.real, len(alerts))
        for edit, alerts in told
        if not evidence.record.while_down(edit.real, alerts[-1].real)
    ]


def outdated(evidence: Evidence, told: Told) -> int:
    """Reminders of the old time, or of what was cancelled, that went out although people were being told."""
    return sum(one.real > alerts[0].real + _IN_HAND for edit, alerts in told for one in _reminded(evidence, edit))


def _told(evidence: Evidence, edit: Edit) -> Sequence[Delivery]:
    """The alerts of this change, in order; not those of a later one of the same session."""
    later = [one.real for one in evidence.record.edits if one.session == edit.session and one.real > edit.real]
    ends = min(later, default=float("inf"))
    found = {one for one in _sent(evidence, Kind.ALERT, edit.session) if edit.real < one.real < ends}
    return sorted(found, key=lambda one: one.real)


def _reminded(evidence: Evidence, edit: Edit) -> Iterator[Delivery]:
    return _sent(evidence, Kind.REMINDER, edit.session, int(edit.start.timestamp()))


def _sent(evidence: Evidence, kind: Kind, session: str, version: int | None = None) -> Iterator[Delivery]:
    for (_, subject), rows in evidence.rows[kind].items():
        if subject == key(session):
            for row in rows:
                delivery = evidence.delivery(row)
                if row.state is State.SENT and version in {None, row.version} and delivery:
                    yield delivery
