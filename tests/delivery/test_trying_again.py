"""Answers that did not arrive, or may not have."""

import asyncio
import logging

import pytest
from telegram.error import NetworkError, TimedOut

from bot.delivery.deadline import Deadline
from bot.delivery.pacer import Pacer
from bot.delivery.transport import NotSentError
from tests.delivery.call import Call, process
from tests.delivery.leap import Leap

pytestmark = pytest.mark.usefixtures("impatient")

RATE = 200


@pytest.mark.parametrize("error", [NetworkError("reset"), TimedOut()])
async def test_answer_that_may_have_arrived_is_tried_three_times(error: NetworkError) -> None:
    pacer, call = Pacer(RATE), Call(*[error] * 9)
    with pytest.raises(type(error)):
        await process(pacer, call)
    assert call.made == 3


async def test_answer_that_cannot_leave_goes_out_when_it_can(caplog: pytest.LogCaptureFixture) -> None:
    pacer, call = Pacer(RATE), Call(*[NotSentError("ClientConnectorError")] * 6)
    assert await process(pacer, call) == "sent"
    assert call.made == 7
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == [
        "a call did not get through (ClientConnectorError); it is tried again"
    ]


async def test_neither_trying_nor_waiting_counts_against_a_deadline(leap: Leap) -> None:
    class Slow(Call):
        async def __call__(self, *_: object, **__: object) -> str:
            leap(60)
            await asyncio.sleep(0.001)
            return await super().__call__()

    pacer, call = Pacer(RATE), Slow(NotSentError("ConnectionTimeoutError"), TimedOut())
    async with Deadline(30):
        answering = asyncio.create_task(process(pacer, call))
        while not answering.done():
            await asyncio.sleep(0.001)
            leap(0.5 if call.made < 3 else 0)
    assert (await answering, call.made) == ("sent", 3)


async def test_who_is_told_to_end_does_not_wait_for_telegram() -> None:
    pacer, call = Pacer(RATE), Call(*[NotSentError("ClientConnectorError")] * 9)

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            with pytest.raises(NotSentError):
                await process(pacer, call, to="answerCallbackQuery")
            raise

    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    assert (task.cancelled(), call.made) == (True, 1)
