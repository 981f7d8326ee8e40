"""Judges a rehearsal: which promises were kept, and which were broken."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.outbox import Kind, State
from bot.playground.rehearsal.accounts import account, doubled, early
from bot.playground.rehearsal.edits import Told, alerts_of, outdated, tellings
from bot.playground.rehearsal.evidence import Evidence
from bot.playground.rehearsal.verdict import Verdict
from data.ledger import Entry

_KINDS: Final = (Kind.ALERT, Kind.REMINDER, Kind.BROADCAST)
_ENOUGH: Final = 6.0
"""Real seconds of life below which a message has no chance of a second try."""


def judge(evidence: Evidence) -> Verdict:
    """What became of every promise; `broken` names those that were not kept."""
    extra = {kind: doubled(evidence, kind) for kind in _KINDS}
    verdict = Verdict({kind: account(evidence, kind, extra[kind]) for kind in _KINDS}, early=early(evidence))
    told = alerts_of(evidence)
    verdict.tellings = tellings(evidence, told)
    verdict.in_flight, verdict.in_hand = evidence.record.in_flight, evidence.record.in_hand
    verdict.doubtful = sum(evidence.doubtful.values())
    verdict.doubled_by_kills = (sum(extra.values(), Counter[int]()) - Counter(evidence.doubtful)).total()
    _hear(evidence, verdict)
    verdict.broken = [*_unkept(verdict), *_unequal(evidence), *_unheard(evidence, verdict), *_wrong(evidence, told)]
    return verdict


def _hear(evidence: Evidence, verdict: Verdict) -> None:
    asked = [one for one in evidence.watch.asked if not one.excused]
    verdict.asked = len(asked)
    verdict.unanswered = sum(not one.answers for one in asked)
    verdict.answered_twice = sum(max(0, len(one.answers) - 1) for one in asked)
    whiles = ((one.at, one.seconds) for one in asked if one.seconds)
    down = evidence.record.while_down
    verdict.answer_seconds = sorted(seconds for at, seconds in whiles if not down(at, at + seconds))


def _unkept(verdict: Verdict) -> Iterable[str]:
    for kind, one in verdict.accounts.items():
        if one.lost:
            yield f"{one.lost} {kind}s lost"
        if one.late:
            yield f"{one.late} {kind}s after the session's start"
    if verdict.doubled_by_kills > verdict.in_flight:
        yield f"{verdict.doubled_by_kills} messages doubled by kills, with {verdict.in_flight} in flight"


def _unequal(evidence: Evidence) -> Iterable[str]:
    for text, audience in evidence.record.audiences.items():
        accounted = {person for person, html in evidence.rows[Kind.BROADCAST] if html == text}
        if accounted != audience:
            others = len(accounted ^ audience)
            yield f"a broadcast to {len(audience)} accounts for {len(accounted)}, {others} of them others"


def _unheard(evidence: Evidence, verdict: Verdict) -> Iterable[str]:
    if verdict.unanswered:
        yield f"{verdict.unanswered} questions never answered"
    if verdict.answered_twice > (most := verdict.in_hand + verdict.doubtful):
        yield f"{verdict.answered_twice} answers doubled, where at most {most} were in doubt"
    if evidence.watch.missed:
        yield "the rehearsal itself missed messages; give it fewer people or more minutes"


def _wrong(evidence: Evidence, told: Told) -> Iterable[str]:
    if needless := sum(_needless(evidence, row) for row in evidence.entries):
        yield f"{needless} messages expired although the bot was up"
    if old := outdated(evidence, told):
        yield f"{old} reminders of a time that no longer was"


def _needless(evidence: Evidence, row: Entry) -> bool:
    if row.state is not State.EXPIRED or row.chat_id is None or row.attempts:
        return False
    start, end = (datetime.fromtimestamp(one, UTC) for one in (row.due, row.expires))
    down = any(began < end and ended > start for began, ended in evidence.record.outages)
    short = end - start < timedelta(seconds=_ENOUGH * evidence.speed)
    return not (down or short or evidence.memories[row.chat_id].blocked_between(start, end))
