"""When a reminder is due."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.models import Session
from bot.domain.people import LEADS
from bot.domain.programme import Index


class Reminder(NamedTuple):
    """One planned reminder: worthless from `start` on."""

    session_id: str
    start: datetime
    due: datetime


def due_time(start: datetime, lead: int, now: datetime) -> datetime | None:
    """`lead` minutes before the start; where that is past, the longest shorter lead still ahead, else None."""
    for minutes in (lead, *(shorter for shorter in reversed(LEADS) if shorter < lead)):
        due = start - timedelta(minutes=minutes)
        if due >= now:
            return due
    return None


def plan(sessions: Iterable[Session], lead: int, now: datetime) -> list[Reminder]:
    """A reminder of each session that is still to come; none where `lead` is 0."""
    if lead <= 0:
        return []
    upcoming = [session for session in sessions if session.start and not session.cancelled]
    dues = [(session, due_time(Index.start(session), lead, now)) for session in upcoming]
    return [Reminder(session.id, Index.start(session), due) for session, due in dues if due]
