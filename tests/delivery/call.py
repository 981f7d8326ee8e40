"""A call of python-telegram-bot that meets errors first, and what the pacer makes of it."""

from collections.abc import Callable, Coroutine
from typing import Any

from bot.delivery.gate import Turn
from bot.delivery.pacer import Pacer


class Call:
    """A call of python-telegram-bot that meets these errors first."""

    def __init__(self, *errors: Exception) -> None:
        self._errors = [*errors]
        self.made = 0

    async def __call__(self, *_: object, **__: object) -> str:
        self.made += 1
        if self._errors:
            raise self._errors.pop(0)
        return "sent"


async def process(
    pacer: Pacer,
    call: Callable[..., Coroutine[Any, Any, Any]],
    turn: Turn | None = None,
    to: str = "sendMessage",
) -> object:
    return await pacer.process_request(call, (), {}, to, {}, turn)
