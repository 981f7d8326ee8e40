"""When a reminder is due."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.domain.models import Session
from bot.domain.people import LEADS


class Reminder(NamedTuple):
    """One wanted reminder, worthless from `start` on; `due` is None where it is too late to plan it."""

    session_id: str
    start: datetime
    due: datetime | None


def due_time(start: datetime, lead: int, now: datetime) -> datetime | None:
    """`lead` minutes before the start; where that is past, the longest shorter lead still ahead, else None."""
    for minutes in (lead, *(shorter for shorter in reversed(LEADS) if shorter < lead)):
        due = start - timedelta(minutes=minutes)
        if due >= now:
            return due
    return None


def plan(sessions: Iterable[tuple[Session, int]], now: datetime) -> list[Reminder]:
    """A reminder of each session that is still to come, by its lead; none where that is 0."""
    return [
        Reminder(one.id, one.start, due_time(one.start, lead, now))
        for one, lead in sessions
        if lead > 0 and one.start and one.start > now and not one.cancelled
    ]
