"""Who writes, and what they have chosen."""

import sqlite3

from bot.clock import Clock
from bot.domain.localised import LANGUAGES
from bot.domain.people import Attendee
from bot.services.replanning import Replanning
from data import alerts, attendees, outbox
from data.database import Database


class AttendeeService:
    """Keeps people's language, reminder lead and quiet hours."""

    def __init__(self, database: Database, clock: Clock, replanning: Replanning) -> None:
        self._database = database
        self._clock = clock
        self._replanning = replanning

    async def meet(self, chat_id: int, language: str) -> Attendee:
        """The attendee of a chat that has just written, in the app's language until they choose one."""
        known = await self._database.read(lambda db: attendees.get(db, chat_id))
        if known and known.blocked_at is None and (known.language_chosen or known.language == language):
            return known

        def work(db: sqlite3.Connection) -> Attendee:
            return attendees.meet(db, chat_id, language, int(self._clock.now().timestamp()))

        returned = known is not None and known.blocked_at is not None
        return await (self._replanning.change(chat_id, work) if returned else self._database.write(work))

    async def language(self, chat_id: int, default: str = LANGUAGES[0]) -> str:
        """The language to write to a chat in; `default` for one never met."""
        attendee = await self._database.read(lambda db: attendees.get(db, chat_id))
        return attendee.language if attendee else default

    async def block(self, chat_id: int) -> None:
        """The person has stopped the bot: nothing more is sent until they write again."""
        now = int(self._clock.now().timestamp())

        def work(db: sqlite3.Connection) -> None:
            attendees.mark_blocked(db, chat_id, now)
            outbox.settle_blocked(db, chat_id, "blocked")

        await self._database.write(work)

    async def choose_language(self, chat_id: int, language: str) -> None:
        """Use this language from now on, whatever the app's."""
        await self._database.write(lambda db: attendees.choose_language(db, chat_id, language))

    async def set_quiet_hours(self, chat_id: int, hours: str) -> None:
        """Hold unasked messages in these hours; "" for none."""
        await self._database.write(lambda db: attendees.set_quiet_hours(db, chat_id, hours))

    async def set_alerts(self, chat_id: int, *, on: bool) -> None:
        """Tell of changes or don't; off withdraws what is planned."""

        def work(db: sqlite3.Connection) -> None:
            attendees.set_alerts(db, chat_id, on=on)
            if not on:
                alerts.switch_off(db, chat_id)

        await self._database.write(work)

    async def set_reminder_minutes(self, chat_id: int, minutes: int) -> None:
        """Remind so long before; moves what is planned. 0 is off."""
        await self._replanning.change(chat_id, lambda db: attendees.set_reminder_minutes(db, chat_id, minutes))
