"""The methods, one module an area."""

from typing import Final

from bot.playground.botapi.methods import bot, copying, editing, marks, media, menu, profile, queries, sending
from bot.playground.botapi.methods.method import Method

_AREAS: Final = (bot, copying, editing, marks, media, menu, profile, queries, sending)

METHODS: Final[dict[str, Method]] = {method.name.lower(): method for area in _AREAS for method in area.METHODS}
"""By name in lower case: Telegram doesn't care how a method is spelt."""
