"""Two bots with one token."""

import asyncio
from importlib.resources import files
from pathlib import Path

import pytest

from bot.app import App
from bot.clock import SimulatedClock
from bot.commands.console import CommandError
from bot.commands.run import serve
from bot.config import Settings
from bot.delivery import polling
from bot.playground.botapi import LocalBotApi
from data.database import Database
from tests.scenarios.conftest import START, Start


async def test_instance_that_is_taken_over_ends_with_a_line(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "CONFLICTS", 1)
    clock, running = SimulatedClock(START), asyncio.Event()
    api = LocalBotApi(clock)
    settings = Settings(_env_file=None, programme=str(files("data") / "sample" / "programme.json"))
    app = App(settings, api.token, clock, await Database.open(tmp_path / "first.db"), api.request)
    first = asyncio.create_task(serve(app, running.set))
    await running.wait()
    second = await start(api)
    with pytest.raises(CommandError, match=r"^another instance polls with this token; stop that one first$"):
        await first
    kari = second.meets(1001, "Kari")
    await kari.says("hva skjer kl 14?")
    assert kari.lines[0] == "I dag kl. 14:00 – 8 sesjoner"
