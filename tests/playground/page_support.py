"""A served chat page of two people, with no bot but the test."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import httpx

from bot.clock import SimulatedClock
from bot.playground.botapi import LocalBotApi, Person
from bot.playground.people import DemoPerson
from bot.playground.server import PlaygroundServer, create_app

OSLO = ZoneInfo("Europe/Oslo")
SLOW = 1e-6
"""Expo seconds a real second: a test takes no expo time."""
START = datetime(2024, 9, 24, 11, 20, tzinfo=OSLO)


@dataclass
class Demo:
    """What a test holds: the people, the clock, the address, and the bot's side by `call` and `update`."""

    clock: SimulatedClock = field(default_factory=lambda: SimulatedClock(START, SLOW))
    due: datetime | None = None
    address: str = ""
    _offset: int = 0

    def __post_init__(self) -> None:
        self.api = LocalBotApi(self.clock)
        self.kari: Person = self.api.person(1001, "Kari", "nb")
        self.ola: Person = self.api.person(1, "Ola", "en")
        people = [DemoPerson(self.kari), DemoPerson(self.ola, organiser=True)]
        self.app = create_app(self.api, self.clock, people, next_due=self._next_due)

    async def _next_due(self) -> datetime | None:
        return self.due

    async def call(self, method: str, **parameters: object) -> Any:
        """What the bot does; the result."""
        reply = await self.api.call(method, parameters)
        assert reply.body["ok"], reply.body
        return reply.body["result"]

    async def say(self, text: str, **more: object) -> int:
        """Write to Kari; the message's id."""
        message = await self.call("sendMessage", chat_id=self.kari.id, text=text, **more)
        return int(message["message_id"])

    async def update(self) -> dict[str, Any]:
        """The next thing the bot hears, waited for."""
        [update] = await self.call("getUpdates", offset=self._offset, timeout=5, limit=1)
        self._offset = update["update_id"] + 1
        return dict(update)

    def client(self) -> httpx.AsyncClient:
        """A browser on the page, without a network."""
        base = "http://127.0.0.1:8000"
        transport = httpx.ASGITransport(self.app)
        return httpx.AsyncClient(transport=transport, base_url=base, headers={"Origin": base})

    @asynccontextmanager
    async def served(self, port: int = 0) -> AsyncIterator[None]:
        """Serve the page at `address`."""
        server = PlaygroundServer(self.app, port)
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        self.address = server.address
        try:
            yield
        finally:
            server.should_exit = True
            await task
