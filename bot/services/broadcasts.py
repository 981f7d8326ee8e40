"""Organisers' messages: written, aimed, sent, accounted for."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.broadcasts import Audience, Broadcast, Choices, Report
from bot.domain.errors import PersonError
from bot.domain.orders import PATIENCE
from bot.domain.outbox import Kind, State
from bot.domain.quiet import QuietHours, after_quiet, own_hours
from bot.services.programme import ProgrammeService
from data import broadcasts, outbox
from data.database import Database

LIFE: Final = timedelta(hours=12)
"""A broadcast that could not go out for so long, quiet hours aside, is of no use any more."""


class BroadcastService:
    """One draft an organiser; `changed` is called when messages were planned."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        programme: ProgrammeService,
        quiet: QuietHours | None,
        changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._quiet = quiet
        self._changed = changed

    async def begin(self, organiser_id: int, html: str) -> int:
        """A new draft in place of an older unsent one; without a text it waits for one. Gives its number."""
        return await self._database.write(lambda db: broadcasts.begin(db, organiser_id, html, self._now()))

    async def write(self, organiser_id: int, html: str) -> int | None:
        """Take the text of the draft that waits for one; None where none does."""

        def work(db: sqlite3.Connection) -> int | None:
            number = broadcasts.awaiting_text(db, organiser_id, self._since())
            if number is not None:
                broadcasts.write(db, number, html)
            return number

        return await self._database.write(work)

    async def awaits_text(self, organiser_id: int) -> bool:
        """Whether the organiser's next message is a broadcast's text."""
        return (
            await self._database.read(lambda db: broadcasts.awaiting_text(db, organiser_id, self._since())) is not None
        )

    async def leave(self, organiser_id: int) -> None:
        """Wait no more for a text, as something else is begun."""
        await self._database.write(lambda db: broadcasts.drop_textless(db, organiser_id))

    async def choices(self) -> Choices:
        """How many each audience holds."""
        return await self._database.read(broadcasts.choices)

    async def aim(self, organiser_id: int, number: int, audience: Audience) -> tuple[Broadcast, int]:
        """Choose a draft's audience; gives the draft and the number of people."""

        def work(db: sqlite3.Connection) -> tuple[Broadcast, int]:
            _draft(db, organiser_id, number)
            broadcasts.choose(db, number, audience)
            return _draft(db, organiser_id, number), len(broadcasts.recipients(db, audience))

        return await self._database.write(work)

    async def start(self, organiser_id: int, number: int, message_id: int) -> Report:
        """Plan it for everybody in the audience, once; `message_id` is where its progress is shown."""

        def work(db: sqlite3.Connection) -> Report:
            draft = _draft(db, organiser_id, number)
            if not broadcasts.start(db, number, message_id, self._now()):
                raise PersonError("error-stale-button")
            for recipient in broadcasts.recipients(db, draft.audience):
                self._plan(db, number, recipient.chat_id, recipient.quiet_hours)
            return _report(db, number)

        report = await self._database.write(work)
        self._changed()
        return report

    def _plan(self, db: sqlite3.Connection, number: int, chat_id: int, own: str | None) -> None:
        quiet = own_hours(own, self._quiet)
        due = after_quiet(self._programme.index.local(self._clock.now()), quiet)
        outbox.plan(
            db, Kind.BROADCAST, chat_id, str(number),
            version=0, due=int(due.timestamp()), expires=int((due + LIFE).timestamp()),
        )  # fmt: skip

    async def stop(self, organiser_id: int, number: int) -> Report:
        """Cancel what has not gone out yet, whichever organiser began it; an own draft is dropped."""

        def work(db: sqlite3.Connection) -> Report:
            broadcast = broadcasts.get(db, number)
            if broadcast is None or broadcast.started_at is None:
                _own(db, organiser_id, number)
                broadcasts.finish(db, number, "stopped")
            else:
                withhold(db, number)
            return _report(db, number)

        return await self._database.write(work)

    async def of_others(self, organiser_id: int) -> list[Report]:
        """What still goes out that this organiser did not begin."""
        return [
            one for one in await self.reports()
            if one.open and not one.stopped and one.broadcast.organiser_id != organiser_id
        ]  # fmt: skip

    async def reports(self) -> list[Report]:
        """How far each broadcast has come that isn't closed yet."""
        return await self._database.read(lambda db: [_report(db, one.id) for one in broadcasts.sending(db)])

    async def close(self, report: Report) -> None:
        """No more reports of a broadcast with nothing left open."""
        state = "stopped" if report.stopped else "done"
        await self._database.write(lambda db: broadcasts.finish(db, report.broadcast.id, state))

    def _since(self) -> int:
        return int((self._clock.now() - PATIENCE).timestamp())

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def withhold(db: sqlite3.Connection, number: int) -> None:
    """Stop one that has begun; what is on its way still counts in its report."""
    broadcasts.finish(db, number, "stopping")
    outbox.cancel(db, Kind.BROADCAST, str(number))


def withhold_all_of(db: sqlite3.Connection, organiser_id: int) -> None:
    """Stop everything the organiser has begun."""
    for one in broadcasts.sending(db):
        if one.organiser_id == organiser_id:
            withhold(db, one.id)


def _own(db: sqlite3.Connection, organiser_id: int, number: int) -> Broadcast:
    broadcast = broadcasts.get(db, number)
    if broadcast is None or broadcast.organiser_id != organiser_id:
        raise PersonError("error-stale-button")
    return broadcast


def _draft(db: sqlite3.Connection, organiser_id: int, number: int) -> Broadcast:
    broadcast = _own(db, organiser_id, number)
    if broadcast.state != "draft":
        raise PersonError("error-stale-button")
    return broadcast


def _report(db: sqlite3.Connection, number: int) -> Report:
    broadcast = broadcasts.get(db, number)
    if broadcast is None:
        raise PersonError("error-stale-button")
    counts = outbox.ledger(db, Kind.BROADCAST, str(number))
    waiting = outbox.next_planned(db, Kind.BROADCAST, str(number)) if counts.get(State.PLANNED) else None
    return Report(broadcast, counts, None if waiting is None else datetime.fromtimestamp(waiting, UTC))
