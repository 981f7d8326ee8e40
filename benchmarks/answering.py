"""Updates a second: a whole question of ours beside python-telegram-bot's echo."""

import tempfile
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any, Final

from server import TOKEN, Server, serving
from table import Figures
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

from bot.app import App
from bot.clock import SimulatedClock
from bot.commands.programmes import SAMPLE
from bot.config import Settings
from bot.delivery.transport import HttpTransport
from data.database import Database

_QUESTION: Final = "hva skjer kl 14?"
_NOW: Final = datetime.fromisoformat("2019-09-24T11:20:00+02:00")
_UNPACED: Final = 1_000_000
"""A second: the others keep to no pace either."""

_DELAYS: Final = (0.0, 0.05)
_FIRST: Final = 100
_SECONDS: Final = 5.0
"""For which each is asked, so that beginning and end weigh little."""

_RUNS: Final = 3

Bot = Callable[[Server], AbstractAsyncContextManager[None]]


async def _echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


@asynccontextmanager
async def _theirs(server: Server, at_once: int | None) -> AsyncIterator[None]:
    builder: Any = Application.builder().token(TOKEN).base_url(f"{server.address}/bot")
    app = (builder if at_once is None else builder.concurrent_updates(at_once)).build()
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    async with app:
        await app.updater.start_polling()
        await app.start()
        yield
        await app.updater.stop()
        await app.stop()


@asynccontextmanager
async def _ours(server: Server) -> AsyncIterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(_env_file=None, telegram_api_url=server.address, programme=SAMPLE)
        settings = settings.model_copy(update={"messages_per_second": _UNPACED})
        database = await Database.open(Path(folder) / "expo.db")
        app = App(settings, TOKEN, SimulatedClock(_NOW), database, HttpTransport)
        await app.start()
        try:
            yield
        finally:
            await app.stop()


_BOTS: Final[dict[str, Bot]] = {
    "PTB echo, default": partial(_theirs, at_once=None),
    "PTB echo, 32 at once": partial(_theirs, at_once=32),
    "PTB echo, 256 at once": partial(_theirs, at_once=256),
    "Expobot, a whole question": _ours,
}


async def measure() -> Figures:
    """Each bot against the same server, in the same run, turn about."""
    found: dict[tuple[str, float], list[float]] = defaultdict(list)
    for _, (name, bot), delay in product(range(_RUNS), _BOTS.items(), _DELAYS):
        found[name, delay].append(await _rate(bot, delay))
    rows = [[name, *(f"{median(found[name, delay]):,.0f}" for delay in _DELAYS)] for name in _BOTS]
    return Figures(
        "Updates a second",
        ("", *(f"server answers after {delay * 1000:.0f} ms" for delay in _DELAYS)),
        rows,
        f"Bot and server in two processes over HTTP; the median of {_RUNS} runs, turn about. "
        f"Ours is asked {_QUESTION!r}: understood, looked up, stored, answered; with no pace, as the others.",
    )


async def _rate(bot: Bot, delay: float) -> float:
    async with serving(delay) as server, bot(server):
        roughly = _FIRST / await server.seconds_for(_FIRST, _QUESTION)
        number = int(roughly * _SECONDS)
        return number / await server.seconds_for(number, _QUESTION)
