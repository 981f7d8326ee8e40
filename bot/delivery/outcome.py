"""What an error of a send means: was it sent, is it final, when to try again."""

from typing import Final

from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.transport import NotSentError
from bot.domain.outbox import Fate, State

_OUT_OF_REACH: Final = (
    "blocked by the user",
    "user is deactivated",
    "can't initiate conversation",
    "bot was kicked",
    "bot is not a member",
    "can't send messages to",
)
"""Telegram's words for a chat in which the bot may not write any more."""

_PAGE: Final = ". Parsing the server response"
"""What python-telegram-bot puts before a reply that is no JSON, the whole of which follows."""


def fate(error: TelegramError) -> Fate:
    """The fate of a send that ended in this error; `PLANNED` is to be tried again."""
    why = reason(error)
    if isinstance(error, RetryAfter):
        return Fate(State.PLANNED, why)
    if never_sent(error) or isinstance(error, InvalidToken):  # a token no longer good stops the bot, loses nothing
        return Fate(State.PLANNED, why, unreachable=True)
    if isinstance(error, Forbidden) and any(words in why for words in _OUT_OF_REACH):
        return Fate(State.BLOCKED, why)
    # BadRequest is a NetworkError in python-telegram-bot.
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return Fate(State.UNKNOWN, why, unreachable=True)
    return Fate(State.FAILED, why)


def never_sent(error: TelegramError) -> bool:
    """Whether Telegram never saw the call: there was no way, or something on the way refused it."""
    return isinstance(error, NotSentError) or _not_telegrams(error)


def _not_telegrams(error: TelegramError) -> bool:
    """Whether a proxy, say, refused: for python-telegram-bot each 403 and 400 is Telegram's own."""
    if isinstance(error, Forbidden):
        return not error.message.startswith("Forbidden: ")
    return isinstance(error, BadRequest) and error.message.startswith("Bad Request (400)")


def reason(error: TelegramError) -> str:
    """What went wrong, in a line."""
    return str(error).partition(_PAGE)[0]


def seconds_asked(error: RetryAfter) -> float:
    """Real seconds for which Telegram wants silence."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()
