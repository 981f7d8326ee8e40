"""Messages sent, edited, copied, taken back."""

import pytest

from bot.playground.botapi import CannotError
from bot.playground.botapi.server import HISTORY
from tests.playground.botapi_support import KARI, Stage

BUTTONS = {"inline_keyboard": [[{"text": "☆", "callback_data": "x"}]]}
OTHERS = {"inline_keyboard": [[{"text": "★", "callback_data": "y"}]]}
BOT = {"id": 1, "is_bot": True, "first_name": "Expobot", "username": "expobot_demo_bot"}
CHAT = {"id": KARI, "type": "private", "first_name": "Kari"}
MOMENT = 1727169600  # when the stage's clock stands still
NOT_MODIFIED = (
    "400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def test_message_is_what_the_person_sees() -> None:
    stage = Stage()
    sent = await stage.say("<b>Hei</b>", parse_mode="HTML", reply_markup=BUTTONS)
    assert sent == {
        "message_id": 2,
        "from": BOT,
        "chat": CHAT,
        "date": MOMENT,
        "text": "Hei",
        "entities": [{"type": "bold", "offset": 0, "length": 3}],
        "reply_markup": BUTTONS,
    }
    assert stage.kari.replies == [sent]
    assert [message["text"] for message in stage.kari.messages] == ["/start", "Hei"]


async def test_options_show_on_the_message() -> None:
    stage = Stage()
    question = stage.kari.send("hva skjer?")
    sent = await stage.say(
        "a",
        protect_content=True,
        message_effect_id="5104841245755180586",
        link_preview_options={"is_disabled": True},
        reply_parameters={"message_id": question["message_id"]},
    )
    assert sent["has_protected_content"] is True
    assert sent["effect_id"] == "5104841245755180586"
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_to_message"] == question


async def test_reply_to_what_is_gone_is_refused_unless_allowed() -> None:
    stage = Stage()
    reply = {"message_id": 99}
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="a", reply_parameters=reply)
    assert refusal == "400 Bad Request: message to be replied not found"
    assert "reply_to_message" not in await stage.say(
        "a", reply_parameters=reply | {"allow_sending_without_reply": True}
    )


@pytest.mark.parametrize("chat_id", [8, "@somebody", "x"])
async def test_unknown_chat_is_not_found(chat_id: object) -> None:
    assert await Stage().refused("sendMessage", chat_id=chat_id, text="a") == "400 Bad Request: chat not found"


async def test_bot_cannot_begin_a_conversation() -> None:
    stage = Stage()
    stage.api.person(8, "Ola")
    refusal = await stage.refused("sendMessage", chat_id=8, text="a")
    assert refusal == "403 Forbidden: bot can't initiate conversation with a user"


async def test_blocked_bot_is_told_so_until_unblocked() -> None:
    stage = Stage()
    stage.kari.block()
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="a")
    assert refusal == "403 Forbidden: bot was blocked by the user"
    with pytest.raises(CannotError):
        stage.kari.send("hei")
    stage.kari.start()
    assert (await stage.say("a"))["text"] == "a"


async def test_deactivated_person_is_out_of_reach() -> None:
    stage = Stage()
    stage.kari.deactivate()
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="a")
    assert refusal == "403 Forbidden: user is deactivated"


async def test_edit_changes_the_message_in_its_place() -> None:
    stage = Stage()
    first = await stage.say("a", reply_markup=BUTTONS)
    await stage.say("b")
    stage.clock.move(seconds=5)
    edited = await stage.ok(
        "editMessageText", chat_id=KARI, message_id=first["message_id"], text="c", reply_markup=OTHERS
    )
    assert edited == first | {"text": "c", "reply_markup": OTHERS, "edit_date": MOMENT + 5}
    assert [message["text"] for message in stage.kari.messages] == ["/start", "c", "b"]


async def test_edit_without_buttons_takes_them_away() -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup=BUTTONS)
    edited = await stage.ok("editMessageText", chat_id=KARI, message_id=sent["message_id"], text="b")
    assert "reply_markup" not in edited


async def test_edit_that_changes_nothing_is_refused() -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup=BUTTONS)
    where = {"chat_id": KARI, "message_id": sent["message_id"]}
    assert await stage.refused("editMessageText", **where, text="a", reply_markup=BUTTONS) == NOT_MODIFIED
    assert await stage.refused("editMessageReplyMarkup", **where, reply_markup=BUTTONS) == NOT_MODIFIED
    await stage.ok("editMessageText", **where, text="b")
    assert await stage.refused("editMessageText", **where, text="b") == NOT_MODIFIED


async def test_buttons_are_edited_alone() -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup=BUTTONS)
    where = {"chat_id": KARI, "message_id": sent["message_id"]}
    assert await stage.ok("editMessageReplyMarkup", **where, reply_markup=OTHERS) == sent | {"reply_markup": OTHERS}
    assert "reply_markup" not in await stage.ok("editMessageReplyMarkup", **where)


async def test_only_own_and_present_texts_are_edited() -> None:
    stage = Stage()
    theirs, place = stage.kari.send("hei"), await stage.ok("sendLocation", chat_id=KARI, latitude=58.9, longitude=5.7)
    for message_id, refusal in (
        (99, "message to edit not found"),
        (theirs["message_id"], "message can't be edited"),
        (place["message_id"], "there is no text in the message to edit"),
    ):
        refused = await stage.refused("editMessageText", chat_id=KARI, message_id=message_id, text="b")
        assert refused == f"400 Bad Request: {refusal}"
    sent = await stage.say("a")
    refused = await stage.refused("editMessageCaption", chat_id=KARI, message_id=sent["message_id"], caption="b")
    assert refused == "400 Bad Request: there is no caption in the message to edit"
    refused = await stage.refused("editMessageText", inline_message_id="x", text="b")
    assert refused == "400 Bad Request: MESSAGE_ID_INVALID"


async def test_deleted_message_is_gone_from_the_chat() -> None:
    stage = Stage()
    sent = await stage.say("a")
    where = {"chat_id": KARI, "message_id": sent["message_id"]}
    assert await stage.ok("deleteMessage", **where) is True
    assert [message["text"] for message in stage.kari.messages] == ["/start"]
    assert await stage.refused("deleteMessage", **where) == "400 Bad Request: message to delete not found"
    assert await stage.refused("editMessageText", **where, text="b") == "400 Bad Request: message to edit not found"


async def test_message_is_deletable_for_48_hours() -> None:
    stage = Stage()
    first, second = await stage.say("a"), await stage.say("b")
    stage.clock.move(hours=47, minutes=59)
    assert await stage.ok("deleteMessage", chat_id=KARI, message_id=first["message_id"]) is True
    stage.clock.move(minutes=1)
    refusal = await stage.refused("deleteMessage", chat_id=KARI, message_id=second["message_id"])
    assert refusal == "400 Bad Request: message can't be deleted for everyone"


async def test_several_are_deleted_at_once_and_absent_ones_passed_over() -> None:
    stage = Stage()
    sent = [(await stage.say(text))["message_id"] for text in "abc"]
    assert await stage.ok("deleteMessages", chat_id=KARI, message_ids=[*sent[:2], sent[0], 99]) is True
    assert [message["text"] for message in stage.kari.messages] == ["/start", "c"]
    refusal = await stage.refused("deleteMessages", chat_id=KARI, message_ids=[*range(1, 102)])
    assert refusal == "400 Bad Request: too many message identifiers specified"


async def test_copy_says_nothing_of_its_origin_and_a_forward_does() -> None:
    stage = Stage()
    stage.api.person(8, "Ola").start()
    theirs = stage.kari.send("hei /now")
    source = {"from_chat_id": KARI, "message_id": theirs["message_id"]}
    copied = await stage.ok("copyMessage", chat_id=8, **source)
    forwarded = await stage.ok("forwardMessage", chat_id=8, **source)
    ola = stage.api.person(8, "Ola")
    assert copied == {"message_id": 4}
    assert [message["text"] for message in ola.replies] == ["hei /now", "hei /now"]
    assert ola.replies[0]["entities"] == theirs["entities"]
    assert "forward_origin" not in ola.replies[0]
    assert forwarded["forward_origin"] == {"type": "user", "sender_user": theirs["from"], "date": MOMENT}
    secret = (await stage.say("a", protect_content=True))["message_id"]
    refusal = await stage.refused("forwardMessage", chat_id=8, from_chat_id=KARI, message_id=secret)
    assert refusal == "400 Bad Request: message has protected content and can't be forwarded"
    refusal = await stage.refused("copyMessage", chat_id=8, from_chat_id=KARI, message_id=99)
    assert refusal == "400 Bad Request: message to copy not found"


async def test_copy_may_have_another_caption() -> None:
    stage = Stage()
    theirs = stage.kari.upload("a.txt", b"a", caption="deres")
    source = {"from_chat_id": KARI, "message_id": theirs["message_id"]}
    await stage.ok("copyMessage", chat_id=KARI, **source, caption="<b>vår</b>", parse_mode="HTML")
    assert (stage.kari.last["document"], stage.kari.last["caption"]) == (theirs["document"], "vår")


async def test_place_off_the_map_is_refused() -> None:
    refusal = await Stage().refused("sendLocation", chat_id=KARI, latitude=91, longitude=0)
    assert refusal == "400 Bad Request: invalid location specified"


async def test_places_are_sent() -> None:
    stage = Stage()
    point = {"latitude": 58.95, "longitude": 5.69}
    assert (await stage.ok("sendLocation", chat_id=KARI, **point))["location"] == point
    venue = await stage.ok("sendVenue", chat_id=KARI, **point, title="Hall B", address="Gunnar Warebergs gate 13")
    assert venue["venue"] == {"location": point, "title": "Hall B", "address": "Gunnar Warebergs gate 13"}


async def test_typing_shows_for_five_seconds_or_until_the_answer() -> None:
    stage = Stage()
    await stage.ok("sendChatAction", chat_id=KARI, action="typing")
    assert stage.kari.typing is True
    stage.clock.move(seconds=5)
    assert stage.kari.typing is False
    await stage.ok("sendChatAction", chat_id=KARI, action="typing")
    await stage.say("a")
    assert stage.kari.typing is False
    refusal = await stage.refused("sendChatAction", chat_id=KARI, action="thinking")
    assert refusal == "400 Bad Request: wrong parameter action in request"


async def test_reactions_and_pins_are_kept() -> None:
    stage = Stage()
    theirs = stage.kari.send("takk")
    where = {"chat_id": KARI, "message_id": theirs["message_id"]}
    thumb = [{"type": "emoji", "emoji": "👍"}]
    await stage.ok("setMessageReaction", **where, reaction=thumb)
    await stage.ok("pinChatMessage", **where)
    assert (stage.kari.reactions(theirs["message_id"]), stage.kari.pinned) == (thumb, theirs)
    assert (await stage.ok("getChat", chat_id=KARI))["pinned_message"] == theirs
    await stage.ok("unpinChatMessage", chat_id=KARI)
    assert stage.kari.pinned is None
    assert await stage.refused("unpinChatMessage", chat_id=KARI) == "400 Bad Request: message to unpin not found"
    for reaction, refusal in (
        (thumb * 2, "REACTIONS_TOO_MANY"),
        ([{"type": "emoji", "emoji": "★"}], "REACTION_INVALID"),
        ([{"type": "paid"}], "can't parse ReactionType: invalid reaction type specified"),
    ):
        refused = await stage.refused("setMessageReaction", **where, reaction=reaction)
        assert refused == f"400 Bad Request: {refusal}"


async def test_old_messages_are_forgotten() -> None:
    stage = Stage()
    for number in range(HISTORY):
        stage.kari.send(str(number))
    assert (len(stage.kari.messages), stage.kari.messages[0]["text"]) == (HISTORY, "0")
