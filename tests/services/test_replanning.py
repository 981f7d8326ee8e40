"""What a person chooses in the very moment another programme comes into force."""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

import pytest

from bot.clock import SimulatedClock
from bot.domain.models import Programme, Session, Track
from bot.domain.people import Attendee
from bot.domain.programme import Index
from bot.services.agenda import AgendaService, Saved
from bot.services.attendees import AttendeeService
from bot.services.programme import InForce, OutdatedError, ProgrammeService
from bot.services.reminders import Planner
from bot.services.replanning import Replanning
from bot.services.subscriptions import SubscriptionService
from data import outbox
from data import programme as programmes
from data.database import Database

NOW = datetime.fromisoformat("2027-05-05T08:00:00+02:00")
KARI = 1


def session(key: str, clock: str, **fields: Any) -> dict[str, Any]:
    return {"id": key, "title": key, "start": f"2027-05-05T{clock}:00+02:00", **fields}


def expo(ferry: str) -> Programme:
    """A ferry at that time; a bus, which is of a track, and a train later on."""
    return Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "tracks": [{"id": "land", "name": "På land"}],
            "sessions": [session("ferry", ferry), session("bus", "16:00", track="land"), session("train", "18:00")],
        }
    )


class Watched(ProgrammeService):
    """Counts what it takes over."""

    taken = 0

    def take(self, programme: InForce) -> None:
        self.taken += 1
        super().take(programme)


class Deaf(ProgrammeService):
    """Loads once and never again."""

    async def load(self) -> bool:
        return self.loaded is not None or await super().load()


class World:
    """Kari, the services she uses, and a programme that others change."""

    def __init__(self, database: Database, programme: ProgrammeService) -> None:
        clock = SimulatedClock(NOW)
        self.database, self.programme, self.planner = database, programme, Planner(15)
        replanning = Replanning(clock, programme, self.planner, lambda: None)
        self.agenda = AgendaService(database, clock, programme, replanning)
        self.attendees = AttendeeService(database, clock, replanning)
        self.subscriptions = SubscriptionService(database, clock, programme, replanning)

    async def begins(self) -> Attendee:
        """The ferry leaves at two; Kari has saved it and follows the bus's track."""
        await self.brings("14:00")
        await self.programme.load()
        kari = await self.attendees.meet(KARI, "nb")
        await self.agenda.save(kari, self.session("ferry"))
        await self.subscriptions.follow(KARI, self.track)
        return kari

    async def brings(self, ferry: str) -> None:
        """Another process puts a programme in force and plans the reminders that follow from it."""
        index = Index(expo(ferry))

        def work(db: sqlite3.Connection) -> None:
            programmes.put_in_force(db, index.programme, b"", "a.json", 0)
            self.planner.replan_sessions(db, index.all_sessions, index, NOW)

        await self.database.write(work)

    def session(self, key: str) -> Session:
        return self.programme.index.all_sessions[key]

    @property
    def track(self) -> Track:
        return self.programme.index.tracks["land"]

    async def planned(self) -> dict[str, str]:
        """When each planned reminder is due, by its session."""
        sql = "SELECT subject, due FROM outbox WHERE state = 'planned' ORDER BY subject"
        rows = await self.database.read(lambda db: db.execute(sql).fetchall())
        assert len({row["subject"] for row in rows}) == len(rows)
        return {row["subject"]: f"{datetime.fromtimestamp(row['due'], NOW.tzinfo):%H:%M}" for row in rows}


@pytest.fixture
async def world(database: Database) -> World:
    return World(database, Watched(database))


Tap = Callable[[World, Attendee], Coroutine[Any, Any, Any]]


def saves(world: World, kari: Attendee) -> Coroutine[Any, Any, Saved]:
    return world.agenda.save(kari, world.session("train"))


def wants_more_time(world: World, _: Attendee) -> Coroutine[Any, Any, None]:
    return world.attendees.set_reminder_minutes(KARI, 30)


def unfollows(world: World, _: Attendee) -> Coroutine[Any, Any, None]:
    return world.subscriptions.unfollow(KARI, world.track)


TAPS = [
    (saves, {"bus": "15:45", "ferry": "11:45", "train": "17:45"}),
    (wants_more_time, {"bus": "15:30", "ferry": "11:30"}),
    (unfollows, {"ferry": "11:45"}),
]


@pytest.mark.parametrize(("tap", "planned"), TAPS)
async def test_tap_after_another_process_changed_the_programme_goes_by_the_new_one(
    world: World, tap: Tap, planned: dict[str, str]
) -> None:
    kari = await world.begins()
    await world.brings("12:00")
    await tap(world, kari)
    assert await world.planned() == planned


@pytest.mark.parametrize(("tap", "planned"), TAPS)
async def test_tap_committed_together_with_a_new_programme_goes_by_it(
    world: World, tap: Tap, planned: dict[str, str]
) -> None:
    kari = await world.begins()
    await asyncio.gather(world.brings("12:00"), tap(world, kari))
    assert await world.planned() == planned


async def test_who_returns_after_the_programme_changed_is_reminded_by_the_new_one(world: World) -> None:
    await world.begins()
    await world.attendees.block(KARI)
    await world.brings("12:00")
    await world.attendees.meet(KARI, "nb")
    assert await world.planned() == {"bus": "15:45", "ferry": "11:45"}


async def test_session_that_moved_since_it_was_shown_is_saved_as_it_is_now(world: World) -> None:
    kari = await world.begins()
    shown = world.session("ferry")
    await world.brings("12:00")
    saved = await world.agenda.save(kari, shown)
    assert (saved.session, saved.reminder) == (
        world.session("ferry"),
        datetime.fromisoformat("2027-05-05T11:45:00+02:00"),
    )


async def test_new_programme_is_loaded_once_for_all_who_wait_for_it(world: World) -> None:
    kari = await world.begins()
    await world.brings("12:00")
    await asyncio.gather(*(world.agenda.save(kari, world.session(key)) for key in ("ferry", "bus", "train")))
    assert isinstance(world.programme, Watched)
    assert world.programme.taken == 2


async def test_tap_fails_whole_where_the_new_programme_does_not_come(database: Database) -> None:
    world = World(database, Deaf(database))
    kari = await world.begins()
    await world.brings("12:00")
    before = await database.read(lambda db: outbox.of_chat(db, KARI))
    with pytest.raises(OutdatedError):
        await world.agenda.save(kari, world.session("train"))
    assert await database.read(lambda db: outbox.of_chat(db, KARI)) == before
    assert await world.agenda.favourites(KARI) == {"ferry"}
