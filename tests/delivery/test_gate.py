"""Turns: even, the urgent first, never too many in a second."""

import asyncio
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.gate import HEADROOM, Gate, HeldError, Priority
from bot.delivery.pacer import Pacer
from tests.delivery import virtual

RATE = 200
INTERVAL = 1 / RATE
SLACK = 1e-6
PATIENCE = 5
LATENCY = 0.05


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
    await gate.turn(Priority.ANSWER)
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
    await gate.turn(Priority.ANSWER)
    waiting = asyncio.create_task(passed.through(gate, "a"))
    await asyncio.sleep(0)
    until = loop.time() + 0.05
    gate.hold(0.05)
    gate.hold(0.01)
    await waiting
    await passed.through(gate, "b")
    assert passed.kept_to(until)


async def test_gate_held_sends_away_all_but_answers() -> None:
    gate, passed = Gate(RATE), Passed()
    await gate.turn(Priority.ANSWER)
    reminder = asyncio.create_task(gate.turn(Priority.REMINDER))
    answer = asyncio.create_task(passed.through(gate, "answer"))
    await asyncio.sleep(0)
    gate.hold(0.05)
    assert 0 < gate.held <= 0.05
    with pytest.raises(HeldError):
        await reminder
    with pytest.raises(HeldError):
        await gate.turn(Priority.ALERT)
    await answer
    assert (passed.names, gate.held) == (["answer"], 0)
    await gate.turn(Priority.ALERT)


async def test_turn_at_once_is_for_an_open_gate_with_nobody_before_it() -> None:
    gate = Gate(RATE)
    assert gate.at_once()
    assert gate.at_once() is None
    waiting = asyncio.create_task(gate.turn(Priority.BROADCAST))
    await asyncio.sleep(0)
    assert gate.at_once() is None
    await waiting


async def test_who_comes_to_a_gate_that_is_open_does_not_wait() -> None:
    gate, passed = Gate(0.001), Passed()
    await passed.through(gate, "first")
    second = asyncio.create_task(passed.through(gate, "second"))
    await asyncio.sleep(0)
    second.cancel()
    assert passed.names == ["first"]


async def test_who_gave_up_takes_no_turn() -> None:
    gate, passed = Gate(RATE), Passed()
    await gate.turn(Priority.ANSWER)
    waiting = [asyncio.create_task(passed.through(gate, str(number))) for number in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    waiting[1].cancel()
    await asyncio.wait_for(waiting[2], PATIENCE)
    assert passed.names == ["2"]


async def arrivals(number: int, stalls: dict[int, float]) -> list[float]:
    """When the server takes so many messages at 30 a second, of which these are held up on their way."""
    pacer, loop = Pacer(30), asyncio.get_running_loop()
    taken: list[float] = []

    async def call(way: float) -> None:
        await asyncio.sleep(LATENCY / 2 + way)
        taken.append(loop.time())
        await asyncio.sleep(LATENCY / 2)

    async with asyncio.TaskGroup() as group:
        for place in range(number):
            turn = await pacer.turn(Priority.REMINDER)
            on_its_way = partial(call, stalls.get(place, 0.0))
            group.create_task(pacer.process_request(on_its_way, (), {}, "sendMessage", {}, turn))
    return sorted(taken)


def most_in_a_second(taken: list[float]) -> int:
    return max(sum(begin <= one < begin + 1 for one in taken) for begin in taken)


def test_thousand_messages_take_as_long_as_the_rate_wants_and_little_more() -> None:
    taken = virtual.run(arrivals(1000, {}))
    assert most_in_a_second(taken) == 30
    assert round(taken[-1] - taken[0], 3) == round(999 / 30 * HEADROOM, 3)


@given(st.dictionaries(st.integers(0, 199), st.floats(0, 0.45), max_size=8))
def test_server_sees_no_second_too_full_whatever_is_held_up_on_its_way(stalls: dict[int, float]) -> None:
    assert most_in_a_second(virtual.run(arrivals(200, stalls))) <= 30


def test_what_one_stall_costs_is_made_up_for() -> None:
    taken = virtual.run(arrivals(1000, {100: 0.3}))
    assert round(taken[-1] - taken[0], 3) == round(999 / 30 * HEADROOM, 3)
