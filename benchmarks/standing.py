"""A large expo as it stands: import, start to first answer, memory."""

import asyncio
import sqlite3
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Final

from server import TOKEN
from table import Figures

from bot.clock import SimulatedClock
from bot.commands.programmes import read_source
from bot.domain.models import Programme
from bot.domain.outbox import Kind
from bot.domain.programme import Index
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.http import serving
from bot.playground.rehearsal.process import BotProcess
from data import attendees, favourites, outbox
from data.database import Database
from data.programme import put_in_force

FOSDEM: Final = Path(__file__).parents[2] / "shared" / "programmes" / "fosdem-2025.schedule.xml"
_PEOPLE: Final = 10_000
_SAVED: Final = 10
_ROWS: Final = 300_000
_PATIENCE: Final = 60.0


async def measure() -> Figures | None:
    """None where the programme is not at hand."""
    if not FOSDEM.exists():
        return None
    with tempfile.TemporaryDirectory() as folder:
        programme, imported = await _imported(Path(folder))
        await _filled(Path(folder), Index(programme))
        rows = [
            ["reading and importing FOSDEM 2025", f"{imported:.1f} s"],
            *await _started(Path(folder), Index(programme)),
        ]
    sessions = len(programme.sessions)
    notes = f"{sessions:,} sessions, {_PEOPLE:,} attendees, {_PEOPLE * _SAVED:,} favourites, {_ROWS:,} outbox rows."
    return Figures("A large expo", ("", ""), rows, notes)


async def _imported(folder: Path) -> tuple[Programme, float]:
    began = time.perf_counter()
    programme = (await read_source(str(FOSDEM), "Europe/Brussels")).programme
    database = await Database.open(folder / "expo.db")
    try:
        await database.write(lambda db: put_in_force(db, programme, b"", str(FOSDEM), 0))
    finally:
        await database.close()
    return programme, time.perf_counter() - began


async def _filled(folder: Path, index: Index) -> None:
    database = await Database.open(folder / "expo.db")
    try:
        await database.write(lambda db: _fill(db, index))
    finally:
        await database.close()


def _fill(db: sqlite3.Connection, index: Index) -> None:
    starts = [(one.id, int(index.start(one).timestamp())) for one in index.sessions]
    for chat_id in range(1, _PEOPLE + 1):
        attendees.meet(db, chat_id, "nb", 0)
        for place in range(_SAVED):
            session, start = starts[(chat_id * 7 + place * 101) % len(starts)]
            favourites.add(db, chat_id, session, 0)
            outbox.plan(db, Kind.REMINDER, chat_id, session, version=start, due=start - 900, expires=start)
    for number in range(_ROWS - _PEOPLE * _SAVED):
        chat_id, broadcast = 1 + number % _PEOPLE, str(number // _PEOPLE)
        outbox.plan(db, Kind.BROADCAST, chat_id, broadcast, version=0, due=0, expires=1)
    db.execute("UPDATE outbox SET state = 'sent', sent_at = 0 WHERE kind = 'broadcast'")


async def _started(folder: Path, index: Index) -> list[list[str]]:
    moment = index.start(index.sessions[0]) - timedelta(hours=2)
    clock = SimulatedClock(moment)
    api = LocalBotApi(clock, token=TOKEN)
    person = api.person(_PEOPLE, "Kari")
    async with serving(api) as address:
        settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": f"sqlite:///{folder / 'expo.db'}",
        }
        bot = BotProcess(folder, settings)
        person.send("hva skjer kl 14?")
        began = time.perf_counter()
        ready = asyncio.create_task(bot.start(moment, 1))
        while not person.replies and time.perf_counter() - began < _PATIENCE:  # noqa: ASYNC110 - as a person looks
            await asyncio.sleep(0.01)
        answered = time.perf_counter() - began
        await ready
        await bot.stop()
    return [["start to first answer", f"{answered:.1f} s"], ["memory at its peak", f"{bot.peak_bytes / 1e6:.0f} MB"]]
