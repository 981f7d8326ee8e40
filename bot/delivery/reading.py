"""From Telegram's JSON to python-telegram-bot's objects."""

from collections.abc import Mapping
from typing import Any

from telegram import Message, Update
from telegram.ext import ExtBot

Raw = Mapping[str, Any]


class _Message(Message):
    """As it has arrived. The library's own takes twice as long: it guards each of a hundred fields while it is made."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # the same, in C


def update_of(raw: Raw, bot: ExtBot[Any]) -> Update:
    """The update; raises whatever the library raises for one it can't read."""
    if raw.keys() != {"update_id", "message"}:
        return Update.de_json(dict(raw), bot)
    update = Update(raw["update_id"], message=_Message.de_json(raw["message"], bot))
    update.set_bot(bot)
    return update
