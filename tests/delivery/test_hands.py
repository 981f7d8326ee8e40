import asyncio
from contextlib import ExitStack

import pytest

from bot.delivery.hands import IN_FLIGHT, Hands


async def forever() -> None:
    await asyncio.Event().wait()


def replies(hands: Hands, times: int) -> int:
    for _ in range(times):
        hands.replied()
    return hands.number


async def test_reply_that_finds_all_on_their_way_puts_one_more_to_work() -> None:
    hands = Hands()
    async with asyncio.TaskGroup() as group:
        tasks = [hands.take(group, forever()) for _ in range(hands.free)]
        assert (hands.number, hands.free) == (2, 0)
        hands.replied()
        assert (hands.number, hands.free) == (3, 1)
        hands.replied()  # one is free, so more would not help
        assert hands.number == 3
        for task in tasks:
            task.cancel()


async def test_hands_are_never_more_than_the_most() -> None:
    hands = Hands()
    async with asyncio.TaskGroup() as group:
        tasks = []
        for _ in range(2 * IN_FLIGHT):
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
