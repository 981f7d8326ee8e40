"""`expobot run`: the bot on Telegram, until a signal ends it."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable

from telegram.error import BadRequest, InvalidToken

from bot.app import App
from bot.commands.console import CommandError, clock_of
from bot.config import Settings
from bot.delivery.polling import AnotherInstanceError
from bot.delivery.transport import HttpTransport
from data.alone import alone
from data.database import Database

_log = logging.getLogger(__name__)


async def run(settings: Settings) -> None:
    """Start, serve, stop cleanly; raises CommandError or StoreError where it cannot go on."""
    if settings.telegram_bot_token is None:
        raise CommandError("TELEGRAM_BOT_TOKEN takes a token from BotFather; see .env.example")
    token = settings.telegram_bot_token.get_secret_value()
    with alone(settings.database_path):
        database = await Database.open(settings.database_path)
        app = App(settings, token, clock_of(settings), database, HttpTransport)
        await serve(app, _started)


def _started() -> None:
    _log.info("running; stop with Ctrl-C")


async def serve(app: App, started: Callable[[], None]) -> None:
    """Run an app until SIGINT or SIGTERM; raises CommandError where it gives up by itself."""
    ended = asyncio.create_task(_signalled())
    try:
        work = asyncio.create_task(_work(app, started))
        await asyncio.wait({ended, work}, return_when=asyncio.FIRST_COMPLETED)
        if work.done():
            work.result()
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work
    except InvalidToken:
        raise CommandError("TELEGRAM_BOT_TOKEN: Telegram does not know this token") from None
    except AnotherInstanceError:
        raise CommandError("another instance polls with this token; stop that one first") from None
    except BadRequest as error:
        raise CommandError(f"WEBHOOK_URL: Telegram refuses it: {error.message}") from None
    finally:
        ended.cancel()
        await app.stop()


async def _work(app: App, started: Callable[[], None]) -> None:
    await app.start()
    started()
    await app.run()


async def _signalled() -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
