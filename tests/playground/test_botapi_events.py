"""What a page hears live."""

import asyncio
from typing import Any

from bot.playground.botapi.events import Subscription
from tests.playground.botapi_support import KARI, Stage


async def heard(events: Subscription, count: int) -> list[dict[str, Any]]:
    return [await asyncio.wait_for(anext(events), 30) for _ in range(count)]


async def test_everything_that_happens_is_told_in_order() -> None:
    stage = Stage()
    with stage.api.subscribe(KARI) as events:
        asked = stage.kari.send("hva skjer?")
        await stage.ok("sendChatAction", chat_id=KARI, action="typing")
        markup = {"inline_keyboard": [[{"text": "☆", "callback_data": "x"}]]}
        sent = await stage.say("a", reply_markup=markup, disable_notification=True)
        query_id = stage.kari.press(sent["message_id"], "x")
        await stage.ok("answerCallbackQuery", callback_query_id=query_id, text="★")
        edited = await stage.ok("editMessageText", chat_id=KARI, message_id=sent["message_id"], text="b")
        await stage.ok("deleteMessage", chat_id=KARI, message_id=sent["message_id"])
        await stage.ok("setMyCommands", commands=[])
        stage.kari.block()
        assert await heard(events, 8) == [
            {"chat_id": KARI, "kind": "message", "message": asked, "silent": False},
            {"chat_id": KARI, "kind": "typing", "action": "typing"},
            {"chat_id": KARI, "kind": "message", "message": sent, "silent": True},
            {"chat_id": KARI, "kind": "callback_answer", "id": query_id, "text": "★", "show_alert": False, "url": ""},
            {"chat_id": KARI, "kind": "edit", "message": edited},
            {"chat_id": KARI, "kind": "delete", "message_id": sent["message_id"]},
            {"chat_id": None, "kind": "commands"},
            {"chat_id": KARI, "kind": "blocked", "blocked": True},
        ]


async def test_listener_to_one_chat_hears_no_other() -> None:
    stage = Stage()
    ola = stage.api.person(8, "Ola")
    with stage.api.subscribe(8) as one, stage.api.subscribe() as every:
        stage.kari.send("a")
        ola.start()
        assert [event["chat_id"] for event in await heard(one, 1)] == [8]
        assert [event["chat_id"] for event in await heard(every, 2)] == [KARI, 8]


async def test_listener_that_is_too_slow_is_told_of_the_gap() -> None:
    stage = Stage()
    with stage.api.subscribe() as events:
        for number in range(1001):
            stage.kari.send(str(number))
        gap, last = await heard(events, 2)
    assert gap == {"chat_id": None, "kind": "gap"}
    assert last["message"]["text"] == "1000"
