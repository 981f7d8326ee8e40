"""Updates fetched from the local Bot API."""

import asyncio
import logging
from typing import Any

import pytest
from telegram.error import InvalidToken
from telegram.ext import ExtBot

from bot.delivery import polling
from bot.delivery.polling import AnotherInstanceError
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.faults import NoReply, ServerFault, TooManyRequests, Unreachable
from data import updates
from data.database import Database
from tests.delivery.desk import KARI, OLA, PATIENCE, Desk
from tests.delivery.leap import Leap
from tests.delivery.post import until

pytestmark = pytest.mark.usefixtures("impatient")


async def test_updates_are_handled_and_confirmed(desk: Desk, api: LocalBotApi, database: Database) -> None:
    for text in ("a", "b"):
        api.person(KARI, "").send(text)
    await desk.settled()
    assert desk.log == ["a", "b"]
    assert await database.read(updates.unhandled) == []


async def test_slow_update_does_not_keep_back_the_next_batch(desk: Desk, api: LocalBotApi) -> None:
    api.person(KARI, "").send("slow")
    await desk.until("slow")
    api.person(OLA, "").send("later")
    await desk.until("slow", "later")


async def test_update_is_confirmed_only_once_it_is_stored(
    api: LocalBotApi, bot: ExtBot[Any], database: Database
) -> None:
    desk = Desk(api, bot, database)
    hold = asyncio.Event()
    take = desk.ingest.take

    async def take_later(arrived: Any) -> None:
        await hold.wait()
        await take(arrived)

    desk.ingest.take = take_later  # type: ignore[method-assign] # delays the real one
    running = asyncio.create_task(desk.polling.run())
    api.person(KARI, "").send("a")
    await asyncio.sleep(0.02)
    assert [update["update_id"] for update in api.waiting()] == [1]
    hold.set()
    await desk.settled()
    running.cancel()
    assert desk.log == ["a"]


@pytest.mark.parametrize("fault", [Unreachable(), ServerFault(), NoReply(delivered=True), NoReply(delivered=False)])
async def test_trouble_on_the_way_is_waited_out(desk: Desk, api: LocalBotApi, fault: Any) -> None:
    api.faults.add("getUpdates", fault, times=3)
    api.person(KARI, "").send("before")
    await desk.until("before")
    api.person(KARI, "").send("after")
    await desk.settled()
    assert desk.log == ["before", "after"]


async def test_silence_telegram_asks_for_is_kept_to_the_second(
    api: LocalBotApi, bot: ExtBot[Any], database: Database, leap: Leap, caplog: pytest.LogCaptureFixture
) -> None:
    desk = Desk(api, bot, database)
    api.faults.add("getUpdates", TooManyRequests(3600))
    api.person(KARI, "").send("a")
    running = asyncio.create_task(desk.polling.run())
    await until(lambda: caplog.records)
    leap(3590)
    await asyncio.sleep(0.02)
    assert desk.log == []
    leap(10)
    await desk.settled()
    running.cancel()
    assert desk.log == ["a"]


async def test_second_instance_is_told_apart_from_a_passing_conflict(
    api: LocalBotApi, bot: ExtBot[Any], database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await bot.set_webhook("https://fjordby.no/hook")
    desk = Desk(api, bot, database)
    with caplog.at_level(logging.CRITICAL, polling.__name__), pytest.raises(AnotherInstanceError):
        await asyncio.wait_for(desk.polling.run(), PATIENCE)
    assert len([method for method, _ in api.calls if method == "getUpdates"]) == polling.CONFLICTS


async def test_unknown_token_ends_polling(api: LocalBotApi, bot: ExtBot[Any], database: Database) -> None:
    desk = Desk(api, bot, database)
    api.token = "1:other"  # noqa: S105 - nobody's
    with pytest.raises(InvalidToken):
        await asyncio.wait_for(desk.polling.run(), PATIENCE)
