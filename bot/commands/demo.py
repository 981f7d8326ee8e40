"""`expobot demo`: the whole bot in the browser, on a simulated clock, without a token or an account."""

import asyncio
import errno
import os
import socket
import tempfile
import webbrowser
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.app import App
from bot.clock import SimulatedClock
from bot.commands.console import OUT
from bot.commands.programmes import SAMPLE, read_source
from bot.commands.run import serve
from bot.config import TELEGRAM, Settings
from bot.domain.programme import Index
from bot.playground.botapi import LocalBotApi
from bot.playground.people import DemoPerson
from bot.playground.server import PlaygroundServer, create_app
from data import outbox
from data.database import Database

ATTENDEE: Final = 1001
ORGANISER: Final = 1
START: Final = datetime.fromisoformat("2019-09-24T11:20:00+02:00")
BEFORE: Final = timedelta(minutes=10)
_TRIES: Final = 20


def demo_settings(settings: Settings) -> Settings:
    """The settings with the demo's people and programme in place; what speaks to the world outside is left out."""
    return settings.model_copy(
        update={
            "organiser_ids": (ORGANISER,),
            "programme": settings.programme or SAMPLE,
            "telegram_api_url": TELEGRAM,
            "webhook_url": None,
            "status_listen": None,
            "paid_broadcast_per_second": 0,
        }
    )


async def demo(settings: Settings, port: int, *, open_browser: bool) -> None:
    """Serve the chat page until a signal ends it; everything is kept in a folder that goes with it."""
    with tempfile.TemporaryDirectory(prefix="expobot-demo-") as folder:
        await _demo(demo_settings(settings), Path(folder), port, open_browser=open_browser)


async def _demo(settings: Settings, folder: Path, port: int, *, open_browser: bool) -> None:
    start, zone = await _when_and_where(settings)
    clock = SimulatedClock(start, settings.clock_speed)
    api = LocalBotApi(clock)
    people = [
        DemoPerson(api.person(ATTENDEE, "Kari", "nb")),
        DemoPerson(api.person(ORGANISER, "Ola", "nb"), organiser=True),
    ]
    database = await Database.open(folder / "demo.db")
    app = App(settings, api.token, clock, database, api.request)
    page = PlaygroundServer(
        create_app(api, clock, people, next_due=lambda: _next_due(database), zone=zone), free_port(port)
    )
    serving = asyncio.create_task(page.serve())
    try:
        await serve(app, lambda: _greet(people, page, open_browser=open_browser))
    finally:
        page.should_exit = True
        await serving


async def _when_and_where(settings: Settings) -> tuple[datetime, ZoneInfo]:
    """The sample expo on its first day at 11:20, another programme shortly before its first session."""
    index = Index((await read_source(settings.programme or SAMPLE, settings.expo_timezone)).programme)
    first = index.start(index.sessions[0]) - BEFORE if index.sessions else START
    return settings.clock_begins or (START if settings.programme == SAMPLE else first), index.zone


def _greet(people: list[DemoPerson], page: PlaygroundServer, *, open_browser: bool) -> None:
    for one in people:
        one.person.start()
    OUT.print(f"Open {page.address} – stop with Ctrl-C")
    if open_browser and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or os.name != "posix"):
        webbrowser.open(page.address)


async def _next_due(database: Database) -> datetime | None:
    due = await database.read(outbox.next_due)
    return None if due is None else datetime.fromtimestamp(due, UTC)


def free_port(wanted: int) -> int:
    """The port itself, or the next one that is free."""
    for port in range(wanted, wanted + _TRIES):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError as error:
                if error.errno != errno.EADDRINUSE:
                    raise
            else:
                return port
    return 0
