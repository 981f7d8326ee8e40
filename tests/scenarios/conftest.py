"""The whole bot over the local Bot API, on a simulated clock: tests read as conversations."""

import asyncio
import gc
import sqlite3
from collections.abc import AsyncIterator, Callable, Coroutine
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from bot.app import App
from bot.clock import SimulatedClock
from bot.config import Settings
from bot.playground.botapi import LocalBotApi, Person
from data import outbox
from data.database import Database

START = datetime.fromisoformat("2019-09-24T11:20:00+02:00")
ORGANISER = 1
_PATIENCE = 30.0


class Conversation:
    """One person's chat with the bot; what they see is what the tests compare."""

    def __init__(self, world: "World", person: Person) -> None:
        self._world = world
        self.person = person

    async def says(self, text: str) -> dict[str, Any]:
        """Write a text; the bot's last message then."""
        self.person.send(text)
        await self._world.settled()
        return self.last

    async def writes(self, text: str, entities: list[dict[str, Any]]) -> None:
        """Write a text with formatting of one's own."""
        user = self.person.user
        chat = {"id": self.person.id, "type": "private"}
        message = {"message_id": 1, "date": 1, "chat": chat, "from": user, "text": text, "entities": entities}
        self._world.api.inject("message", message)
        await self._world.settled()

    async def opens(self, payload: str) -> None:
        """Open the bot through a link."""
        self.person.start(payload)
        await self._world.settled()

    async def forges(self, data: str) -> dict[str, Any]:
        """Tap a button under the newest message that nobody sent; the bot's answer to the tap."""
        rows = self.last.setdefault("reply_markup", {"inline_keyboard": []})["inline_keyboard"]
        rows.append([{"text": "forged", "callback_data": data}])
        answer = await self.presses("forged")
        rows.pop()
        return answer

    async def presses(self, label: str) -> dict[str, Any]:
        """Tap the newest button that says so (or begins with it); the bot's answer to the tap, which there must be."""
        message, button = self._button(label)
        query = self.person.press(message["message_id"], button["callback_data"])
        await self._world.settled()
        answer = self.person.answered(query)
        assert answer is not None, f"the tap on {label!r} was not answered"
        return answer

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The bot's messages, oldest first."""
        return [message for message in self.person.messages if message["from"]["is_bot"]]

    @property
    def last(self) -> dict[str, Any]:
        """The bot's newest message."""
        return self.messages[-1]

    @property
    def text(self) -> str:
        """What the bot's newest message says."""
        return str(self.last.get("text") or self.last.get("caption"))

    @property
    def unasked(self) -> list[str]:
        """Every reminder and broadcast the person has got, in order."""
        texts = [str(message.get("text")) for message in self.messages]
        return [text for text in texts if text[0] in "⏰📣"]

    @property
    def lines(self) -> list[str]:
        """The same, line by line, without the empty ones."""
        return lines_of(self.last)

    @property
    def buttons(self) -> list[list[str]]:
        """The labels under the newest message."""
        return labels(self.last)

    def _button(self, label: str) -> tuple[dict[str, Any], dict[str, Any]]:
        for matches in (str.__eq__, str.startswith):
            for message in reversed(self.messages):
                for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                    for button in row:
                        if matches(button["text"], label):
                            return message, button
        raise AssertionError(f"no button {label!r} in {[labels(one) for one in self.messages]}")


def lines_of(message: dict[str, Any]) -> list[str]:
    """What a message says, line by line, without the empty ones."""
    return [line for line in str(message.get("text") or message.get("caption")).splitlines() if line]


def labels(message: dict[str, Any]) -> list[list[str]]:
    """The labels under a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in rows]


class World:
    """A running bot, its clock and the people who write to it."""

    def __init__(self, app: App, api: LocalBotApi, clock: SimulatedClock, database: Database) -> None:
        self.app = app
        self.api = api
        self.clock = clock
        self.database = database

    def meets(self, person_id: int, name: str, language: str = "nb") -> Conversation:
        """Somebody who has opened the bot's chat but said nothing yet."""
        return Conversation(self, self.api.person(person_id, name, language))

    async def settled(self) -> None:
        """Until every update is handled and confirmed."""
        await self.until(lambda: not self.api.waiting() and not self.app.ingest.busy)

    async def until(self, condition: Callable[[], object]) -> None:
        """Until it holds; fails where that takes too long."""
        async with asyncio.timeout(_PATIENCE):
            while not condition():
                await asyncio.sleep(0.002)

    async def moves_to(self, moment: str) -> None:
        """Jump the expo's clock to that local time and let what is due go out."""
        self.clock.set(self.app.services.programme.index.local(datetime.fromisoformat(moment + "+02:00")), 1)
        await self.sent()

    async def sent(self) -> None:
        """Until nothing that is due waits and nothing is on its way."""
        async with asyncio.timeout(_PATIENCE):
            while await self.database.read(self._to_send):
                await asyncio.sleep(0.002)

    def _to_send(self, db: sqlite3.Connection) -> bool:
        due = outbox.next_due(db)
        return bool(outbox.stranded(db)) or (due is not None and due <= self.clock.now().timestamp())


Start = Callable[..., Coroutine[Any, Any, World]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Starts the bot; called again it starts a second time on the same store, as after a restart."""
    running: list[App] = []

    async def begin(api: LocalBotApi | None = None, *, at: datetime = START, **settings: Any) -> World:
        while running:
            await running.pop().stop()
        clock = SimulatedClock(at)
        api = api or LocalBotApi(clock)
        defaults = {"organiser_ids": (ORGANISER,), "programme": str(files("data") / "sample" / "programme.json")}
        database = await Database.open(tmp_path / "expo.db")
        app = App(Settings(_env_file=None, **{**defaults, **settings}), api.token, clock, database, api.request)
        running.append(app)
        await app.start()
        return World(app, api, clock, database)

    yield begin
    while running:
        await running.pop().stop()
    # A programme taken over is kept out of the collector's sight for good, with all that was garbage beside it.
    gc.unfreeze()


@pytest.fixture
async def world(start: Start) -> World:
    """The bot over the sample expo, on its first day at 11:20."""
    return await start()


@pytest.fixture
def kari(world: World) -> Conversation:
    """An attendee with Telegram in bokmål."""
    return world.meets(1001, "Kari")


@pytest.fixture
def ola(world: World) -> Conversation:
    """An organiser."""
    return world.meets(ORGANISER, "Ola")
