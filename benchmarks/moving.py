"""Every session of FOSDEM is moved at once: how long until that is in force, and how long the loop is blocked."""

import asyncio
import random
import sqlite3
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Final

from standing import FOSDEM
from table import Figures

from bot.clock import SimulatedClock
from bot.commands.programmes import read_source
from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.services.alerts import AlertPlanner
from bot.services.programme import ProgrammeService
from bot.services.reminders import Planner
from bot.services.updates import UpdateService
from data import attendees, favourites, outbox
from data.database import Database
from data.proposals import Offer

_PEOPLE: Final = 10_000
_SAVED: Final = 15
_BEAT: Final = 0.005
_LATER: Final = timedelta(minutes=15)


async def measure() -> Figures | None:
    """None where the programme is not at hand."""
    if not FOSDEM.exists():
        return None
    programme = (await read_source(str(FOSDEM), "Europe/Brussels")).programme
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "expo.db")
        try:
            rows = await _moved(database, programme)
        finally:
            await database.close()
    return Figures("Every session moved at once", ("", ""), rows, f"{_PEOPLE:,} people, {_SAVED} favourites each.")


async def _moved(database: Database, programme: Programme) -> list[list[str]]:
    clock = SimulatedClock(Index(programme).sessions[0].start - timedelta(days=3))
    in_force = ProgrammeService(database)
    updates = UpdateService(database, clock, in_force, Planner(15), AlertPlanner(None), lambda: None)
    await database.write(lambda db: _fill(db, programme))
    await updates.put_in_force(Offer(programme, b"", "a"))
    blocked: list[float] = []
    beating = asyncio.create_task(_beat(blocked))
    began, cpu = time.perf_counter(), time.process_time()
    done = await updates.put_in_force(Offer(_later(programme), b"", "a"))
    took, worked = time.perf_counter() - began, time.process_time() - cpu
    beating.cancel()
    counts = await database.read(outbox.counts)
    return [
        ["sessions moved", f"{len(done.outlook.changes):,}"],
        ["alerts, reminders planned", f"{counts['alert', 'planned']:,}, {counts['reminder', 'planned']:,}"],
        ["in force after", f"{took:.1f} s, {worked:.1f} s of CPU"],
        ["the loop blocked at most", f"{max(blocked) * 1000:.0f} ms"],
    ]


def _fill(db: sqlite3.Connection, programme: Programme) -> None:
    dice = random.Random(1)  # noqa: S311 - the same at every run
    ids = [one.id for one in programme.sessions]
    for chat_id in range(1, _PEOPLE + 1):
        attendees.meet(db, chat_id, "en", 0)
        for session in dice.sample(ids, _SAVED):
            favourites.add(db, chat_id, session, 0)


def _later(programme: Programme) -> Programme:
    sessions = [
        one.model_copy(update={"start": one.start + _LATER, "end": one.end and one.end + _LATER}) if one.start else one
        for one in programme.sessions
    ]
    return programme.model_copy(update={"sessions": tuple(sessions)})


async def _beat(blocked: list[float]) -> None:
    while True:
        began = time.perf_counter()
        await asyncio.sleep(_BEAT)
        blocked.append(time.perf_counter() - began - _BEAT)
