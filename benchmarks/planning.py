"""Planning 100,000 reminders: our outbox beside one APScheduler job each."""

import asyncio
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.date import DateTrigger
from table import Figures

from bot.domain.reminders import Reminder
from data import attendees, outbox
from data.database import Database

_NUMBER: Final = 100_000
_EACH: Final = 10
_START: Final = datetime(2027, 5, 5, 9, tzinfo=UTC)


async def measure() -> Figures:
    """In the same run, one after the other."""
    rows = [
        ["the outbox", f"{await _outbox():.1f} s", "all of them, committed with fsync"],
        ["APScheduler, in memory", f"{await _jobs({}):.1f} s", "gone with the process"],
        ["APScheduler, in SQLite", f"{await _stored():.0f} s", "a commit each"],
    ]
    notes = f"{_NUMBER:,} reminders, {_EACH} for each of {_NUMBER // _EACH:,} people; one job for each."
    return Figures("Planning 100,000 reminders", ("", "time", ""), rows, notes)


async def _outbox() -> float:
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "expo.db")
        try:
            await database.write(_people)
            began = time.perf_counter()
            for chat_id in range(0, _NUMBER // _EACH, 500):
                await database.write(partial(_plan, chats=range(chat_id, chat_id + 500)))
            return time.perf_counter() - began
        finally:
            await database.close()


def _people(db: sqlite3.Connection) -> None:
    for chat_id in range(_NUMBER // _EACH):
        attendees.meet(db, chat_id, "nb", 0)


def _plan(db: sqlite3.Connection, *, chats: range) -> None:
    for chat_id in chats:
        starts = [_START + timedelta(hours=hour) for hour in range(_EACH)]
        wanted = [Reminder(f"s{hour}", start, start - timedelta(minutes=15)) for hour, start in enumerate(starts)]
        outbox.replan_reminders(db, chat_id, wanted, 0)


async def _stored() -> float:
    with tempfile.TemporaryDirectory() as folder:
        return await _jobs({"url": f"sqlite:///{folder}/jobs.db"})


async def _jobs(store: dict[str, Any]) -> float:
    scheduler = AsyncIOScheduler(timezone=UTC)
    if store:
        scheduler.add_jobstore("sqlalchemy", **store)
    scheduler.start(paused=True)
    began = time.perf_counter()
    for one in range(_NUMBER):
        moment = _START + timedelta(seconds=one % 36_000)
        scheduler.add_job(_remind, DateTrigger(moment), args=[one], id=str(one))
    seconds = time.perf_counter() - began
    scheduler.shutdown(wait=False)
    await asyncio.sleep(0)
    return seconds


async def _remind(_: int) -> None:
    """What a job would do."""
