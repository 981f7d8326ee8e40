"""A web server of ours: for the webhook and the status, beside the bot on the same loop."""

import asyncio
import contextlib
from collections.abc import Iterator
from socket import SO_REUSEADDR, SOL_SOCKET, socket

import uvicorn
from starlette.applications import Starlette

from bot.config import Address


class WebServer(uvicorn.Server):
    """Serves an app until `close`; signals are the bot's own business. Port 0 is any free one."""

    def __init__(self, app: Starlette, address: Address) -> None:
        super().__init__(uvicorn.Config(app, host=address.host, port=address.port, lifespan="off", log_level="warning"))
        self._serving: asyncio.Task[None] | None = None
        self._listening = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals alone."""
        yield

    @property
    def port(self) -> int:
        """Where it listens, once open."""
        return int(self.servers[0].sockets[0].getsockname()[1])

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Begin to listen, and say so."""
        await super().startup(sockets)
        self._listening.set()

    async def open(self) -> None:
        """Begin to serve; raises OSError where the address can't be had."""
        probe = socket()
        with contextlib.closing(probe):
            # uvicorn ends the whole process over a taken port; an error can be told in one line.
            probe.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            probe.bind((self.config.host, self.config.port))
        self._serving = asyncio.create_task(self.serve(), name="web")
        await self._listening.wait()

    async def close(self) -> None:
        """Finish what is under way and stop."""
        self.should_exit = True
        if self._serving:
            await self._serving
