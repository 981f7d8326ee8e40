import asyncio
import logging
from datetime import datetime, timedelta

import pytest
from telegram.error import BadRequest, RetryAfter

from bot.clock import Clock
from bot.delivery.gate import HeldError, Priority, Turn
from bot.delivery.pacer import Pacer
from data.database import Database
from tests.delivery.call import Call, process
from tests.delivery.leap import Leap
from tests.delivery.post import until

RATE = 200
SLACK = 1e-6
PATIENCE = 30


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change


async def test_answer_that_meets_a_429_is_tried_again_when_it_may() -> None:
    pacer, call = Pacer(RATE), Call(RetryAfter(0), RetryAfter(0))
    assert await process(pacer, call) == "sent"
    assert call.made == 3


async def test_429_costs_an_answer_no_try() -> None:
    pacer, call = Pacer(RATE), Call(*(RetryAfter(0) for _ in range(9)))
    assert await process(pacer, call) == "sent"
    assert call.made == 10


async def test_call_that_sends_nothing_waits_as_long_as_telegram_says(leap: Leap) -> None:
    pacer, call = Pacer(RATE), Call(RetryAfter(3600))
    calling = asyncio.create_task(process(pacer, call, to="setMyCommands"))
    await until(lambda: call.made)
    leap(3599)
    await asyncio.sleep(0.01)
    assert call.made == 1
    leap(1)
    assert await calling == "sent"


@pytest.mark.parametrize("priority", [Priority.REMINDER, Priority.BROADCAST])
async def test_unasked_message_that_meets_a_429_is_left_to_the_outbox(priority: Priority) -> None:
    pacer, call = Pacer(RATE), Call(RetryAfter(0))
    with pytest.raises(RetryAfter):
        await process(pacer, call, await pacer.turn(priority))
    assert call.made == 1


async def test_429_holds_answers_back_and_sends_away_what_was_not_asked_for() -> None:
    pacer, loop = Pacer(RATE), asyncio.get_running_loop()
    until = loop.time() + 0.05
    with pytest.raises(RetryAfter):
        await process(pacer, Call(RetryAfter(timedelta(seconds=0.05))), Turn(0))
    with pytest.raises(HeldError):
        await pacer.turn(Priority.REMINDER)
    await process(pacer, Call())
    assert loop.time() >= until - SLACK
    await pacer.turn(Priority.REMINDER)


async def test_other_errors_are_raised() -> None:
    pacer, call = Pacer(RATE), Call(BadRequest("Chat not found"))
    with pytest.raises(BadRequest):
        await process(pacer, call)
    assert call.made == 1


@pytest.mark.parametrize(
    "to", ["getUpdates", "answerCallbackQuery", "setMyCommands", "deleteWebhook", "logOut", "close"]
)
async def test_what_sends_nothing_waits_for_no_turn(to: str) -> None:
    pacer = Pacer(0.001)
    await pacer.turn(Priority.ANSWER)
    assert [await process(pacer, Call(), to=to) for _ in range(2)] == ["sent", "sent"]


@pytest.mark.parametrize("to", ["sendMessage", "editMessageText", "copyMessage", "forwardMessage", "sendDocument"])
async def test_what_sends_waits_for_its_turn(to: str) -> None:
    pacer = Pacer(0.001)
    await pacer.turn(Priority.ANSWER)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(process(pacer, Call(), to=to), 0.01)


async def test_unasked_message_has_taken_its_turn_before() -> None:
    pacer = Pacer(0.001)
    turn = await pacer.turn(Priority.REMINDER)
    assert await process(pacer, Call(), turn) == "sent"


async def test_paid_broadcasts_go_at_their_own_rate() -> None:
    pacer = Pacer(0.001, paid_rate=RATE)
    await pacer.turn(Priority.REMINDER)
    for _ in range(3):
        await pacer.turn(Priority.BROADCAST)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(pacer.turn(Priority.REMINDER), 0.01)
    assert (pacer.pays, Pacer(RATE).pays) == (True, False)


async def test_silence_outlasts_a_restart_but_no_longer_than_asked_for(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    class Ahead(Clock):
        def real(self) -> datetime:
            return super().real() + timedelta(days=365)

    before, after = Pacer(RATE), Pacer(RATE)
    await before.keep(database, Ahead())
    with pytest.raises(RetryAfter):
        await before.process_request(Call(RetryAfter(40)), (), {}, "sendMessage", {}, Turn(0))
    await after.keep(database, Clock())
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(process(after, Call()), 0.01)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == [
        "Telegram asked for silence before the start; nothing is sent for 40 s"
    ]
