import asyncio
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import BadRequest, RetryAfter

from bot.delivery.pacer import Gate, Pacer, Priority

RATE = 200
INTERVAL = 1 / RATE
SLACK = 1e-6
PATIENCE = 30


@pytest.fixture(autouse=True)
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change


class Passed:
    """Who came through a gate, and when by the loop's clock."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.times: list[float] = []

    async def through(self, gate: Gate, name: str, priority: Priority = Priority.ANSWER) -> None:
        await gate.turn(priority)
        self.names.append(name)
        self.times.append(asyncio.get_running_loop().time())

    def kept_to(self, start: float) -> bool:
        """Whether each came through at its time or later, the first at the start."""
        return all(time >= start + place * INTERVAL - SLACK for place, time in enumerate(self.times))


async def test_gate_lets_one_through_at_a_time_without_a_burst() -> None:
    gate, passed = Gate(RATE), Passed()
    await gate.turn(Priority.ANSWER)
    await asyncio.sleep(3 * INTERVAL)  # time that passed unused gives no right to a burst
    start = asyncio.get_running_loop().time()
    await asyncio.gather(*(passed.through(gate, str(number)) for number in range(6)))
    assert passed.names == ["0", "1", "2", "3", "4", "5"]
    assert passed.kept_to(start)


async def test_gate_lets_the_most_urgent_through_first() -> None:
    gate, passed = Gate(RATE), Passed()
    waiting = [
        passed.through(gate, "first", Priority.BROADCAST),
        passed.through(gate, "broadcast", Priority.BROADCAST),
        passed.through(gate, "reminder", Priority.REMINDER),
        passed.through(gate, "second broadcast", Priority.BROADCAST),
        passed.through(gate, "answer", Priority.ANSWER),
        passed.through(gate, "second reminder", Priority.REMINDER),
    ]
    await asyncio.gather(*waiting)
    assert passed.names == ["answer", "reminder", "second reminder", "first", "broadcast", "second broadcast"]


async def test_answer_overtakes_those_who_wait() -> None:
    gate, passed = Gate(RATE), Passed()
    waiting = [asyncio.create_task(passed.through(gate, str(n), Priority.BROADCAST)) for n in range(5)]
    await waiting[0]
    await passed.through(gate, "answer")
    await asyncio.gather(*waiting)
    assert passed.names == ["0", "answer", "1", "2", "3", "4"]


async def test_gate_held_lets_nobody_through_so_long() -> None:
    gate, passed = Gate(RATE), Passed()
    loop = asyncio.get_running_loop()
    waiting = asyncio.create_task(passed.through(gate, "a"))
    await asyncio.sleep(0)
    until = loop.time() + 0.05
    gate.hold(0.05)
    gate.hold(0.01)
    await waiting
    await passed.through(gate, "b")
    assert passed.kept_to(until)


async def test_who_gave_up_takes_no_turn() -> None:
    gate, passed = Gate(0.001), Passed()
    waiting = [asyncio.create_task(passed.through(gate, str(number))) for number in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    waiting[1].cancel()
    await asyncio.wait_for(waiting[2], PATIENCE)
    assert passed.names == ["2"]


class Call:
    """A call of python-telegram-bot that meets these errors first."""

    def __init__(self, *errors: Exception) -> None:
        self._errors = [*errors]
        self.made = 0

    async def __call__(self, *_: object, **__: object) -> str:
        self.made += 1
        if self._errors:
            raise self._errors.pop(0)
        return "sent"


async def process(
    pacer: Pacer,
    call: Callable[..., Coroutine[Any, Any, Any]],
    priority: Priority | None = None,
    to: str = "sendMessage",
) -> object:
    return await pacer.process_request(call, (), {}, to, {}, priority)


async def test_answer_that_meets_a_429_is_tried_again_when_it_may() -> None:
    pacer, call = Pacer(RATE), Call(RetryAfter(0), RetryAfter(0))
    assert await process(pacer, call) == "sent"
    assert call.made == 3


async def test_answer_is_tried_four_times() -> None:
    pacer, call = Pacer(RATE), Call(*(RetryAfter(0) for _ in range(4)))
    with pytest.raises(RetryAfter):
        await process(pacer, call)
    assert call.made == 4


@pytest.mark.parametrize("priority", [Priority.REMINDER, Priority.BROADCAST])
async def test_unasked_message_that_meets_a_429_is_left_to_the_outbox(priority: Priority) -> None:
    pacer, call = Pacer(RATE), Call(RetryAfter(0))
    with pytest.raises(RetryAfter):
        await process(pacer, call, priority)
    assert call.made == 1


async def test_429_holds_everybody_back() -> None:
    pacer, loop = Pacer(RATE), asyncio.get_running_loop()
    until = loop.time() + 0.05
    with pytest.raises(RetryAfter):
        await process(pacer, Call(RetryAfter(timedelta(seconds=0.05))), Priority.BROADCAST)
    passed = list[tuple[str, bool]]()
    unasked = asyncio.create_task(pacer.turn(Priority.REMINDER))
    unasked.add_done_callback(lambda _: passed.append(("reminder", loop.time() >= until - SLACK)))
    answer = asyncio.create_task(process(pacer, Call()))
    answer.add_done_callback(lambda _: passed.append(("answer", loop.time() >= until - SLACK)))
    await asyncio.wait([unasked, answer])
    assert passed == [("answer", True), ("reminder", True)]


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
    await pacer.turn(Priority.REMINDER)
    assert await process(pacer, Call(), Priority.REMINDER) == "sent"


async def test_paid_broadcasts_go_at_their_own_rate() -> None:
    pacer = Pacer(0.001, paid_rate=RATE)
    await pacer.turn(Priority.REMINDER)
    for _ in range(3):
        await pacer.turn(Priority.BROADCAST)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(pacer.turn(Priority.REMINDER), 0.01)
    assert (pacer.pays, Pacer(RATE).pays) == (True, False)
