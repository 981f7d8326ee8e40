"""The one error handler: a fault of ours is logged first, then apologised for."""

import logging

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.texts import nearest_language, texts_in

_log = logging.getLogger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong and say sorry to whoever met it, if they can still be reached."""
    _log.error("an update could not be handled", exc_info=context.error)
    if not isinstance(update, Update) or update.effective_user is None or update.callback_query:
        return
    texts = texts_in(nearest_language(update.effective_user.language_code))
    try:
        await context.bot.send_message(update.effective_user.id, texts("error-unexpected"))
    except TelegramError:
        _log.warning("the apology could not be sent either")
