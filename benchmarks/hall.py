"""`expobot run` with 4,500 people, in real time; the local Bot API refuses whatever Telegram would."""

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from server import TOKEN

from bot.clock import SimulatedClock
from bot.commands.programmes import SAMPLE
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.errors import RefusedError
from bot.playground.botapi.faults import Slow
from bot.playground.botapi.http import serving
from bot.playground.botapi.pace import Pace
from bot.playground.rehearsal.organiser import ORGANISER
from bot.playground.rehearsal.process import BotProcess
from bot.playground.rehearsal.watch import Delivery, Watch
from data import attendees
from data.database import Database

PEOPLE: Final = range(1000, 5500)
RATE: Final = 30
DELAY: Final = 0.05
"""Real seconds a message takes at the server, as Telegram's do."""


class Counted(Pace):
    """Telegram's limits; counts the 429s of what goes to attendees (the organiser writes faster than a person)."""

    refused = 0

    def check(self, method: str, chat_id: object, *, paid: bool) -> None:
        """Count one call; a 429 where it comes too soon."""
        try:
            super().check(method, chat_id, paid=paid)
        except RefusedError:
            self.refused += chat_id in PEOPLE
            raise


@dataclass(frozen=True)
class Hall:
    """A server with people, what they see, and the bot."""

    api: LocalBotApi
    watch: Watch
    clock: SimulatedClock
    pace: Counted

    @property
    def reached(self) -> list[Delivery]:
        """What people got unasked."""
        return [one for one in self.watch.unasked if one.person in PEOPLE]

    async def until(self, holds: Callable[[], bool], patience: float) -> None:
        """Until it holds; raises TimeoutError."""
        ends = time.monotonic() + patience
        while not holds():
            if time.monotonic() > ends:
                raise TimeoutError
            await asyncio.sleep(0.2)


@asynccontextmanager
async def opened(
    moment: datetime, fill: Callable[[sqlite3.Connection], None], programme: str = SAMPLE
) -> AsyncIterator[Hall]:
    """The bot at that moment of the expo; `fill` adds to the store what people have done before."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await _store(folder, fill)
        clock = SimulatedClock(moment)
        api = LocalBotApi(clock, token=TOKEN)
        api.pace = pace = Counted(clock, per_second=RATE)
        for method in ("sendMessage", "editMessageText"):
            api.faults.add(method, Slow(DELAY), times=None)
        for number in PEOPLE:
            api.person(number, "A")._chat.begun = True  # noqa: SLF001 - they had written before
        watch = Watch(api, clock)
        watching = asyncio.create_task(watch.listen())
        async with serving(api) as address:
            bot = BotProcess(folder, _settings(folder, address, programme))
            try:
                clock.set((await bot.start(moment, 1))[0], 1)
                yield Hall(api, watch, clock, pace)
                await bot.stop()
            finally:
                await bot.end()
                watching.cancel()


async def _store(folder: Path, fill: Callable[[sqlite3.Connection], None]) -> None:
    def work(db: sqlite3.Connection) -> None:
        for number in PEOPLE:
            attendees.meet(db, number, "nb", 0)
        fill(db)

    database = await Database.open(folder / "expo.db")
    await database.write(work)
    await database.close()


def _settings(folder: Path, address: str, programme: str) -> dict[str, str]:
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": address,
        "DATABASE_URL": f"sqlite:///{folder / 'expo.db'}",
        "PROGRAMME": programme,
        "ORGANISER_IDS": str(ORGANISER),
        "MESSAGES_PER_SECOND": str(RATE),
        "LOG_LEVEL": "WARNING",
    }
