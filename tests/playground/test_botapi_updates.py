"""Updates: their order, their lives, and who may take them."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.clock import SimulatedClock
from bot.playground.botapi import CannotError
from bot.playground.botapi.updates import LIFE, ends
from tests.playground.botapi_support import KARI, Stage

BUTTONS = {"inline_keyboard": [[{"text": "☆", "callback_data": "x"}]]}


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_come_in_order_until_confirmed() -> None:
    stage = Stage()
    stage.kari.send("a")
    stage.kari.send("b")
    first = await stage.ok("getUpdates")
    assert [update["update_id"] for update in first] == [1, 2, 3]
    assert texts(await stage.ok("getUpdates")) == ["/start", "a", "b"]
    assert texts(await stage.ok("getUpdates", limit=1)) == ["/start"]
    assert texts(await stage.ok("getUpdates", offset=3)) == ["b"]
    assert texts(await stage.ok("getUpdates")) == ["b"]
    assert await stage.ok("getUpdates", offset=4) == []


async def test_negative_offset_keeps_the_last_ones() -> None:
    stage = Stage()
    for text in "abc":
        stage.kari.send(text)
    assert texts(await stage.ok("getUpdates", offset=-2)) == ["b", "c"]


async def test_at_most_a_hundred_come_at_once() -> None:
    stage = Stage()
    for number in range(150):
        stage.kari.send(str(number))
    assert len(await stage.ok("getUpdates", limit=1000)) == 100


async def test_poll_waits_for_the_next_update() -> None:
    stage = Stage()
    poll = asyncio.create_task(stage.ok("getUpdates", offset=2, timeout=50))
    await asyncio.sleep(0)
    stage.kari.send("a")
    assert texts(await poll) == ["a"]


async def test_poll_gives_up_after_its_timeout() -> None:
    stage = Stage()
    await stage.ok("getUpdates", offset=2)
    assert await stage.ok("getUpdates", offset=2, timeout=1) == []


async def test_newest_of_two_polls_wins() -> None:
    stage = Stage()
    first = asyncio.create_task(stage.refused("getUpdates", offset=2, timeout=50))
    await asyncio.sleep(0)
    second = asyncio.create_task(stage.ok("getUpdates", offset=2, timeout=50))
    assert await first == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    stage.kari.send("a")
    assert texts(await second) == ["a"]


async def test_webhook_ends_polling() -> None:
    stage = Stage()
    poll = asyncio.create_task(stage.refused("getUpdates", offset=2, timeout=50))
    await asyncio.sleep(0)
    assert await stage.ok("setWebhook", url="http://127.0.0.1:9/hook") is True
    assert await poll == "409 Conflict: terminated by setWebhook request"
    assert await stage.refused("getUpdates") == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    assert await stage.ok("deleteWebhook") is True
    assert texts(await stage.ok("getUpdates", offset=1)) == []


async def test_updates_live_for_a_day() -> None:
    stage = Stage()
    stage.clock.move(hours=23, minutes=59)
    stage.kari.send("a")
    assert texts(stage.api.waiting()) == ["/start", "a"]
    stage.clock.move(minutes=1)
    assert texts(stage.api.waiting()) == ["a"]


async def test_presses_and_inline_queries_live_shorter() -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup=BUTTONS)
    stage.kari.press(sent["message_id"], "x")
    stage.kari.inline("x")
    kinds = [[*update][1] for update in stage.api.waiting()]
    stage.clock.move(seconds=30)
    after_30 = [[*update][1] for update in stage.api.waiting()]
    stage.clock.move(seconds=120)
    after_150 = [[*update][1] for update in stage.api.waiting()]
    assert (kinds, after_30, after_150) == (
        ["message", "callback_query", "inline_query"],
        ["message", "callback_query"],
        ["message"],
    )


async def test_fast_clock_does_not_shorten_lives() -> None:
    start = datetime(2024, 9, 24, 9, 20, tzinfo=UTC)
    assert ends(SimulatedClock(start, speed=600), LIFE) - start >= timedelta(hours=24 * 600)


async def test_only_the_kinds_asked_for_come_and_the_list_is_remembered() -> None:
    stage = Stage()
    await stage.ok("getUpdates", offset=2, allowed_updates=["my_chat_member"])
    stage.kari.send("a")
    stage.kari.block()
    update = (await stage.ok("getUpdates"))[0]
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    await stage.ok("getUpdates", offset=3, allowed_updates=[])
    stage.kari.unblock()
    stage.kari.send("b")
    assert [[*update][1] for update in await stage.ok("getUpdates")] == ["my_chat_member", "message"]


async def test_webhook_info_counts_what_waits() -> None:
    stage = Stage()
    await stage.ok("setWebhook", url="http://127.0.0.1:9/hook", allowed_updates=["message"])
    stage.kari.send("a")
    assert await stage.ok("getWebhookInfo") == {
        "url": "http://127.0.0.1:9/hook",
        "has_custom_certificate": False,
        "pending_update_count": 2,
        "max_connections": 40,
        "allowed_updates": ["message"],
    }
    await stage.ok("deleteWebhook", drop_pending_updates=True)
    assert (await stage.ok("getWebhookInfo"))["pending_update_count"] == 0


@pytest.mark.parametrize(
    ("parameters", "refusal"),
    [
        ({"url": "fjordby.no"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.no/", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
async def test_faulty_webhook_is_refused(parameters: dict[str, object], refusal: str) -> None:
    assert await Stage().refused("setWebhook", **parameters) == f"400 Bad Request: {refusal}"


async def test_persons_edit_is_an_update() -> None:
    stage = Stage()
    sent = stage.kari.send("hva skjer?")
    stage.clock.move(seconds=1)
    edited = stage.kari.edit(sent["message_id"], "hva skjer nå?")
    assert edited == sent | {"text": "hva skjer nå?", "edit_date": sent["date"] + 1}
    assert stage.api.waiting()[-1] == {"update_id": 3, "edited_message": edited}
    assert stage.kari.last == edited


async def test_what_people_send_arrives() -> None:
    stage = Stage()
    sent = [
        stage.kari.upload("program.csv", b"a,b", "text/csv", "her"),
        stage.kari.voice(),
        stage.kari.sticker(),
        stage.kari.location(58.95, 5.69),
        stage.kari.contact("+4712345678", "Ola"),
    ]
    arrived = [update["message"] for update in stage.api.waiting()[1:]]
    assert arrived == sent
    assert [[*message][-1] for message in arrived] == ["caption", "voice", "sticker", "location", "contact"]


async def test_start_carries_its_payload() -> None:
    stage = Stage()
    assert stage.kari.start("s_byen-uten-ko")["text"] == "/start s_byen-uten-ko"
    assert stage.kari.last["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_person_takes_back_a_message_unseen_by_the_bot() -> None:
    stage = Stage()
    sent = stage.kari.send("a")
    stage.kari.delete(sent["message_id"])
    assert ([message["text"] for message in stage.kari.messages], len(stage.api.waiting())) == (["/start"], 2)


async def test_people_cannot_do_what_their_app_does_not_offer() -> None:
    stage = Stage()
    sent = await stage.say("a")
    with pytest.raises(CannotError, match="is not a text of 7"):
        stage.kari.edit(sent["message_id"], "b")
    for payload in ("x" * 65, "a b"):
        with pytest.raises(CannotError, match="opens no link"):
            stage.kari.start(payload)
    for text in (" ", "x" * 4097):
        with pytest.raises(CannotError, match="1 to 4096 characters"):
            stage.kari.send(text)
    with pytest.raises(CannotError, match="at most 256 characters"):
        stage.kari.inline("x" * 257)
    with pytest.raises(CannotError, match="the chat is empty"):
        _ = stage.api.person(8, "Ola").last


async def test_person_met_again_is_the_same() -> None:
    stage = Stage()
    assert stage.api.person(KARI, "Kari") is stage.kari
    stage.kari.use_language("en")
    assert stage.kari.send("hi")["from"]["language_code"] == "en"


async def test_update_nobody_can_read_may_be_queued() -> None:
    stage = Stage()
    update_id = stage.api.inject("message", {"date": "yesterday"})
    assert stage.api.waiting()[-1] == {"update_id": update_id, "message": {"date": "yesterday"}}
