from typing import Any

import pytest
from telegram import Message, Update
from telegram.ext import ExtBot

from bot.delivery.reading import update_of

CHAT = {"id": 7, "type": "private", "first_name": "Kari"}
USER = {"id": 7, "is_bot": False, "first_name": "Kari", "language_code": "nb"}
TEXT = {"message_id": 3, "date": 1569309600, "chat": CHAT, "from": USER, "text": "hva skjer kl 14?"}
COMMAND = {**TEXT, "text": "/now", "entities": [{"type": "bot_command", "offset": 0, "length": 4}]}
REPLY = {**TEXT, "reply_to_message": {"message_id": 2, "date": 1569309500, "chat": CHAT, "text": "Hei!"}}
LOCATION = {
    "message_id": 4,
    "date": 1569309600,
    "chat": CHAT,
    "from": USER,
    "location": {"latitude": 59, "longitude": 6},
}
NEWER = {**TEXT, "not_known_yet": {"a": 1}}
PRESS = {"id": "1", "from": USER, "chat_instance": "1", "data": "x", "message": TEXT}


@pytest.fixture
def bot() -> ExtBot[Any]:
    return ExtBot("1:test")


@pytest.mark.parametrize(
    "body",
    [
        {"message": TEXT},
        {"message": COMMAND},
        {"message": REPLY},
        {"message": LOCATION},
        {"message": NEWER},
        {"edited_message": TEXT},
        {"callback_query": PRESS},
        {},
    ],
    ids=["text", "command", "reply", "location", "unknown field", "edited", "press", "nothing known"],
)
def test_update_is_the_one_the_library_makes(bot: ExtBot[Any], body: dict[str, Any]) -> None:
    raw = {"update_id": 5, **body}
    ours, theirs = update_of(raw, bot), Update.de_json(raw, bot)
    assert ours.to_dict() == theirs.to_dict()
    assert ours.effective_message == theirs.effective_message
    assert (ours.effective_user, ours.effective_chat) == (theirs.effective_user, theirs.effective_chat)
    assert (hash(ours), hash(ours.message)) == (hash(theirs), hash(theirs.message))
    assert ours.get_bot() is bot


def test_message_can_answer(bot: ExtBot[Any]) -> None:
    message = update_of({"update_id": 5, "message": TEXT}, bot).message
    assert isinstance(message, Message)
    assert message.get_bot() is bot
    assert message.from_user is not None
    assert message.from_user.get_bot() is bot


@pytest.mark.parametrize("body", ["text", {"text": "no id"}, {**TEXT, "chat": "7"}])
def test_message_the_library_cannot_read_is_refused(bot: ExtBot[Any], body: object) -> None:
    raw = {"update_id": 5, "message": body}
    with pytest.raises((TypeError, AttributeError, KeyError)):
        Update.de_json(raw, bot)
    with pytest.raises((TypeError, AttributeError, KeyError)):
        update_of(raw, bot)


def test_message_cannot_be_changed(bot: ExtBot[Any]) -> None:
    message = update_of({"update_id": 5, "message": TEXT}, bot).message
    assert type(message) is Message
    with pytest.raises(AttributeError):
        message.text = "changed"


def test_arrived_json_is_left_as_it_was(bot: ExtBot[Any]) -> None:
    raw = {"update_id": 5, "message": dict(TEXT)}
    update_of(raw, bot)
    assert raw == {"update_id": 5, "message": TEXT}
