"""A sender with all it needs, for its tests."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from telegram import InlineKeyboardMarkup
from telegram.ext import ExtBot

from bot.clock import SimulatedClock
from bot.delivery.gate import Priority, Turn
from bot.delivery.pacer import Pacer
from bot.delivery.sender import Sender
from bot.domain.outbox import Kind, Parcel, Row, State
from bot.playground.botapi import LocalBotApi
from data import attendees, outbox
from data.database import Database

START = datetime(2019, 9, 24, 12, tzinfo=UTC)
NOW = int(START.timestamp())
HOUR = 3600
KARI, OLA, STRANGER = 7, 8, 99
PATIENCE = 30


@dataclass(frozen=True)
class Note:
    text: str
    keyboard: InlineKeyboardMarkup | None = None


class ClosedPacer(Pacer):
    """Lets nothing unasked through before it is opened."""

    def __init__(self, rate: float) -> None:
        super().__init__(rate)
        self.opened = asyncio.Event()

    async def turn(self, priority: Priority) -> Turn:
        await self.opened.wait()
        return await super().turn(priority)


@dataclass
class Post:
    """A sender with all it needs. Its messages say what they are about; `pointless` subjects have none."""

    database: Database
    api: LocalBotApi
    bot: ExtBot[Any]
    clock: SimulatedClock = field(default_factory=lambda: SimulatedClock(START))
    pacer: Pacer = field(default_factory=lambda: Pacer(1000))
    pointless: set[str] = field(default_factory=set)
    faulty: dict[str, list[Exception]] = field(default_factory=dict)
    rendered_at: list[float] = field(default_factory=list)
    alarms: list[datetime | None] = field(default_factory=list)
    running: asyncio.Task[None] | None = None
    sender: Sender = field(init=False)

    def render(self, parcel: Parcel, _: datetime) -> tuple[Note, list[Row]] | None:
        self.rendered_at.append(asyncio.get_running_loop().time())
        for row in parcel:
            if errors := self.faulty.get(row.subject):
                raise errors.pop(0)
        told = [row for row in parcel if row.subject not in self.pointless]
        return (Note("<b>" + " ".join(row.subject for row in told) + "</b>"), told) if told else None

    async def start(self, later: outbox.Later = lambda at, _: at) -> None:
        self.sender = Sender(self.database, self.bot, self.pacer, self.clock, self.render, self.alarms.append, later)
        self.running = asyncio.create_task(self.sender.run())

    async def stop(self) -> None:
        if self.running:
            self.running.cancel()
            await asyncio.wait([self.running])

    async def plan(self, kind: Kind, subject: str, *chats: int, due: int = NOW, expires: int = NOW + HOUR) -> None:
        def work(db: sqlite3.Connection) -> None:
            for chat_id in chats:
                outbox.plan(db, kind, chat_id, subject, version=0, due=due, expires=expires)

        await self.database.write(work)

    async def rows(self, *columns: str) -> list[tuple[Any, ...]]:
        """These columns of the outbox, in the order it was planned."""
        wanted = ", ".join(columns)
        rows = await self.database.read(
            lambda db: db.execute(f"SELECT {wanted} FROM outbox ORDER BY id").fetchall()  # noqa: S608 - our own names
        )
        return [tuple(row.values()) for row in rows]

    async def states(self) -> list[str]:
        return [state for (state,) in await self.rows("state")]

    async def until(self, holds: Callable[[list[str]], bool]) -> None:
        async with asyncio.timeout(PATIENCE):
            while not holds(await self.states()):
                await asyncio.sleep(0.002)

    async def settled(self) -> list[str]:
        """The states, once nothing is open."""
        await self.until(lambda states: not {State.PLANNED, State.SENDING} & {*states})
        return await self.states()

    async def delivers(self, kind: Kind, subject: str, *chats: int) -> list[str]:
        """Plan, start, and the states once nothing is open."""
        await self.plan(kind, subject, *chats)
        await self.start()
        return await self.settled()

    def seen(self, chat_id: int) -> list[str]:
        """What a person got from the bot."""
        return [message["text"] for message in self.api.person(chat_id, "").replies]

    @property
    def sends(self) -> list[str]:
        """What was tried to be sent, in order."""
        return [call["text"] for method, call in self.api.calls if method == "sendMessage"]


@asynccontextmanager
async def opened(database: Database) -> AsyncIterator[Post]:
    """Kari and Ola have begun a chat, a stranger is met; the sender is not started yet."""
    api = LocalBotApi(SimulatedClock(START))
    for chat_id, name in ((KARI, "Kari"), (OLA, "Ola")):
        api.person(chat_id, name).start()
    await met(database, KARI, OLA, STRANGER)
    turns = Pacer(1000)
    bot: ExtBot[Turn] = ExtBot(api.token, request=api.request(), get_updates_request=api.request(), rate_limiter=turns)
    async with bot:
        post = Post(database, api, bot, pacer=turns)
        yield post
        await post.stop()


async def met(database: Database, *chats: int) -> None:
    def work(db: sqlite3.Connection) -> None:
        for chat_id in chats:
            attendees.meet(db, chat_id, "nb", 0)

    await database.write(work)


async def until(holds: Callable[[], object]) -> None:
    """Until it holds."""
    async with asyncio.timeout(PATIENCE):
        while not holds():
            await asyncio.sleep(0.002)
