"""What people send that is no question, and chats that are not theirs alone."""

import logging
from typing import Any

import pytest

from tests.scenarios.conftest import Conversation, World

NOT_TEXT = "Jeg leser bare tekst. Skriv det du lurer på, for eksempel «hva skjer kl. 14»."
GROUP = {"id": -5, "type": "group", "title": "Lunch"}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000000000400015ef3"
    "bd0b0000000049454e44ae426082"
)


def calls(world: World) -> list[str]:
    """What the bot has done to be seen."""
    return [method for method, _ in world.api.calls if method.startswith(("send", "edit", "answer"))]


ODD = (
    *("🙂", "🙂🎉🔥" * 680, "<b>hei</b> & <script>", "'; DROP TABLE attendees; --", "%s {0} {x}"),
    *("/", "//", "/🙂", "\\", "x" * 4096, "?" * 4096, "hva " * 1024),
    *("\u202egnirts desrever", "\N{ZERO WIDTH JOINER}" * 50 + "a", "０１２:３４"),
)


@pytest.mark.parametrize("text", ODD)
async def test_odd_text_gets_one_kind_answer(kari: Conversation, text: str, caplog: pytest.LogCaptureFixture) -> None:
    await kari.says(text)
    assert len(kari.messages) == 1
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    await kari.says("hva skjer kl 14?")
    assert kari.lines[0] == "I dag kl. 14:00 – 8 sesjoner"


async def test_longer_text_than_telegram_lets_through_is_answered(kari: Conversation) -> None:
    await kari.says("/start")
    await kari.writes("hva skjer kl 14? " + "x" * 10_000, [])
    assert kari.lines[0] == "I dag kl. 14:00 – 8 sesjoner"
    await kari.writes("z" * 10_000, [])
    assert len(kari.messages) == 3


async def test_markup_in_a_question_is_shown_as_written(kari: Conversation) -> None:
    await kari.says("noe om <b>energi</b> & vann i Sal 3 etter kl 22?")
    assert kari.last.get("entities", [{}])[0].get("type") != "text_link"
    assert "&lt;" not in kari.text


async def test_album_is_declined_once(world: World, kari: Conversation) -> None:
    await kari.says("/start")
    chat = {"id": kari.person.id, "type": "private"}
    photo = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    message = {"date": 1, "chat": chat, "from": kari.person.user, "photo": photo}
    for number, album in enumerate(["one", "one", "one", "two", "two"], 1):
        world.api.inject("message", {**message, "message_id": number, "media_group_id": album})
    world.api.inject("message", {**message, "message_id": 1, "media_group_id": "one"})
    await world.settled()
    assert [message["text"] for message in kari.messages[1:]] == [NOT_TEXT] * 3


async def test_what_is_no_text_is_declined(kari: Conversation) -> None:
    kari.person.sticker()
    kari.person.voice()
    kari.person.location(58.95, 5.69)
    kari.person.contact("+4712345678", "Per")
    kari.person.photo(PNG, caption="/broadcast hei")
    kari.person.upload("large.bin", b"0" * (50 * 2**20))
    await kari.says("/start")
    assert [message["text"] for message in kari.messages[:-1]] == [NOT_TEXT] * 6


async def test_edited_message_is_left_alone(world: World, kari: Conversation) -> None:
    message = kari.person.send("hva skjer kl 14?")
    await world.settled()
    kari.person.edit(message["message_id"], "hva skjer kl 15?")
    kari.person.edit(message["message_id"], "/start")
    await world.settled()
    assert len(kari.messages) == 1


def groups() -> dict[str, tuple[str, dict[str, Any]]]:
    user = {"id": 1001, "is_bot": False, "first_name": "Kari", "language_code": "nb"}
    bot = {"id": 1, "is_bot": True, "first_name": "Expobot"}
    base = {"message_id": 1, "date": 1, "from": user}
    command = {"entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
    member = {"user": bot, "status": "member"}
    private = {"id": 1001, "type": "private"}
    channel = {"id": -6, "type": "channel", "title": "News"}
    return {
        "command": ("message", {**base, "chat": GROUP, "text": "/start", **command}),
        "question": ("message", {**base, "chat": {**GROUP, "type": "supergroup"}, "text": "hva skjer kl 14?"}),
        "joined": ("message", {**base, "chat": GROUP, "new_chat_members": [bot]}),
        "added": (
            "my_chat_member",
            {
                "chat": GROUP,
                "from": user,
                "date": 1,
                "old_chat_member": {"user": bot, "status": "left"},
                "new_chat_member": member,
            },
        ),
        "channel": ("channel_post", {"message_id": 1, "date": 1, "chat": channel, "text": "/start", **command}),
        "business": (
            "business_message",
            {**base, "chat": private, "business_connection_id": "b", "text": "/start", **command},
        ),
        "reaction": (
            "message_reaction",
            {"chat": private, "message_id": 1, "date": 1, "user": user, "old_reaction": [], "new_reaction": []},
        ),
        "pinned": ("message", {**base, "chat": private, "pinned_message": {**base, "chat": private, "text": "x"}}),
        "unknown kind": ("gift_of_tomorrow", {"from": user}),
        "unreadable": ("message", {"nonsense": True}),
    }


@pytest.mark.parametrize("case", groups())
async def test_bot_stays_silent(world: World, kari: Conversation, case: str) -> None:
    kind, content = groups()[case]
    await kari.says("/start")
    before = calls(world)
    world.api.inject(kind, content)
    await kari.says("/help")
    assert calls(world) == [*before, "sendMessage"]
