"""Brings programmes into force: what differs, whom it concerns, and all that follows from it in one transaction."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from bot.clock import Clock
from bot.domain.alerts import concerns, reminded_otherwise, suspicion, tracks_of
from bot.domain.changes import Change, Difference, compare
from bot.domain.edits import Edit, Merged, merge, value
from bot.domain.errors import PersonError
from bot.domain.excerpt import Excerpt, excerpt
from bot.domain.models import Programme
from bot.domain.notices import edit_topic
from bot.domain.programme import Index
from bot.services.alerts import AlertPlanner
from bot.services.programme import TRIES, InForce, OutdatedError, ProgrammeService, prepare
from bot.services.reminders import Planner
from data import alerts, notices
from data import edits as manual
from data import programme as programmes
from data.alerts import About
from data.database import Database
from data.proposals import Offer
from data.transactions import roomy

Merge = Callable[[Programme, Sequence[Edit]], Merged]
Also = Callable[[sqlite3.Connection, Sequence[Edit]], None]
"""What happens in the same transaction; it gets the manual changes to ask organisers about."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a programme would change: `people` how many each change concerns, `everybody` how many in all.

    `suspicion` is "gone", "shifted" or "" (see `alerts.suspicion`); `index` is of the programme as it would then be.
    """

    changes: tuple[Change, ...]
    people: tuple[int, ...] = ()
    everybody: int = 0
    suspicion: str = ""
    index: Index | None = field(default=None, repr=False, compare=False)


NOTHING: Final = Outlook(())
"""A programme that changes nothing."""


@dataclass(frozen=True, slots=True)
class Done:
    """What has come into force, and the manual changes to ask organisers about."""

    outlook: Outlook
    conflicts: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    """One try: what was in force, what comes, and what it follows from."""

    before: InForce | None
    edits: Sequence[Edit]
    merged: Merged
    ready: InForce
    also: Also | None
    source: str
    undo: bool = field(default=False)


class NoVersionError(Exception):
    """There is no version before the one in force."""


class UpdateService:
    """One change at a time; `changed` is called when messages were planned."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        programme: ProgrammeService,
        planner: Planner,
        alert_planner: AlertPlanner,
        changed: Callable[[], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._planner = planner
        self._alerts = alert_planner
        self._changed = changed
        self._turn = asyncio.Lock()

    def excerpt(self, outlook: Outlook) -> Excerpt:
        """What organisers see of it."""
        old = self._programme.index_so_far
        return excerpt(
            old, outlook.index or old, outlook.changes, outlook.people, outlook.everybody, outlook.suspicion
        )  # fmt: skip

    async def outlook(self, offer: Offer) -> Outlook:
        """What a programme would change if it came into force now."""
        await self._programme.load()
        before, edits = self._programme.loaded, await self._database.read(manual.load)
        if before is None:
            return NOTHING
        merged = await asyncio.to_thread(merge, before.index.programme, offer.programme, edits, whole=offer.whole)
        return await self._outlook(before.index, merged.difference)

    async def put_in_force(self, offer: Offer, also: Also | None = None) -> Done:
        """Bring a source's programme into force, with what organisers changed on top; `also` in the same transaction.

        The floor plan in force stays where the offer has none.
        """
        return await self._bring(
            lambda old, edits: merge(old, offer.programme, edits, whole=offer.whole),
            offer.source,
            also,
            offer.plan or None,
            first=offer.programme,
        )

    async def change(self, make: Merge, source: str, also: Also | None = None) -> Done:
        """Bring into force what `make` makes of the programme in force; its floor plan stays."""
        return await self._bring(make, source, also)

    async def undo(self) -> Done:
        """Bring the version before the one in force back; raises NoVersionError where none is kept."""
        target = await self._database.read(programmes.before)
        if target is None:
            raise NoVersionError

        def make(old: Programme, edits: Sequence[Edit]) -> Merged:
            difference = compare(old, target.programme)
            sessions = {one.id: one for one in target.programme.sessions}
            lasting = [
                edit
                for edit in edits
                if edit.session_id in sessions and value(sessions[edit.session_id], edit.field) == edit.mine
            ]
            return Merged(difference, tuple(lasting))

        return await self._bring(make, "undo", None, target.plan, undo=True)

    async def _bring(
        self,
        make: Merge,
        source: str,
        also: Also | None,
        plan: bytes | None = None,
        *,
        first: Programme | None = None,
        undo: bool = False,
    ) -> Done:
        async with self._turn:
            for _ in range(TRIES):
                await self._programme.load()
                before, edits = self._programme.loaded, await self._database.read(manual.load)
                merged, ready = await asyncio.to_thread(_prepared, make, before, edits, plan, first)
                step = _Step(before, edits, merged, ready, also, source, undo)
                outlook = await self._outlook(before.index, merged.difference) if before else NOTHING
                try:
                    write = partial(self._write, step=step)
                    version = await self._database.write(write, alone=True)
                except OutdatedError:
                    continue
                self._programme.take(replace(ready, version=version))
                self._changed()
                return Done(outlook, merged.conflicts)
        raise OutdatedError

    def _write(self, db: sqlite3.Connection, *, step: _Step) -> int:
        known = step.before.version if step.before else None
        if programmes.version(db) != known or manual.load(db) != step.edits:
            raise OutdatedError
        if step.also:
            step.also(db, step.merged.conflicts)
        manual.replace(db, step.merged.edits)
        _withdraw_questions(db, step)
        now, ready = self._clock.now(), step.ready
        version = programmes.put_in_force(
            db, ready.index.programme, ready.plan, step.source, int(now.timestamp()), undo=step.undo
        )
        if version != known:
            with roomy(db):
                self._follow(db, step, version)
        return version

    def _follow(self, db: sqlite3.Connection, step: _Step, version: int) -> None:
        now, new = self._clock.now(), step.ready.index
        if step.before is None:
            sessions = frozenset(new.all_sessions)
        else:
            old = step.before.index
            found = concerns(step.merged.difference.changes, old, new, now)
            self._alerts.plan(db, found, version, new.local(now))
            sessions = reminded_otherwise(old, new)
        self._planner.replan_sessions(db, sessions, new, now)

    async def _outlook(self, old: Index, difference: Difference) -> Outlook:
        new = await asyncio.to_thread(Index, difference.programme)
        changes = difference.changes

        about = [About(one.after.id, sorted(tracks_of(one, new))) for one in changes]

        def count(db: sqlite3.Connection) -> tuple[tuple[int, ...], int]:
            people = alerts.concerned(db, about)
            counts = tuple(len(people.get(one.after.id, ())) for one in changes)
            return counts, len(frozenset[int]().union(*people.values()))

        return Outlook(changes, *await self._database.read(count), suspicion(old, changes), new)


def _withdraw_questions(db: sqlite3.Connection, step: _Step) -> None:
    """What organisers were to be asked about a manual change, and no longer need to be."""
    open_ones = {(edit.session_id, edit.field, edit.offered) for edit in step.merged.edits}
    for edit in step.edits:
        if edit.offered and (edit.session_id, edit.field, edit.offered) not in open_ones:
            notices.withdraw(db, edit_topic(edit))


def _prepared(
    make: Merge, before: InForce | None, edits: Sequence[Edit], plan: bytes | None, first: Programme | None
) -> tuple[Merged, InForce]:
    if before is not None:
        merged = make(before.index.programme, edits)
        plan = before.plan if plan is None else plan
    elif first is not None:
        merged = Merged(Difference((), first))
    else:
        raise PersonError("error-no-programme")
    return merged, prepare(0, merged.difference.programme, plan or b"")
