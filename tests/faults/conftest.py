"""`expobot` as a process of its own, with the local Bot API over HTTP behind it."""

import asyncio
import contextlib
import os
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable
from importlib.resources import files
from pathlib import Path
from signal import SIGKILL, Signals
from typing import Final

import pytest

from bot.clock import Clock
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.http import serving
from tests.faults.site import Site, opened

ROOT: Final = Path(__file__).parents[2]
TOKEN: Final = "4711:AA-secret_of_the_test"  # noqa: S105 - nobody's
PATIENCE: Final = 30


async def until(condition: Callable[[], object]) -> None:
    """Until it holds; fails where that takes too long."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.01)


class Process:
    """One run of the command; `output` is all it has printed."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log

    @property
    def output(self) -> str:
        return self._log.read_text("utf-8")

    def children(self) -> list[int]:
        """The processes it has started and that still run."""
        pid = self._process.pid
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]

    async def says(self, words: str) -> None:
        """Wait until it has printed the words."""
        await until(lambda: words in self.output or self._process.returncode is not None)
        assert words in self.output, self.output

    def gets(self, number: Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    async def ends(self, number: Signals | None = None) -> int:
        """Send it a signal, or none, and wait for its exit status."""
        if number and self._process.returncode is None:
            self._process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            return await self._process.wait()


class Launcher:
    """Starts the command in a folder of its own, where its store lies from run to run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.processes: list[Process] = []

    def noted(self, state: str) -> int:
        """How many messages the store holds as such."""
        with contextlib.closing(sqlite3.connect(self._folder / "expo.db")) as store:
            return int(store.execute("SELECT count(*) FROM outbox WHERE state = ?", [state]).fetchone()[0])

    async def __call__(self, *arguments: str, **settings: str) -> Process:
        """`expobot` with those arguments."""
        return await self.starts(sys.executable, "-m", "bot", *arguments, **settings)

    async def starts(self, *command: str, **settings: str) -> Process:
        """Any command."""
        log = self._folder / f"{len(self.processes)}.log"
        environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **settings}
        with log.open("wb") as out:
            process = await asyncio.create_subprocess_exec(
                *command, cwd=self._folder, env=environment, stdout=out, stderr=out
            )
        self.processes.append(Process(process, log))
        return self.processes[-1]


@pytest.fixture
async def launch(tmp_path: Path) -> AsyncIterator[Launcher]:
    """Starts processes; none outlives the test."""
    launcher = Launcher(tmp_path)
    yield launcher
    for process in launcher.processes:
        await process.ends(SIGKILL)


class Telegram:
    """The local Bot API, and how a bot of another process is told of it."""

    def __init__(self, api: LocalBotApi, address: str) -> None:
        self.api = api
        self.settings = {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "PROGRAMME": str(files("data") / "sample" / "programme.json"),
            "CLOCK_START": "2019-09-24T11:20",
        }

    def heard(self, person_id: int) -> list[str]:
        """What the bot has written to somebody."""
        messages = self.api.person(person_id, "Kari").messages
        return [str(message.get("text")) for message in messages if message["from"]["is_bot"]]


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    api = LocalBotApi(Clock(), token=TOKEN)
    async with serving(api) as address:
        yield Telegram(api, address)


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    """A server with people and a bot to be killed."""
    async with opened(tmp_path) as site:
        yield site
