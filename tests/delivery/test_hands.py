import asyncio
from contextlib import ExitStack

import pytest

from bot.delivery.gate import HEADROOM, Gate, Priority
from bot.delivery.hands import IN_FLIGHT, Hands
from tests.delivery import virtual

RATE = 30
STRETCH = 600
FULL = round(RATE / HEADROOM, 1)


async def forever() -> None:
    await asyncio.Event().wait()


def replies(hands: Hands, times: int) -> int:
    for _ in range(times):
        hands.replied()
    return hands.number


async def test_reply_puts_one_more_to_work_where_there_is_more_to_do() -> None:
    hands = Hands()
    async with asyncio.TaskGroup() as group:
        tasks = [hands.take(group, forever()) for _ in range(hands.free)]
        hands.more = True
        assert (hands.number, hands.free) == (2, 0)
        hands.replied()
        assert (hands.number, hands.free) == (3, 1)
        hands.more = False
        hands.replied()
        assert hands.number == 3
        for task in tasks:
            task.cancel()


async def test_hands_are_never_more_than_the_most() -> None:
    hands = Hands()
    async with asyncio.TaskGroup() as group:
        tasks = []
        for _ in range(2 * IN_FLIGHT):
            hands.more = True
            tasks += [hands.take(group, forever()) for _ in range(hands.free)]
            hands.replied()
        assert (hands.number, len(tasks)) == (IN_FLIGHT, IN_FLIGHT)
        for task in tasks:
            task.cancel()


@pytest.mark.parametrize(("waiting", "left"), [(1, 5), (2, 5), (3, 4)])
async def test_one_less_is_at_work_where_too_many_wait_for_their_turn(waiting: int, left: int) -> None:
    hands = Hands()
    hands.number = 5
    with ExitStack() as stack:
        for _ in range(waiting):
            stack.enter_context(hands.waiting())
        hands.replied()
    assert hands.number == left


async def test_two_are_left_at_least() -> None:
    hands = Hands()
    with hands.waiting(), hands.waiting(), hands.waiting():
        assert replies(hands, 5) == 2


async def test_who_waits_for_a_chat_to_be_let_alone_no_longer_holds_up_nobody() -> None:
    hands = Hands()
    async with asyncio.TaskGroup() as group:
        tasks = [hands.take(group, forever()) for _ in range(2)]
        with hands.asleep():
            assert hands.free == 1
        assert hands.free == 0
        for task in tasks:
            task.cancel()


class Line:
    """Sends at the rate what a server takes so long for."""

    def __init__(self) -> None:
        self.hands = Hands()
        self._gate = Gate(RATE)
        self._one_done = asyncio.Event()

    async def sends(self, number: int, seconds: float, claiming: float = 0) -> float:
        """So many messages, each claim taking so long; how many a second went out in the second half."""
        loop, passed = asyncio.get_running_loop(), list[float]()

        async def send() -> None:
            with self.hands.waiting():
                await self._gate.turn(Priority.REMINDER)
            passed.append(loop.time())
            await asyncio.sleep(seconds)
            self.hands.replied()

        async with asyncio.TaskGroup() as group:
            while number:
                self._one_done.clear()
                taken = min(number, free := self.hands.free)
                await asyncio.sleep(claiming)
                self.hands.more = taken == free
                for _ in range(taken):
                    self.hands.take(group, send()).add_done_callback(lambda _: self._one_done.set())
                number -= taken
                if not self.hands.free:
                    await self._one_done.wait()
        half = passed[number // 2 :]
        return round((len(half) - 1) / (half[-1] - half[0]), 1)


def test_hands_follow_what_a_send_takes_up_and_down() -> None:
    async def work() -> list[tuple[float, int]]:
        line = Line()
        return [(await line.sends(STRETCH, seconds), line.hands.number) for seconds in (0.05, 0.25, 0.05, 0.001)]

    assert virtual.run(work()) == [(FULL, 4), (29.1, 10), (FULL, 5), (FULL, 4)]


def test_hands_are_enough_where_it_takes_long_to_claim() -> None:
    async def work() -> tuple[float, int]:
        line = Line()
        return await line.sends(STRETCH, 0.05, claiming=0.02), line.hands.number

    assert virtual.run(work()) == (FULL, 4)


def test_server_that_falls_silent_has_no_more_in_hand_than_before() -> None:
    async def work() -> int:
        line = Line()
        await line.sends(STRETCH, 0.05)
        await asyncio.wait([asyncio.ensure_future(line.sends(STRETCH, 3600))], timeout=3599)
        return line.hands.number

    assert virtual.run(work()) <= 6
