"""What is kept about a person: shown, erased, and gone by itself after the expo."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.clock import Clock
from bot.domain.outbox import Kind, State
from bot.domain.people import Attendee, Favourite
from bot.questions.model import Query
from bot.services.ask import read_query
from bot.services.broadcasts import withhold_all_of
from bot.services.programme import ProgrammeService
from data import attendees, broadcasts, drafts, favourites, outbox, questions, subscriptions, threads
from data.database import Database


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything the store holds about one person."""

    attendee: Attendee
    favourites: list[Favourite]
    tracks: list[str]
    messages: list[tuple[Kind, str, int, State]]
    questions: list[tuple[int, Query | None]]
    waiting: list[str]


class PrivacyService:
    """Shows and erases; `retention` is how long after the expo's last day everything goes."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        programme: ProgrammeService,
        retention: timedelta,
        changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._retention = retention
        self._changed = changed

    async def kept(self, attendee: Attendee) -> Kept:
        """All of it, read at one moment."""
        chat_id = attendee.chat_id
        return await self._database.read(
            lambda db: Kept(
                attendee,
                favourites.of_chat(db, chat_id),
                subscriptions.of_chat(db, chat_id),
                outbox.of_chat(db, chat_id),
                [(asked_at, read_query(document)) for asked_at, document in threads.of_chat(db, chat_id)],
                questions.of_chat(db, chat_id),
            )
        )

    async def forget(self, chat_id: int) -> None:
        """Erase the person and everything that hangs on them; what they were sending to many goes no further."""

        def work(db: sqlite3.Connection) -> None:
            outbox.forget(db, chat_id)
            drafts.drop(db, chat_id)
            broadcasts.drop_unsent(db, chat_id)
            withhold_all_of(db, chat_id)
            broadcasts.forget_author(db, chat_id)
            questions.stop_answering(db, chat_id)
            attendees.forget(db, chat_id)

        await self._database.write(work)
        self._changed()

    async def forget_after_expo(self) -> int:
        """Erase everybody once the retention is over; gives how many."""
        days = self._programme.index.days
        if not days or self._clock.now() < self._end(days[-1]) + self._retention:
            return 0

        def work(db: sqlite3.Connection) -> int:
            outbox.forget_all(db)
            questions.forget_all(db)
            drafts.forget_all(db)
            broadcasts.erase_texts(db)
            return attendees.forget_all(db)

        return await self._database.write(work)

    def _end(self, last_day: date) -> datetime:
        return datetime.combine(last_day, time.max, self._programme.index.zone)
