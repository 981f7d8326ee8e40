"""What an error of a send means: was it sent, is it final, when to try again."""

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.transport import NotSentError
from bot.domain.outbox import Fate, State


def fate(error: TelegramError) -> Fate:
    """The fate of a send that ended in this error; `PLANNED` is to be tried again."""
    reason = str(error)
    if isinstance(error, RetryAfter):
        return Fate(State.PLANNED, reason)
    if isinstance(error, NotSentError):
        return Fate(State.PLANNED, reason, unreachable=True)
    if isinstance(error, Forbidden):
        return Fate(State.BLOCKED, reason)
    # BadRequest is a NetworkError in python-telegram-bot, so it must be told apart first.
    if isinstance(error, (BadRequest, ChatMigrated, InvalidToken)):
        return Fate(State.FAILED, reason)
    if isinstance(error, NetworkError):
        return Fate(State.UNKNOWN, reason, unreachable=True)
    return Fate(State.FAILED, reason)
