"""What each person was promised, by what the bot confirmed to them; independent of the ledger."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.domain.keys import key
from bot.domain.models import Session, Track
from bot.domain.people import LEADS
from bot.domain.programme import Index
from bot.playground.rehearsal.changes import Edit
from bot.playground.rehearsal.crowd import Memory
from bot.playground.rehearsal.evidence import Evidence

SLACK: Final = timedelta(minutes=1)


def reminders(evidence: Evidence) -> Iterator[tuple[int, str]]:
    """Person and session of every reminder that must at least have been planned."""
    index, end = evidence.index, evidence.end
    soonest = timedelta(minutes=LEADS[0]) + evidence.tolerance + SLACK
    for person, memory in evidence.memories.items():
        for session, moment in _chosen(index, memory).items():
            one = index.all_sessions[session]
            in_time = one.start and not one.cancelled and moment + soonest < one.start < end
            if one.start and in_time and not memory.blocked_between(moment, one.start):
                yield person, session


def alerts(evidence: Evidence) -> Iterator[tuple[int, Edit]]:
    """Person and change, for everybody whom a change concerns."""
    for person, memory in evidence.memories.items():
        sessions = _chosen(evidence.index, memory)
        for edit in evidence.record.edits:
            chosen = sessions.get(edit.session)
            known = chosen and chosen + evidence.tolerance < edit.moment < evidence.end - SLACK
            if chosen and known and not memory.blocked_between(chosen, edit.moment + evidence.tolerance + SLACK):
                yield person, edit


def _chosen(index: Index, memory: Memory) -> Mapping[str, datetime]:
    """The sessions a person saved or follows by track, each with the moment that was confirmed."""
    found: dict[str, datetime] = {}
    for track, moment in memory.follows.items():
        thing = index.find(Track, track)
        talks = (one for one in index.all_sessions.values() if thing and one.track == thing.id)
        found |= {one.id: moment for one in talks if not index.is_break(one)}
    for session, moment in memory.saved.items():
        one = index.find(Session, session)
        found |= {one.id: moment} if one else {}
    return {one: moment for one, moment in found.items() if key(one) not in memory.taken_out}
