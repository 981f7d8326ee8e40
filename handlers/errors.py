"""The one error handler: a fault of ours is logged first, then apologised for."""

import logging

from telegram import Update, User
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot.delivery.outcome import fate
from bot.domain.outbox import State
from bot.services import AttendeeService
from bot.texts import nearest_language, texts_in
from handlers.sending import Bot

_log = logging.getLogger(__name__)


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what went wrong and say sorry to whoever met it, if they can still be reached."""
    error = context.error
    if isinstance(error, TelegramError) and fate(error).state is State.BLOCKED:
        _log.info("somebody blocked the bot before its answer came")
        return
    _log.error("an update could not be handled", exc_info=error)
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return  # the apology would go the way on which the answer was lost, or come after it
    if isinstance(update, Update) and not update.callback_query:
        await apologise(context.bot, context.bot_data["services"].attendees, update)


async def apologise(bot: Bot, attendees: AttendeeService, update: Update) -> None:
    """Say sorry to whoever met a fault of ours, if there is somebody to reach."""
    user = update.effective_user
    if user is None:
        return
    texts = texts_in(await _language(attendees, user))
    try:
        await bot.send_message(user.id, texts("error-unexpected"))
    except TelegramError:
        _log.warning("the apology could not be sent either")


async def _language(attendees: AttendeeService, user: User) -> str:
    default = nearest_language(user.language_code)
    try:
        return await attendees.language(user.id, default)
    except Exception:  # noqa: BLE001 - the store may be what failed
        return default
