"""What an error of a send means: was it sent, is it final, when to try again."""

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.transport import NotSentError
from bot.domain.outbox import Fate, State


def fate(error: TelegramError) -> Fate:
    """The fate of a send that ended in this error; `PLANNED` is to be tried again."""
    reason = str(error)
    if isinstance(error, RetryAfter):
        return Fate(State.PLANNED, reason)
    if isinstance(error, (NotSentError, InvalidToken)):  # a token no longer good stops the whole bot, loses nothing
        return Fate(State.PLANNED, reason, unreachable=True)
    if isinstance(error, Forbidden):
        return Fate(State.BLOCKED, reason)
    # BadRequest is a NetworkError in python-telegram-bot.
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return Fate(State.UNKNOWN, reason, unreachable=True)
    return Fate(State.FAILED, reason)
