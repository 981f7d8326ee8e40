"""Plans a person's reminders anew inside the transaction that changes what they are about."""

import sqlite3
from datetime import datetime

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.domain.reminders import plan
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
        wanted = plan(_reminded(db, chat_id, index), attendee.lead(self.default_lead), now)
        outbox.replan_reminders(db, chat_id, wanted, int(now.timestamp()))


def _reminded(db: sqlite3.Connection, chat_id: int, index: Index) -> list[Session]:
    saved = {favourite.session_id: favourite.reminded for favourite in favourites.of_chat(db, chat_id)}
    theirs = [index.all_sessions[one] for one, reminded in saved.items() if reminded and one in index.all_sessions]
    followed = [session for track in subscriptions.of_chat(db, chat_id) for session in index.talks_of(track)]
    return [*theirs, *(session for session in followed if session.id not in saved)]
