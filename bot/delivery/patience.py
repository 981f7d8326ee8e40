"""How long what somebody asked for is tried again."""

from typing import Final

from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.delivery.backoff import backoff
from bot.delivery.outcome import never_sent

LONGEST_PAUSE: Final = 4.0
_TRIES: Final = 3
_FOR_NOBODY: Final = ("get", "set", "delete", "log", "close")
"""How the methods begin for whose outcome no person waits."""


class Patience:
    """With one call: asked after each error."""

    def __init__(self, endpoint: str) -> None:
        self._endpoint = endpoint
        self._errors = 0
        self._counted = 0

    def pause(self, error: TelegramError) -> float | None:
        """Real seconds to wait before the next try; None for no more.

        A person's answer that never reached Telegram is tried until it does. What may have arrived is tried three
        times in all, since each may be one more of the same.
        """
        if not self._may_help(error):
            return None
        self._errors += 1
        self._counted += not (never_sent(error) and self._for_somebody)
        return backoff(self._errors, LONGEST_PAUSE) if self._counted < _TRIES else None

    @property
    def _for_somebody(self) -> bool:
        return not self._endpoint.startswith(_FOR_NOBODY)

    def _may_help(self, error: TelegramError) -> bool:
        if self._endpoint.startswith("get"):
            return False
        if isinstance(error, TimedOut):  # long enough for what is no message; a press has its message to come
            return self._for_somebody and not self._endpoint.startswith("answer")
        return never_sent(error) or (isinstance(error, NetworkError) and not isinstance(error, BadRequest))
