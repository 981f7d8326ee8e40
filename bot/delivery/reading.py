"""From Telegram's JSON to python-telegram-bot's objects.

The library looks for each of a hundred things in every message, and guards each field while an object is made: together
that takes a sixth of a whole answer. Most of what people send is plain text, and is made without either.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from telegram import Chat, Message, Update, User
from telegram.ext import ExtBot

Raw = Mapping[str, Any]

_MESSAGE_ALONE: Final = {"update_id", "message"}
_PLAIN: Final = {"message_id", "date", "chat", "from", "text"}


class _Update(Update):
    """One that is being made: without the guard, which it gets with its class when it is ready."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # the same but for the guard


class _Message(Message):
    """One that is being made."""

    __slots__ = ()
    __setattr__ = object.__setattr__  # type: ignore[assignment] # the same but for the guard


def update_of(raw: Raw, bot: ExtBot[Any]) -> Update:
    """The update; raises an error of any kind for one it can't read."""
    if raw.keys() != _MESSAGE_ALONE:
        return Update.de_json(dict(raw), bot)
    update: Update = _Update(raw["update_id"], message=_message(raw["message"], bot))
    update.set_bot(bot)
    update.__class__ = Update
    return update


def _message(raw: Raw, bot: ExtBot[Any]) -> Message:
    if raw.keys() != _PLAIN:
        return Message.de_json(dict(raw), bot)
    date = datetime.fromtimestamp(raw["date"], UTC)
    chat, person = Chat.de_json(raw["chat"], bot), User.de_json(raw["from"], bot)
    message: Message = _Message(raw["message_id"], date, chat, from_user=person, text=raw["text"])
    message.set_bot(bot)
    message.__class__ = Message
    return message
