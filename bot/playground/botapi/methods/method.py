"""What a method is: its name, its parameters, and what it does."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.parameters import FILES, Call
from bot.playground.botapi.server import Server

Run = Callable[[Server, Call], object | Awaitable[object]]

_TOO_OLD: Final = "query is too old and response timeout expired or query ID is invalid"
_MISSING: Final = {
    "action": "wrong parameter action in request",
    "callback_query_id": _TOO_OLD,
    "chat_id": "chat_id is empty",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
    "inline_query_id": _TOO_OLD,
    "latitude": "latitude is empty",
    "longitude": "longitude is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "text": "message text is empty",
}


@dataclass(frozen=True)
class Method:
    """A method of the Bot API; parameters are names parted by blanks."""

    name: str
    run: Run
    required: str = ""
    optional: str = ""

    def check(self, call: Call) -> None:
        """Refuse a call that lacks a parameter or has one too many: Telegram ignores that, yet no typo shall pass."""
        known = {*self.required.split(), *self.optional.split()}
        unknown = (call.parameters.keys() - known) or (_sent(call) - (known & FILES))
        if unknown:
            refuse(f'parameter "{min(unknown)}" is unknown to {self.name}')
        for name in self.required.split():
            if name not in call.parameters and name not in call.files:
                refuse(_MISSING.get(name, f'parameter "{name}" is required'))


def _sent(call: Call) -> set[str]:
    """The files that stand for a parameter, rather than being pointed at by one."""
    pointed_at = str(dict(call.parameters))
    return {name for name in call.files if f"attach://{name}" not in pointed_at}
