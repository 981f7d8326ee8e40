"""Updates on their way to their handler: order, deadlines, crashes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import pytest
from telegram import Update
from telegram.ext import ExtBot

from bot.clock import Clock
from bot.delivery.ingest import Ingest
from bot.delivery.pacer import Pacer
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.faults import TooManyRequests, Unreachable
from data import updates
from data.database import Database
from tests.delivery.desk import KARI, OLA, Desk
from tests.delivery.leap import Leap
from tests.delivery.post import until

pytestmark = pytest.mark.usefixtures("impatient")


@asynccontextmanager
async def answering(api: LocalBotApi, database: Database, pacer: Pacer) -> AsyncIterator[Ingest]:
    """Answers each message at the pacer's pace."""

    async def say(text: str, update: Update) -> None:
        await bot.send_message(update.message.chat_id if update.message else 0, text)

    async with ExtBot(api.token, request=api.request(), get_updates_request=api.request(), rate_limiter=pacer) as bot:
        yield Ingest(bot, database, Clock(), partial(say, "svar"), partial(say, "beklager"))


def tried(api: LocalBotApi, times: int) -> bool:
    """Whether that many answers were sent off."""
    return [method for method, _ in api.calls].count("sendMessage") >= times


async def test_chat_keeps_its_order_while_others_go_on(desk: Desk, api: LocalBotApi) -> None:
    for person, text in ((KARI, "slow"), (KARI, "next"), (OLA, "meanwhile")):
        api.person(person, "").send(text)
    await desk.until("slow", "meanwhile")
    desk.free.set()
    await desk.until("slow", "meanwhile", "slow done", "next")


async def test_button_press_keeps_its_place_in_its_chat(desk: Desk, api: LocalBotApi, bot: ExtBot[Any]) -> None:
    kari = api.person(KARI, "")
    kari.send("slow")
    await desk.until("slow")
    markup: Any = {"inline_keyboard": [[{"text": "☆", "callback_data": "x"}]]}
    sent = await bot.send_message(KARI, "a", reply_markup=markup)
    kari.press(sent.message_id, "x")
    await asyncio.sleep(0.02)
    assert desk.log == ["slow"]
    desk.free.set()
    await desk.until("slow", "slow done", "press x")


async def test_bad_update_does_not_stop_the_others(
    desk: Desk, api: LocalBotApi, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "bot.delivery.ingest"):
        for text in ("bad", "good"):
            api.person(KARI, "").send(text)
        await desk.settled()
    assert desk.log == ["bad", "good"]
    assert await database.read(updates.unhandled) == []
    assert [record.getMessage() for record in caplog.records] == ["update 1 could not be handled"]


async def test_update_that_takes_too_long_is_cut_off_with_an_apology(
    api: LocalBotApi, bot: ExtBot[Any], database: Database
) -> None:
    desk = Desk(api, bot, database, deadline=0.02)
    api.person(KARI, "").send("slow")
    await desk.ingest.take(api.waiting())
    await desk.ingest.drain()
    assert desk.log == ["slow", "sorry for slow"]
    assert await database.read(updates.unhandled) == []


async def test_answer_that_telegram_holds_goes_out_when_the_hold_ends(
    api: LocalBotApi, database: Database, leap: Leap
) -> None:
    pacer = Pacer(1000)
    async with answering(api, database, pacer) as ingest:
        api.faults.add("sendMessage", TooManyRequests(3600), times=2)
        for person in (KARI, OLA):
            api.person(person, "").send("a")
        await ingest.take(api.waiting())
        await until(lambda: pacer.held(KARI) and pacer.held(OLA))
        leap(3601)
        await ingest.drain()
    assert [[one["text"] for one in api.person(person, "").replies] for person in (KARI, OLA)] == [["svar"], ["svar"]]


async def test_answer_goes_out_when_telegram_can_be_reached_again_however_late(
    api: LocalBotApi, database: Database, leap: Leap
) -> None:
    async with answering(api, database, Pacer(1000)) as ingest:
        api.faults.add("sendMessage", Unreachable(), times=None)
        api.person(KARI, "").send("a")
        await ingest.take(api.waiting())
        for tries in range(1, 10):
            await until(partial(tried, api, tries))
            leap(60)
        api.faults.clear()
        await ingest.drain()
    assert [one["text"] for one in api.person(KARI, "").replies] == ["svar"]
    assert await database.read(updates.unhandled) == []


async def test_what_could_not_be_answered_before_the_end_is_answered_at_the_next_start(
    api: LocalBotApi, database: Database
) -> None:
    api.faults.add("sendMessage", Unreachable(), times=None)
    api.person(KARI, "").send("a")
    async with answering(api, database, Pacer(1000)) as ingest:
        await ingest.take(api.waiting())
        await until(partial(tried, api, 1))
        await ingest.drain(seconds=0)
    assert [update["update_id"] for update in await database.read(updates.unhandled)] == [1]
    api.faults.clear()
    async with answering(api, database, Pacer(1000)) as ingest:
        await ingest.resume()
        await ingest.drain()
    assert [one["text"] for one in api.person(KARI, "").replies] == ["svar"]


async def test_update_taken_twice_is_handled_once(api: LocalBotApi, bot: ExtBot[Any], database: Database) -> None:
    api.person(KARI, "").send("a")
    logs = []
    for _ in range(2):  # as if the process had ended before Telegram was told
        desk = Desk(api, bot, database)
        await desk.ingest.take(api.waiting())
        await desk.ingest.drain()
        logs.append(desk.log)
    assert logs == [["a"], []]


async def test_what_was_not_finished_is_handled_at_the_next_start(
    api: LocalBotApi, bot: ExtBot[Any], database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    for text in ("slow", "next"):
        api.person(KARI, "").send(text)
    desk = Desk(api, bot, database)
    await desk.ingest.take(api.waiting())
    await desk.until("slow")
    await desk.ingest.drain(seconds=0)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == [
        "some updates were not finished; they are handled at the next start"
    ]
    again = Desk(api, bot, database)
    again.free.set()
    await again.ingest.resume()
    await again.ingest.drain()
    assert (desk.log, again.log) == (["slow"], ["slow", "slow done", "next"])


async def test_numbers_of_old_updates_are_forgotten(api: LocalBotApi, bot: ExtBot[Any], database: Database) -> None:
    desk = Desk(api, bot, database)
    await database.write(lambda db: updates.add(db, [{"update_id": 1}], 0))
    await database.write(lambda db: updates.done(db, [1]))
    await desk.ingest.take([{"update_id": 2}])
    await desk.ingest.drain()
    await desk.ingest.forget_old()
    assert await database.read(lambda db: [*db.execute("SELECT update_id FROM updates")]) == [{"update_id": 2}]
