"""The bot's name and descriptions, by language."""

from typing import Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.methods.menu import language
from bot.playground.botapi.methods.method import Method, Run
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server

_LIMITS: Final = {"name": 64, "description": 512, "short_description": 120}
_METHODS: Final = {"name": "MyName", "description": "MyDescription", "short_description": "MyShortDescription"}


def _setter(field: str) -> Run:
    def set_it(server: Server, call: Call) -> bool:
        if len(call.text(field)) > _LIMITS[field]:
            refuse(f"bot {field.replace('_', ' ')} is too long")
        server.profile[field, language(call)] = call.text(field)
        return True

    return set_it


def _getter(field: str) -> Run:
    def get_it(server: Server, call: Call) -> dict[str, str]:
        own = server.profile.get((field, language(call)))
        return {field: own or server.profile.get((field, ""), "")}

    return get_it


METHODS: Final = (
    *(Method(f"set{name}", _setter(field), optional=f"{field} language_code") for field, name in _METHODS.items()),
    *(Method(f"get{name}", _getter(field), optional="language_code") for field, name in _METHODS.items()),
)
