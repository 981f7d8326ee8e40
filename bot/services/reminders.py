"""Plans a person's reminders anew inside the transaction that changes what they are about."""

import sqlite3
from datetime import datetime

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.domain.reminders import due_time, plan
from data import attendees, favourites, outbox, subscriptions


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

    def replan_session(self, db: sqlite3.Connection, session_id: str, index: Index, now: datetime) -> None:
        """Make everybody's planned reminders of one session fit it."""
        session = index.all_sessions.get(session_id)
        if session is None or session.cancelled or session.start is None or session.start <= now:
            outbox.replan_session(db, session_id, None, (), int(now.timestamp()))
            return
        track = None if index.is_break(session) else session.track
        due: dict[int, int | None] = {}
        people = []
        for chat_id, own in outbox.reminded_of(db, session_id, track):
            lead = self.default_lead if own is None else own
            if lead not in due:
                moment = due_time(session.start, lead, now) if lead else None
                due[lead] = int(moment.timestamp()) if moment else None
            people.append((chat_id, due[lead]))
        planned = [(chat_id, moment) for chat_id, moment in people if moment is not None]
        outbox.replan_session(db, session_id, session.start, planned, int(now.timestamp()))


def _reminded(db: sqlite3.Connection, chat_id: int, index: Index, lead: int) -> list[tuple[Session, int]]:
    saved = {favourite.session_id: favourite.lead for favourite in favourites.of_chat(db, chat_id)}
    theirs = [(index.all_sessions[one], own) for one, own in saved.items() if one in index.all_sessions]
    followed = [session for track in subscriptions.of_chat(db, chat_id) for session in index.talks_of(track)]
    return [
        *((session, lead if own is None else own) for session, own in theirs),
        *((session, lead) for session in followed if session.id not in saved),
    ]
