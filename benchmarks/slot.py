"""4,500 reminders for one slot while people ask: pace, promise kept, how long answers take."""

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
from bot.commands.programmes import SAMPLE, read_source
from bot.domain.programme import Index
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.http import serving
from bot.playground.botapi.pace import Pace
from bot.playground.rehearsal.process import BotProcess
from bot.playground.rehearsal.watch import Watch
from data import attendees, favourites
from data.database import Database

_PEOPLE: Final = 4500
_FIRST: Final = 1000
_RATE: Final = 30
_LEAD: Final = timedelta(minutes=15)
_EARLY: Final = timedelta(minutes=4, seconds=10)
_PATIENCE: Final = 400.0


async def measure() -> Figures:
    """At 30 a second in real time, the fake server refusing whatever Telegram would."""
    index = Index((await read_source(SAMPLE, "Europe/Oslo")).programme)
    session = index.sessions[10]
    due = index.start(session) - _LEAD
    with tempfile.TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "expo.db")
        await database.write(lambda db: _fill(db, session.id))
        await database.close()
        clock = SimulatedClock(due - _EARLY)
        api = LocalBotApi(clock, token=TOKEN)
        api.pace = Pace(clock, per_second=_RATE)
        for number in range(_PEOPLE):
            api.person(_FIRST + number, "A")._chat.begun = True  # noqa: SLF001 - they had written before
        watch = Watch(api, clock)
        watching = asyncio.create_task(watch.listen())
        async with serving(api) as address:
            bot = BotProcess(Path(folder), _settings(Path(folder), address))
            clock.set(await bot.start(due - _EARLY, 1), 1)
            ends = time.monotonic() + _PATIENCE
            while len(watch.unasked) < _PEOPLE and time.monotonic() < ends:  # noqa: ASYNC110 - nothing tells of it
                await asyncio.sleep(0.2)
            await bot.stop()
        watching.cancel()
    return _figures(watch, api, due.timestamp())


def _settings(folder: Path, address: str) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": f"sqlite:///{folder / 'expo.db'}",
        "PROGRAMME": SAMPLE,
        "MESSAGES_PER_SECOND": str(_RATE),
        "LOG_LEVEL": "WARNING",
    }


def _fill(db: sqlite3.Connection, session: str) -> None:
    """All have saved it; the import at the start plans their reminders."""
    for chat_id in range(_FIRST, _FIRST + _PEOPLE):
        attendees.meet(db, chat_id, "nb", 0)
        favourites.add(db, chat_id, session, 0)


def _figures(watch: Watch, api: LocalBotApi, due: float) -> Figures:
    took = watch.unasked[-1].real - watch.unasked[0].real
    last = due - watch.unasked[-1].moment.timestamp()
    calls = sum(method == "sendMessage" for method, _ in api.calls)
    rows = [
        ["reminders delivered", f"{len(watch.unasked):,}"],
        ["from the first to the last", f"{took:.1f} s, at the limit {(_PEOPLE - 1) / _RATE:.1f} s"],
        ["the last before its promised minute", f"{last:.0f} s"],
        ["429s", str(calls - len(watch.unasked))],
    ]
    return Figures("4,500 reminders for one slot", ("", ""), rows, f"At {_RATE} a second, in real time.")
