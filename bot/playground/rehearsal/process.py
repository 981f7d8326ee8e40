"""The bot as a process of its own: started, killed, stopped, measured."""

import asyncio
import os
import re
import signal
import socket
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Final

import aiohttp

_PATIENCE: Final = 60.0
_LOOKS: Final = 5
"""At the bot's clock, of which the quickest is taken."""

_PAUSE: Final = 0.05
_CLOCK: Final = re.compile(r"^expobot_clock_seconds ([0-9.e+]+)$", re.MULTILINE)


class BotGoneError(Exception):
    """The bot ended by itself, or never came up; the message names its log."""


class BotProcess:
    """`expobot run` in `folder` with these settings; `bot.log` there is what it says."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self._folder = folder
        self._settings = {**settings, "STATUS_LISTEN": f"127.0.0.1:{_free_port()}"}
        self._process: asyncio.subprocess.Process | None = None
        self.cpu_seconds = 0.0
        self.peak_bytes = 0

    @property
    def running(self) -> asyncio.subprocess.Process:
        """The process; raises BotGoneError where there is none."""
        if self._process is None or self._process.returncode is not None:
            raise BotGoneError(f"the bot has ended; see {self._folder / 'bot.log'}")
        return self._process

    async def start(self, moment: datetime, speed: float) -> tuple[datetime, float]:
        """Start with the expo's clock at the moment; once it serves, what that clock shows, within so many seconds."""
        clock = {"CLOCK_START": moment.isoformat(), "CLOCK_SPEED": str(speed)}
        with (self._folder / "bot.log").open("ab") as log:
            self._process = await self._spawn(clock, log)
        async with aiohttp.ClientSession() as session:
            await self._ready(session)
            looks = [await self._look(session) for _ in range(_LOOKS)]
        took, shown, at = min(looks)
        return datetime.fromtimestamp(shown + (time.monotonic() - at + took / 2) * speed, UTC), took

    async def _spawn(self, clock: Mapping[str, str], log: IO[bytes]) -> asyncio.subprocess.Process:
        root = str(Path(__file__).parents[3])
        environment = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": root, **self._settings, **clock}
        command = (sys.executable, "-m", "bot", "run")
        return await asyncio.create_subprocess_exec(*command, cwd=self._folder, env=environment, stdout=log, stderr=log)

    async def _ready(self, session: aiohttp.ClientSession) -> None:
        ends = time.monotonic() + _PATIENCE
        while time.monotonic() < ends:
            self.running.pid  # noqa: B018 - raises where it has ended
            with suppress(aiohttp.ClientError):
                await self._look(session)
                return
            await asyncio.sleep(_PAUSE)
        raise BotGoneError(f"the bot did not come up in {_PATIENCE:.0f} s; see {self._folder / 'bot.log'}")

    async def _look(self, session: aiohttp.ClientSession) -> tuple[float, float, float]:
        """How many seconds it took, what the bot's clock showed, and when that was."""
        asked = time.monotonic()
        shown = float(_CLOCK.findall(await self._metrics(session))[0])
        now = time.monotonic()
        return now - asked, shown, now

    async def _metrics(self, session: aiohttp.ClientSession) -> str:
        async with session.get(f"http://{self._settings['STATUS_LISTEN']}/metrics") as response:
            return await response.text()

    async def kill(self) -> None:
        """Kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """Ask it to end, as systemctl does."""
        await self._end(signal.SIGTERM)

    async def end(self) -> None:
        """Kill it if it still runs."""
        with suppress(BotGoneError):
            await self.kill()

    async def _end(self, number: signal.Signals) -> None:
        process = self.running
        self.cpu_seconds += self._measured()
        process.send_signal(number)
        await process.wait()

    def _measured(self) -> float:
        """CPU seconds so far; keeps the peak of the memory. Nothing where there is no /proc."""
        folder = Path(f"/proc/{self.running.pid}")
        with suppress(OSError, IndexError):
            peak = re.findall(r"VmHWM:\s+(\d+) kB", (folder / "status").read_text())
            self.peak_bytes = max(self.peak_bytes, int(peak[0]) * 1024)
            user, system = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        return 0.0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
