"""Compares what was promised, what the ledger says and what the people saw."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.delivery.ingest import AT_ONCE
from bot.delivery.sender import IN_FLIGHT
from bot.domain.keys import key
from bot.domain.models import Session, Track
from bot.domain.outbox import Kind, State
from bot.domain.people import LEADS
from bot.domain.programme import Index
from bot.playground.rehearsal.crowd import Memory
from bot.playground.rehearsal.verdict import Account, Verdict
from bot.playground.rehearsal.watch import Asked, Delivery, Watch
from data.ledger import Entry
from handlers.views.outbox import MEGAPHONE

_SLACK: Final = timedelta(minutes=1)
_SECONDS: Final = 0.25
"""Real seconds by which the two clocks, and a message on its way, may differ."""

_ENOUGH: Final = 6.0
"""Real seconds of life below which a message has no chance of a second try."""

Spans = Sequence[tuple[datetime, datetime]]
Thing = tuple[int, str]
"""A person and a session's key or a broadcast's text."""


@dataclass(frozen=True)
class Evidence:
    """All there is to judge by. `audiences` are whom each broadcast was for, by its text; `outages` in expo time."""

    entries: Sequence[Entry]
    watch: Watch
    memories: Mapping[int, Memory]
    index: Index
    audiences: Mapping[str, frozenset[int]]
    outages: Spans
    real_outages: Sequence[tuple[float, float]]
    end: datetime
    speed: float
    kills: int
    replies_lost: int


def judge(evidence: Evidence) -> Verdict:
    """What became of every promise; `broken` names those that were not kept."""
    return _Judge(evidence).verdict()


class _Judge:
    def __init__(self, evidence: Evidence) -> None:
        self._all = evidence
        self._rows: dict[Kind, dict[Thing, list[Entry]]] = {kind: {} for kind in Kind}
        for entry in evidence.entries:
            if entry.chat_id is not None:
                self._rows[entry.kind].setdefault((entry.chat_id, _subject(entry)), []).append(entry)
        self._seen = Counter(thing for delivery in evidence.watch.unasked for thing in _things(delivery))
        self._tolerance = timedelta(seconds=_SECONDS * evidence.speed)

    def verdict(self) -> Verdict:
        alerts = {entry.message_id for entry in self._all.entries if entry.kind is Kind.ALERT}
        verdict = Verdict({kind: self._account(kind) for kind in (Kind.REMINDER, Kind.BROADCAST)})
        verdict.accounts[Kind.REMINDER].late = sum(self._late(one) for one in self._all.watch.unasked)
        verdict.accounts[Kind.REMINDER].lost += self._forgotten()
        verdict.early = self._early()
        self._hear(verdict, alerts)
        verdict.in_doubt = self._all.kills * IN_FLIGHT + self._all.replies_lost
        verdict.broken = [*self._broken(verdict)]
        return verdict

    def _account(self, kind: Kind) -> Account:
        account = Account()
        for thing, rows in self._rows[kind].items():
            due = [row for row in rows if row.state is not State.CANCELLED and not self._to_come(row)]
            account.promised += len(due)
            sent = sum(row.state is State.SENT for row in due)
            tried = sum(row.attempts > 0 or row.state is State.SENT for row in due)
            seen = self._seen[thing]
            account.delivered += min(seen, len(due))
            account.lost += max(0, sent - seen) + sum(row.state in {State.PLANNED, State.SENDING} for row in due)
            account.doubled += max(0, seen - max(1, tried))
            for state in (State.BLOCKED, State.EXPIRED, State.FAILED, State.UNKNOWN):
                here = sum(row.state is state for row in due)
                setattr(account, state.value, getattr(account, state.value) + here)
            account.cancelled += sum(row.state is State.CANCELLED for row in rows)
        return account

    def _to_come(self, row: Entry) -> bool:
        return row.state is State.PLANNED and row.due > (self._all.end - _SLACK).timestamp()

    def _forgotten(self) -> int:
        """Reminders that a person was promised and the ledger knows nothing of."""
        index = self._all.index
        return sum(
            (person, key(session)) not in self._rows[Kind.REMINDER]
            for person, memory in self._all.memories.items()
            for session, moment in self._promised(memory).items()
            if self._holds(index.start(index.all_sessions[session]), moment, memory)
        )

    def _promised(self, memory: Memory) -> dict[str, datetime]:
        index = self._all.index
        found: dict[str, datetime] = {}
        for track, moment in memory.follows.items():
            thing = index.find(Track, track)
            talks = (one for one in index.sessions if thing and one.track == thing.id and not index.is_break(one))
            found |= {one.id: moment for one in talks}
        for session, moment in memory.saved.items():
            one = index.find(Session, session)
            found |= {one.id: moment} if one and one.start and not one.cancelled else {}
        return {one: moment for one, moment in found.items() if key(one) not in memory.taken_out}

    def _holds(self, start: datetime, moment: datetime, memory: Memory) -> bool:
        soon = moment + timedelta(minutes=LEADS[0]) + self._tolerance + _SLACK
        return soon < start < self._all.end and not memory.blocked_between(moment, start)

    def _late(self, delivery: Delivery) -> int:
        starts = [
            max(row.version for row in rows)
            for told in delivery.tells
            if (rows := self._rows[Kind.REMINDER].get((delivery.person, told)))
        ]
        return sum(delivery.moment - self._tolerance >= datetime.fromtimestamp(start, UTC) for start in starts)

    def _early(self) -> list[float]:
        dues = {
            thing: max(row.due for row in rows)
            for thing, rows in self._rows[Kind.REMINDER].items()
            if any(row.state is State.SENT for row in rows)
        }
        seen = ((thing, one.moment) for one in self._all.watch.unasked for thing in _things(one))
        return [dues[thing] - moment.timestamp() for thing, moment in seen if thing in dues]

    def _hear(self, verdict: Verdict, alerts: set[int | None]) -> None:
        asked = [one for one in self._all.watch.asked if not one.excused]
        answers = [[one for one in question.answers if one not in alerts] for question in asked]
        verdict.asked = len(asked)
        verdict.unanswered = sum(not one for one in answers)
        verdict.answered_twice = sum(max(0, len(one) - 1) for one in answers)
        verdict.answer_seconds = sorted(one.seconds for one in asked if one.seconds and not self._while_down(one))

    def _while_down(self, asked: Asked) -> bool:
        end = asked.at + (asked.seconds or 0)
        return any(asked.at < stop and end > start for start, stop in self._all.real_outages)

    def _broken(self, verdict: Verdict) -> Iterable[str]:
        yield from self._unkept(verdict)
        yield from self._unequal()
        if needless := sum(self._needless(row) for row in self._all.entries):
            yield f"{needless} messages expired although the bot was up"
        if verdict.unanswered:
            yield f"{verdict.unanswered} questions never answered"
        if verdict.answered_twice > (most := self._all.kills * AT_ONCE + self._all.replies_lost):
            yield f"{verdict.answered_twice} answers doubled, where at most {most} were in doubt"
        if self._all.watch.missed:
            yield "the rehearsal itself missed messages; give it fewer people or more minutes"

    def _unkept(self, verdict: Verdict) -> Iterable[str]:
        for kind, account in verdict.accounts.items():
            if account.lost:
                yield f"{account.lost} {kind}s lost"
            if account.late:
                yield f"{account.late} {kind}s after the session's start"
        doubled = sum(account.doubled for account in verdict.accounts.values())
        if doubled > verdict.in_doubt:
            yield f"{doubled} messages doubled, where at most {verdict.in_doubt} were in doubt"

    def _unequal(self) -> Iterable[str]:
        for text, audience in self._all.audiences.items():
            accounted = {person for person, html in self._rows[Kind.BROADCAST] if html == text}
            if accounted != audience:
                others = len(accounted ^ audience)
                yield f"a broadcast to {len(audience)} accounts for {len(accounted)}, {others} of them others"

    def _needless(self, row: Entry) -> bool:
        if row.state is not State.EXPIRED or row.chat_id is None or row.attempts:
            return False
        start, end = (datetime.fromtimestamp(one, UTC) for one in (row.due, row.expires))
        down = any(began < end and ended > start for began, ended in self._all.outages)
        short = end - start < timedelta(seconds=_ENOUGH * self._all.speed)
        return not (down or short or self._all.memories[row.chat_id].blocked_between(start, end))


def _subject(entry: Entry) -> str:
    return f"{MEGAPHONE} {entry.html}" if entry.kind is Kind.BROADCAST else key(entry.subject)


def _things(delivery: Delivery) -> Iterable[Thing]:
    yield from ((delivery.person, told) for told in delivery.tells)
    if delivery.broadcast:
        yield delivery.person, delivery.broadcast
