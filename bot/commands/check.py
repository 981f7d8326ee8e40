"""`expobot check`: settings, token, database and programme; what is wrong and how to mend it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.commands.console import OUT, CommandError
from bot.commands.programmes import programme_in_force, read_source
from bot.config import TELEGRAM, Settings
from bot.delivery.transport import HttpTransport
from data.database import Database, StoreError
from data.formats.errors import ProgrammeError

_PATIENCE: Final = 15.0

Look = Callable[[Settings], Awaitable[str]]


async def check(settings: Settings) -> bool:
    """Look at each part and print a line about it; whether all is well. The settings themselves have been read."""
    OUT.print("✓ settings")
    found = [await _line(name, look, settings) for name, look in _LOOKS]
    return all(found)


async def _line(name: str, look: Look, settings: Settings) -> bool:
    try:
        OUT.print(f"✓ {name}: {await look(settings)}", soft_wrap=True)
    except (CommandError, ProgrammeError, StoreError) as error:
        OUT.print(f"✗ {name}: {error}", soft_wrap=True)
        return False
    return True


async def _token(settings: Settings) -> str:
    if settings.telegram_bot_token is None:
        raise CommandError("TELEGRAM_BOT_TOKEN takes a token from BotFather; see .env.example")
    server = settings.telegram_api_url
    bot = Bot(settings.telegram_bot_token.get_secret_value(), base_url=f"{server}/bot", request=HttpTransport())
    try:
        async with asyncio.timeout(_PATIENCE), bot:
            return f"@{bot.username}"
    except InvalidToken:
        raise CommandError("Telegram does not know it; copy TELEGRAM_BOT_TOKEN from BotFather once more") from None
    except (TelegramError, TimeoutError) as error:
        hint = "" if server == TELEGRAM else " and TELEGRAM_API_URL"
        raise CommandError(f"{server} can't be reached ({error}); look at the network{hint}") from None


async def _store(settings: Settings) -> str:
    database = await Database.open(settings.database_path)
    try:
        await database.check()
    finally:
        await database.close()
    return f"{settings.database_path} is whole and can be written to"


async def _programme(settings: Settings) -> str:
    if settings.programme:
        programme = (await read_source(settings.programme, settings.expo_timezone)).programme
    else:
        programme = await programme_in_force(settings)
    timeless = sum(one.start is None for one in programme.sessions)
    note = f", {timeless} of them without a time" if timeless else ""
    return f"{programme.expo.name}, {len(programme.sessions)} sessions{note}"


_LOOKS: Final = (("token", _token), ("database", _store), ("programme", _programme))
