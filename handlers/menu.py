"""/help and the command menu: both from the features' own data, so that neither can drift."""

from collections.abc import Sequence
from typing import Any, Final

from telegram import BotCommand, BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.domain.localised import LANGUAGES
from bot.texts import Texts, texts_in
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views.reply import Reply, lines

_OTHERS: Final = "en"
"""What whoever has Telegram in none of the four languages gets."""


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


async def set_menu(bot: ExtBot[Any], features: Sequence[Feature], organisers: frozenset[int]) -> None:
    """Tell Telegram the commands and descriptions in each language; organisers see theirs too."""
    everybody = BotCommandScopeAllPrivateChats()
    for code in (None, *LANGUAGES):
        texts = texts_in(code or _OTHERS)
        mine = _menu(texts, listed(features, organiser=False))
        await bot.set_my_commands(mine, scope=everybody, language_code=code)
        await bot.set_my_description(texts.plain("bot-description"), language_code=code)
        await bot.set_my_short_description(texts.plain("bot-short-description"), language_code=code)
        for organiser in organisers:
            theirs = [*mine, *_menu(texts, listed(features, organiser=True))]
            await _set_for(bot, organiser, theirs, code)


def _menu(texts: Texts, commands: Sequence[Command]) -> list[BotCommand]:
    return [BotCommand(one.name, texts.plain(f"command-{one.name}")) for one in commands]


async def _set_for(bot: ExtBot[Any], chat_id: int, commands: list[BotCommand], code: str | None) -> None:
    try:
        await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat_id), language_code=code)
    except TelegramError:
        # An organiser who has not written yet is unknown to Telegram; the commands work all the same.
        return
