"""`expobot run` while there is no way to Telegram."""

import asyncio
from collections.abc import AsyncIterator
from signal import SIGTERM
from urllib.parse import urlsplit

import pytest

from tests.faults.conftest import Launcher, Telegram, until

pytestmark = pytest.mark.faults

UP = "running; stop with Ctrl-C"


class Line:
    """The way to the server, which is cut when the first answer is about to pass, and takes no connection then."""

    def __init__(self, server: str) -> None:
        self._server = urlsplit(server)
        self._port = 0
        self._listener: asyncio.Server | None = None
        self._open = set[asyncio.StreamWriter]()
        self.mended = False

    @property
    def address(self) -> str:
        """Where the bot finds it."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def up(self) -> bool:
        """Whether it takes connections."""
        return self._listener is not None

    async def open(self) -> None:
        """Take connections, at the same address as before."""
        self._listener = await asyncio.start_server(self._connect, "127.0.0.1", self._port)
        self._port = self._listener.sockets[0].getsockname()[1]

    async def mend(self) -> None:
        """Open it, and let everything pass."""
        self.mended = True
        await self.open()

    def cut(self) -> None:
        """End every connection and take none."""
        if self._listener:
            self._listener.close()
        self._listener = None
        for writer in self._open:
            writer.transport.abort()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection(self._server.hostname, self._server.port)
        self._open |= {writer, back}
        await asyncio.gather(self._pass_on(reader, back), self._pass_on(there, writer))

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while data := await reader.read(65536):
                if b"/sendMessage" in data and not self.mended:
                    self.cut()
                writer.write(data)
        except ConnectionError:
            pass  # it was cut
        finally:
            writer.close()


@pytest.fixture
async def line(telegram: Telegram) -> AsyncIterator[Line]:
    line = Line(telegram.settings["TELEGRAM_API_URL"])
    await line.open()
    yield line
    line.cut()


@pytest.mark.parametrize("restart", [False, True])
async def test_question_in_hand_when_the_line_is_cut_is_answered_once_it_is_mended(
    launch: Launcher, telegram: Telegram, line: Line, *, restart: bool
) -> None:
    settings = {**telegram.settings, "TELEGRAM_API_URL": line.address}
    bot = await launch("run", **settings)
    await bot.says(UP)
    telegram.api.person(1001, "Kari").send("hva skjer kl 14?")
    await bot.says("a call did not get through")
    if restart:
        assert await bot.ends(SIGTERM) == 0
        assert "some updates were not finished; they are handled at the next start" in bot.output
    assert (line.up, telegram.heard(1001)) == (False, [])
    await line.mend()
    if restart:
        bot = await launch("run", **settings)
    await until(lambda: telegram.heard(1001))
    assert await bot.ends(SIGTERM) == 0
    assert [text.splitlines()[0] for text in telegram.heard(1001)] == ["I dag kl. 14:00 – 8 sesjoner"]
