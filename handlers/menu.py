"""/help and the command menu: both from the features' own data, so that neither can drift."""

import logging
from collections.abc import Coroutine, Sequence
from typing import Any, Final

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError

from bot.domain.localised import LANGUAGES
from bot.texts import Texts, texts_in
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.sending import Bot
from handlers.views.reply import Reply, lines

_OTHERS: Final = "en"
"""What whoever has Telegram in none of the four languages gets."""

_log = logging.getLogger(__name__)


def feature(others: Sequence[Feature]) -> Feature:
    """The feature that explains the others."""

    async def explain(request: Request) -> Reply:
        parts = [request.texts("help-heading"), _listed(request.texts, [*listed(others, organiser=False), command])]
        if request.organiser:
            parts += [request.texts("help-organiser"), _listed(request.texts, listed(others, organiser=True))]
        return Reply("\n\n".join(parts))

    command = Command("help", explain)
    return Feature(commands=(command,))


def listed(features: Sequence[Feature], *, organiser: bool) -> list[Command]:
    """The commands of the menu that are for attendees, or for organisers only."""
    return [one for each in features if each.organiser is organiser for one in each.commands if one.in_menu]


def _listed(texts: Texts, commands: Sequence[Command]) -> str:
    return lines(*(f"/{command.name} – {texts(f'command-{command.name}')}" for command in commands))


async def set_menu(bot: Bot, features: Sequence[Feature], organisers: frozenset[int]) -> None:
    """Tell Telegram the commands and descriptions in each language; organisers see theirs too."""
    everybody = BotCommandScopeAllPrivateChats()
    for code in (None, *LANGUAGES):
        texts = texts_in(code or _OTHERS)
        mine = _menu(texts, listed(features, organiser=False))
        theirs = [*mine, *_menu(texts, listed(features, organiser=True))]
        await _try(bot.set_my_commands(mine, scope=everybody, language_code=code))
        await _try(bot.set_my_description(texts.plain("bot-description"), language_code=code))
        await _try(bot.set_my_short_description(texts.plain("bot-short-description"), language_code=code))
        for organiser in organisers:
            await _try(bot.set_my_commands(theirs, scope=BotCommandScopeChat(organiser), language_code=code))


def _menu(texts: Texts, commands: Sequence[Command]) -> list[BotCommand]:
    return [BotCommand(one.name, texts.plain(f"command-{one.name}")) for one in commands]


async def _try(call: Coroutine[Any, Any, bool]) -> None:
    try:
        await call
    except TelegramError as error:
        # An organiser who has not written yet, or a server that lacks the method: the bot works all the same.
        _log.info("a part of the command menu could not be set: %s", error.message)
