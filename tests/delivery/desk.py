"""A desk at which updates are handled, for the tests of the way in."""

import asyncio
from typing import Any, Final

from telegram import Update
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.ingest import Ingest
from bot.delivery.polling import Polling
from bot.playground.botapi import LocalBotApi
from data.database import Database

KARI: Final = 7
OLA: Final = 8
PATIENCE: Final = 30


class Desk:
    """Handles updates, each as its text says: "slow …" waits until let go, "bad …" fails; keeps what happened."""

    def __init__(self, api: LocalBotApi, bot: ExtBot[Any], database: Database, *, deadline: float = PATIENCE) -> None:
        self.log: list[str] = []
        self.free = asyncio.Event()
        self._api = api
        self.ingest = Ingest(bot, database, Clock(), self.handle, self.apologise, deadline=deadline)
        self.polling = Polling(bot, api.request(), self.ingest, poll_seconds=1)

    async def handle(self, update: Update) -> None:
        text = self._text(update)
        self.log.append(text)
        if text.startswith("slow"):
            await self.free.wait()
            self.log.append(f"{text} done")
        if text.startswith("bad"):
            raise LookupError(text)

    async def apologise(self, update: Update) -> None:
        self.log.append(f"sorry for {self._text(update)}")

    @staticmethod
    def _text(update: Update) -> str:
        if update.callback_query:
            return f"press {update.callback_query.data}"
        return str(update.effective_message and update.effective_message.text)

    async def until(self, *log: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while self.log != [*log]:
                await asyncio.sleep(0.002)

    async def settled(self) -> None:
        """Until everything has been fetched, confirmed and handled."""
        async with asyncio.timeout(PATIENCE):
            while self._api.waiting() or self.ingest.busy:
                await asyncio.sleep(0.002)
