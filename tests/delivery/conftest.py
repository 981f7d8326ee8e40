"""The local Bot API, a bot on it and a desk that polls."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery import backoff, sender
from bot.playground.botapi import LocalBotApi
from data.database import Database
from tests.delivery.desk import KARI, OLA, Desk
from tests.delivery.leap import Leap
from tests.delivery.post import Post, opened


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little time between two tries."""
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.02)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change


@pytest.fixture
def leap(monkeypatch: pytest.MonkeyPatch) -> Leap:
    """Moves time on."""
    return Leap(monkeypatch)


@pytest.fixture
def api() -> LocalBotApi:
    api = LocalBotApi(Clock())
    for person, name in ((KARI, "Kari"), (OLA, "Ola")):
        api.person(person, name)
    return api


@pytest.fixture
async def bot(api: LocalBotApi) -> AsyncIterator[ExtBot[Any]]:
    async with ExtBot(api.token, request=api.request(), get_updates_request=api.request()) as bot:
        yield bot


@pytest.fixture
async def desk(api: LocalBotApi, bot: ExtBot[Any], database: Database) -> AsyncIterator[Desk]:
    """A desk that polls."""
    desk = Desk(api, bot, database)
    running = asyncio.create_task(desk.polling.run())
    yield desk
    running.cancel()
    await asyncio.wait([running])
    desk.free.set()
    await desk.ingest.drain()


@pytest.fixture
async def post(
    database: Database,
    impatient: None,  # noqa: ARG001 - for its effect
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Post]:
    """A sender that leaves a chat no pause."""
    monkeypatch.setattr(sender, "_CHAT_INTERVAL", 0.0)
    async with opened(database) as post:
        yield post
