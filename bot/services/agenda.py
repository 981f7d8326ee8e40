"""An attendee's favourites."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.domain.agenda import agenda, clashing, free_repeat
from bot.domain.errors import PersonError
from bot.domain.models import Session
from bot.domain.people import Attendee
from bot.domain.reminders import due_time
from bot.services.programme import ProgrammeService
from bot.services.replanning import Replanning
from data import alerts, favourites, outbox, subscriptions
from data.database import Database


@dataclass(frozen=True, slots=True)
class Saved:
    """A session now saved, what it clashes with, and when its reminder comes (None: it doesn't).

    `instead` is an occurrence of it at another time, where it clashes and that one does not.
    """

    session: Session
    clashes: Sequence[Session]
    reminder: datetime | None
    instead: Session | None = None


class AgendaService:
    """Saves, removes and lists favourites."""

    def __init__(self, database: Database, clock: Clock, programme: ProgrammeService, replanning: Replanning) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._replanning = replanning

    def session(self, key: str) -> Session:
        """The session of a key; raises PersonError where the programme no longer has it."""
        session = self._programme.index.find(Session, key)
        if session is None:
            raise PersonError("error-session-gone")
        return session

    async def favourites(self, chat_id: int) -> frozenset[str]:
        """The ids of the chat's saved sessions."""
        rows = await self._database.read(lambda db: favourites.of_chat(db, chat_id))
        return frozenset(row.session_id for row in rows)

    async def agenda(self, chat_id: int) -> Sequence[Session]:
        """The chat's saved sessions in time order, those that are not on last."""
        return agenda(self._programme.index, await self.favourites(chat_id))

    async def missed(self, chat_id: int) -> frozenset[str]:
        """The ids of sessions whose reminder did not get out before they began."""
        rows = await self._database.read(lambda db: outbox.missed(db, chat_id))
        sessions = self._programme.index.all_sessions
        begun = ((sessions[one].start, one, version) for one, version in rows if one in sessions)
        return frozenset(one for start, one, version in begun if start and start.timestamp() == version)

    async def save(self, attendee: Attendee, session: Session) -> Saved:
        """Save a session and plan its reminder."""
        await self._replanning.change(attendee.chat_id, lambda db: self._add(db, attendee, session))
        return await self._saved(attendee, session)

    async def remind(self, attendee: Attendee, session: Session, lead: int | None = None) -> Saved:
        """Save a session and remind of it, be it silenced before: so many minutes ahead, else as of all others."""

        def work(db: sqlite3.Connection) -> None:
            self._add(db, attendee, session)
            favourites.set_lead(db, attendee.chat_id, session.id, lead)

        await self._replanning.change(attendee.chat_id, work)
        return await self._saved(attendee, session)

    def _add(self, db: sqlite3.Connection, attendee: Attendee, session: Session) -> None:
        favourites.add(db, attendee.chat_id, session.id, int(self._clock.now().timestamp()))

    async def _saved(self, attendee: Attendee, session: Session) -> Saved:
        index = self._programme.index
        session = index.all_sessions.get(session.id, session)  # it may have moved since it was shown
        kept = await self._database.read(lambda db: favourites.of_chat(db, attendee.chat_id))
        leads = {favourite.session_id: favourite.lead for favourite in kept}
        own, now = leads.get(session.id), self._clock.now()
        lead = attendee.lead(self._replanning.default_lead) if own is None else own
        due = due_time(session.start, lead, now) if session.start and lead and not session.cancelled else None
        others = agenda(index, leads)
        clashes = clashing(session, others)
        return Saved(session, clashes, due, free_repeat(index, session, others, now) if clashes else None)

    async def swap(self, attendee: Attendee, session: Session) -> Saved:
        """Save this occurrence in place of the session's others."""

        def work(db: sqlite3.Connection) -> None:
            for other in self._programme.index.repeats(session):
                self._drop(db, attendee, other)
            self._add(db, attendee, session)

        await self._replanning.change(attendee.chat_id, work)
        return await self._saved(attendee, session)

    async def remove(self, attendee: Attendee, session: Session) -> None:
        """Take a session out and withdraw its reminder, and what was to be told of it."""
        await self._replanning.change(attendee.chat_id, lambda db: self._drop(db, attendee, session))

    @staticmethod
    def _drop(db: sqlite3.Connection, attendee: Attendee, session: Session) -> None:
        favourites.remove(db, attendee.chat_id, session.id)
        if session.track not in subscriptions.of_chat(db, attendee.chat_id):
            alerts.withdraw(db, attendee.chat_id, [session.id])

    async def silence(self, attendee: Attendee, session: Session) -> None:
        """No reminder of this one; it stays saved."""

        def work(db: sqlite3.Connection) -> None:
            self._add(db, attendee, session)
            favourites.set_lead(db, attendee.chat_id, session.id, 0)

        await self._replanning.change(attendee.chat_id, work)
