"""Plans a person's reminders anew inside the transaction that changes what they are about."""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.domain.reminders import due_time, plan
from data import attendees, favourites, outbox, reminders, subscriptions
from data.reminders import Wanted


class Planner:
    """Knows the expo's default lead, in minutes."""

    def __init__(self, default_lead: int) -> None:
        self.default_lead = default_lead

    def replan(self, db: sqlite3.Connection, chat_id: int, index: Index, now: datetime) -> None:
        """Make the chat's planned reminders fit its favourites, subscriptions and lead."""
        attendee = attendees.get(db, chat_id)
        if attendee is None or attendee.blocked_at is not None:
            return
        wanted = plan(_reminded(db, chat_id, index, attendee.lead(self.default_lead)), now)
        outbox.replan_reminders(db, chat_id, wanted, int(now.timestamp()))

    def replan_sessions(
        self, db: sqlite3.Connection, session_ids: Iterable[str], index: Index, now: datetime
    ) -> None:  # fmt: skip
        """Make everybody's planned reminders of these sessions fit them."""

        @cache
        def due(start: int, own: int | None) -> int | None:
            lead = self.default_lead if own is None else own
            moment = due_time(datetime.fromtimestamp(start, UTC), lead, now) if lead else None
            return int(moment.timestamp()) if moment else None

        wanted = [_wanted(one, index, now) for one in session_ids]
        reminders.replan(db, wanted, due, int(now.timestamp()))


def _wanted(session_id: str, index: Index, now: datetime) -> Wanted:
    session = index.all_sessions.get(session_id)
    if session is None or session.cancelled or session.start is None or session.start <= now:
        return Wanted(session_id, None)
    return Wanted(session_id, int(session.start.timestamp()), None if index.is_break(session) else session.track)


def _reminded(db: sqlite3.Connection, chat_id: int, index: Index, lead: int) -> list[tuple[Session, int]]:
    saved = {favourite.session_id: favourite.lead for favourite in favourites.of_chat(db, chat_id)}
    theirs = [(index.all_sessions[one], own) for one, own in saved.items() if one in index.all_sessions]
    followed = [session for track in subscriptions.of_chat(db, chat_id) for session in index.talks_of(track)]
    return [
        *((session, lead if own is None else own) for session, own in theirs),
        *((session, lead) for session in followed if session.id not in saved),
    ]
