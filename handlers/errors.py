"""The one error handler: a fault of ours is logged first, then apologised for."""

import logging

from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ContextTypes

from bot.texts import nearest_language, texts_in
from handlers.sending import Bot

_log = logging.getLogger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong and say sorry to whoever met it, if they can still be reached."""
    if isinstance(context.error, Forbidden):
        _log.info("somebody blocked the bot before its answer came")
        return
    _log.error("an update could not be handled", exc_info=context.error)
    if isinstance(update, Update) and not update.callback_query:
        await apologise(context.bot, update)


async def apologise(bot: Bot, update: Update) -> None:
    """Say sorry to whoever met a fault of ours, if there is somebody to reach."""
    if update.effective_user is None:
        return
    texts = texts_in(nearest_language(update.effective_user.language_code))
    try:
        await bot.send_message(update.effective_user.id, texts("error-unexpected"))
    except TelegramError:
        _log.warning("the apology could not be sent either")
