import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.clock import SimulatedClock
from bot.domain.models import Programme
from bot.domain.outbox import Kind
from bot.domain.quiet import read_hours
from bot.services.alerts import AlertPlanner
from bot.services.programme import ProgrammeService
from bot.services.reminders import Planner
from bot.services.updates import NoVersionError, UpdateService
from data import attendees, favourites, outbox, subscriptions
from data.database import Database
from data.proposals import Offer

NOW = datetime.fromisoformat("2027-05-05T08:00:00+02:00")
KARI, OLA = 1, 2


def programme(*sessions: dict[str, Any]) -> Programme:
    return Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": "a", "name": "Hall A"}],
            "tracks": [{"id": "hav", "name": "Havet"}],
            "sessions": sessions,
        }
    )


def session(key: str, clock: str = "10:00", **fields: Any) -> dict[str, Any]:
    return {"id": key, "title": key, "start": f"2027-05-05T{clock}:00+02:00", "room": "a", **fields}


class World:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = SimulatedClock(NOW)
        self.programme = ProgrammeService(database)
        quiet = AlertPlanner(read_hours("22:00-07:00"))
        self.updates = UpdateService(database, self.clock, self.programme, Planner(15), quiet, lambda: None)

    async def takes(self, *sessions: dict[str, Any]) -> None:
        await self.updates.put_in_force(Offer(programme(*sessions), b"", "a.json"))

    async def knows(self, chat_id: int, saved: Sequence[str] = (), followed: Sequence[str] = ()) -> None:
        def work(db: Any) -> None:
            attendees.meet(db, chat_id, "nb", 0)
            for one in saved:
                favourites.add(db, chat_id, one, 0)
            for one in followed:
                subscriptions.add(db, chat_id, one, 0)

        await self.database.write(work)

    async def rows(self) -> list[tuple[int, str, str, str, str]]:
        """Chat, kind, subject, due (local), state, by kind and chat."""
        sql = "SELECT chat_id, kind, subject, due, state FROM outbox ORDER BY kind, chat_id, subject, due"
        found = await self.database.read(lambda db: db.execute(sql).fetchall())
        return [(row["chat_id"], row["kind"], row["subject"], self._clock(row["due"]), row["state"]) for row in found]

    def _clock(self, seconds: int) -> str:
        return f"{datetime.fromtimestamp(seconds, NOW.tzinfo):%d %H:%M}"


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


async def test_first_programme_plans_reminders_and_alerts_nobody(world: World) -> None:
    await world.knows(KARI, ["bussen"])
    await world.knows(OLA, followed=["hav"])
    await world.takes(session("bussen"), session("ferga", "11:00", track="hav"))
    assert await world.rows() == [
        (KARI, "reminder", "bussen", "05 09:45", "planned"),
        (OLA, "reminder", "ferga", "05 10:45", "planned"),
    ]


async def test_alerts_go_to_savers_and_followers_only(world: World) -> None:
    await world.takes(session("bussen"), session("ferga", "11:00", track="hav"), session("toget", "12:00"))
    await world.knows(KARI, ["bussen"])
    await world.knows(OLA, followed=["hav"])
    await world.knows(3, ["toget"])
    await world.takes(session("bussen", "10:30"), session("ferga", "11:30", track="hav"), session("toget", "12:00"))
    assert await world.rows() == [
        (KARI, "alert", "bussen", "05 08:00", "planned"),
        (OLA, "alert", "ferga", "05 08:00", "planned"),
        (KARI, "reminder", "bussen", "05 10:15", "planned"),
        (OLA, "reminder", "ferga", "05 11:15", "planned"),
    ]


async def test_renamed_id_keeps_its_favourite(world: World) -> None:
    await world.takes(session("bussen", speakers=[]))
    await world.knows(KARI, ["bussen"])
    await world.takes({**session("bussen", "10:30"), "id": "x9"})
    assert [one.id for one in world.programme.index.sessions] == ["bussen"]


async def test_cancelled_session_has_no_reminder(world: World) -> None:
    await world.takes(session("bussen"), session("ferga"), session("toget"), session("flyet"))
    await world.knows(KARI, ["bussen", "ferga"])
    await world.takes(session("bussen", "10:30"), session("ferga"), session("toget"), session("flyet"))
    await world.takes(session("ferga"), session("toget"), session("flyet"))
    assert [row for row in await world.rows() if row[1] == "reminder"] == []


async def test_own_lead_and_silence_hold(world: World) -> None:
    await world.takes(session("bussen"), session("ferga", track="hav"))
    await world.knows(KARI, ["bussen"])
    await world.knows(OLA, ["ferga"], ["hav"])

    def work(db: Any) -> None:
        attendees.set_reminder_minutes(db, KARI, 30)
        favourites.set_lead(db, OLA, "ferga", 0)

    await world.database.write(work)
    await world.takes(session("bussen", "11:00"), session("ferga", "11:00", track="hav"))
    assert [row for row in await world.rows() if row[1] == "reminder"] == [
        (KARI, "reminder", "bussen", "05 10:30", "planned")
    ]


async def test_reminder_already_due_is_neither_moved_nor_withdrawn(world: World) -> None:
    await world.knows(KARI, ["bussen"])
    await world.takes(session("bussen", "08:20"))
    world.clock.jump(timedelta(minutes=10))
    await world.takes(session("bussen", "08:20", abstract="Ny tekst"))
    assert await world.rows() == [(KARI, "reminder", "bussen", "05 08:05", "planned")]


async def test_quiet_hours_hold_alerts(world: World) -> None:
    await world.takes(session("bussen"))
    await world.knows(KARI, ["bussen"])
    world.clock.set(NOW - timedelta(hours=4), 1)
    await world.takes(session("bussen", "10:30"))
    assert (await world.rows())[0] == (KARI, "alert", "bussen", "05 07:00", "planned")


async def test_who_wants_no_alerts_or_blocked_the_bot_gets_none(world: World) -> None:
    await world.takes(session("bussen"))
    for chat_id in (KARI, OLA):
        await world.knows(chat_id, ["bussen"])

    def work(db: Any) -> None:
        attendees.set_alerts(db, KARI, on=False)
        attendees.mark_blocked(db, OLA, 1)

    await world.database.write(work)
    await world.takes(session("bussen", "10:30"))
    assert await world.rows() == [(KARI, "reminder", "bussen", "05 10:15", "planned")]


async def test_outlook_counts_people_and_changes_nothing(world: World) -> None:
    await world.takes(session("bussen"), session("ferga", track="hav"), session("toget"))
    await world.knows(KARI, ["bussen", "ferga"])
    await world.knows(OLA, followed=["hav"])
    outlook = await world.updates.outlook(Offer(programme(session("bussen", "10:30"), session("toget")), b"", "a.json"))
    told = [(change.after.id, change.kinds, n) for change, n in zip(outlook.changes, outlook.people, strict=True)]
    assert told == [("ferga", ("cancelled",), 2), ("bussen", ("moved",), 1)]
    assert (outlook.everybody, outlook.suspicion) == (2, "")
    assert world.programme.current.version == 1
    assert await world.rows() == []


async def test_undo_leads_back_step_by_step(world: World) -> None:
    await world.knows(KARI, ["bussen"])
    for clock in ("10:00", "10:30", "11:00"):
        await world.takes(session("bussen", clock))
    for clock in ("10:30", "10:00"):
        await world.updates.undo()
        assert f"{world.programme.index.sessions[0].start:%H:%M}" == clock
    assert [row for row in await world.rows() if row[1] == "reminder"] == [
        (KARI, "reminder", "bussen", "05 09:45", "planned")
    ]
    with pytest.raises(NoVersionError):
        await world.updates.undo()


async def test_failure_leaves_everything_as_it_was(world: World) -> None:
    await world.takes(session("bussen"))
    await world.knows(KARI, ["bussen"])

    def fail(db: Any, _: Any) -> None:
        outbox.plan(db, Kind.REMINDER, KARI, "x", version=1, due=1, expires=2)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        await world.updates.put_in_force(Offer(programme(session("bussen", "10:30")), b"", "a"), fail)
    assert (world.programme.current.version, await world.rows()) == (1, [])


async def test_two_updates_at_once_take_turns(world: World) -> None:
    await world.takes(session("bussen"))
    await asyncio.gather(*(world.takes(session("bussen", f"1{hour}:00")) for hour in (1, 2, 3)))
    assert world.programme.current.version == 4
