"""A server with people, and a bot process that is killed and started again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.clock import SimulatedClock
from bot.commands.programmes import SAMPLE
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.http import serving
from bot.playground.rehearsal.process import BotProcess

START = datetime(2019, 9, 24, 9, 20, tzinfo=UTC)
PATIENCE = 30
TURNS = 10
"""Of the loop, each of which reads what has arrived."""


class Site:
    """A server with people, and a bot process that can be killed and started."""

    def __init__(self, api: LocalBotApi, bot: BotProcess, folder: Path) -> None:
        self.api, self.bot, self.folder = api, bot, folder

    @property
    def store(self) -> Path:
        """The bot's SQLite file."""
        return self.folder / "expo.db"

    async def start(self, moment: datetime = START, speed: float = 1) -> None:
        """Start the bot at that moment of the expo."""
        await self.bot.start(moment, speed)

    async def kill(self) -> None:
        """Kill the bot, and take in what it had already sent."""
        await self.bot.kill()
        for _ in range(TURNS):
            await asyncio.sleep(0.01)

    async def until(self, holds: Callable[[], object]) -> None:
        """Until it holds."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                await asyncio.sleep(0.01)


@asynccontextmanager
async def opened(folder: Path, programme: str = SAMPLE) -> AsyncIterator[Site]:
    """A site in an empty folder; its bot doesn't outlive it."""
    api = LocalBotApi(SimulatedClock(START))
    async with serving(api) as address:
        settings = {
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": f"sqlite:///{folder / 'expo.db'}",
            "PROGRAMME": programme,
            "MESSAGES_PER_SECOND": "500",
            "LOG_LEVEL": "WARNING",
        }
        site = Site(api, BotProcess(folder, settings), folder)
        try:
            yield site
        finally:
            await site.bot.end()
