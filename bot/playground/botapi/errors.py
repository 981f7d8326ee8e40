"""How a call is refused, in Telegram's own words."""

from http import HTTPStatus
from typing import NoReturn


class RefusedError(Exception):
    """A call answered with `{"ok": false, …}`: the code, the sentence and what goes with it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def refuse(sentence: str) -> NoReturn:
    """Refuse the call as faulty."""
    raise RefusedError(HTTPStatus.BAD_REQUEST, f"Bad Request: {sentence}")


def forbid(sentence: str) -> NoReturn:
    """Refuse the call as not allowed in this chat."""
    raise RefusedError(HTTPStatus.FORBIDDEN, f"Forbidden: {sentence}")


def conflict(sentence: str) -> RefusedError:
    """What one of two who take the same updates hears."""
    return RefusedError(HTTPStatus.CONFLICT, f"Conflict: {sentence}")
