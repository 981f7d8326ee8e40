"""How a test waits for the bot without looking at a watch."""

import asyncio

import pytest

from tests.playground.botapi_support import KARI, Stage


async def answer_all(stage: Stage) -> None:
    offset = 0
    while True:
        for update in await stage.ok("getUpdates", offset=offset, timeout=50):
            await stage.say(f"svar på {update['message']['text']}")
            offset = update["update_id"] + 1


async def test_settled_means_that_every_update_was_handled() -> None:
    stage = Stage()
    bot = asyncio.create_task(answer_all(stage))
    await stage.api.settled()
    stage.kari.send("a")
    stage.kari.send("b")
    await stage.api.settled()
    assert [message["text"] for message in stage.kari.replies] == ["svar på a", "svar på b"]
    bot.cancel()


async def test_until_waits_for_what_comes_by_itself() -> None:
    stage = Stage()

    async def remind() -> None:
        await stage.ok("sendChatAction", chat_id=KARI, action="typing")
        await stage.say("⏰")

    reminder = asyncio.create_task(remind())
    await stage.api.until(lambda: bool(stage.kari.replies))
    await reminder
    assert [message["text"] for message in stage.kari.replies] == ["⏰"]


async def test_waiting_has_an_end() -> None:
    stage = Stage()
    with pytest.raises(TimeoutError):
        await stage.api.settled(seconds=0.01)
    with pytest.raises(TimeoutError):
        await stage.api.until(lambda: False, seconds=0.01)
