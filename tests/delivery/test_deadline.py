import asyncio

import pytest

from bot.delivery.deadline import Deadline, standing_still
from tests.delivery.leap import Leap

LIMIT = 30
HOUR = 3600


async def turns() -> None:
    """Let the loop do what is due."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_own_time_counts(leap: Leap) -> None:
    async def work() -> None:
        async with Deadline(LIMIT):
            leap(LIMIT)
            await turns()

    with pytest.raises(TimeoutError):
        await work()


async def test_what_telegram_makes_us_wait_does_not_count(leap: Leap) -> None:
    async with Deadline(LIMIT):
        with standing_still():
            leap(HOUR)
            await turns()
        leap(LIMIT - 5)
        await turns()


async def test_own_time_before_and_after_is_added_up(leap: Leap) -> None:
    async def work() -> None:
        async with Deadline(LIMIT):
            leap(LIMIT - 5)
            with standing_still():
                leap(HOUR)
            leap(5)
            await turns()

    with pytest.raises(TimeoutError):
        await work()


async def test_waits_inside_each_other_are_one(leap: Leap) -> None:
    async with Deadline(LIMIT):
        with standing_still(), standing_still():
            leap(HOUR)
            await turns()
        leap(LIMIT - 5)
        await turns()


async def test_wait_with_no_deadline_around_it_is_only_a_wait() -> None:
    with standing_still():
        await turns()


async def test_task_that_outlives_its_deadline_may_wait() -> None:
    free = asyncio.Event()

    async def wait() -> str:
        await free.wait()
        with standing_still():
            return "waited"

    async with Deadline(LIMIT):
        task = asyncio.create_task(wait())
    free.set()
    assert await task == "waited"


async def test_who_is_cut_off_may_still_call(leap: Leap) -> None:
    calls = list[str]()

    async def work() -> None:
        async with Deadline(LIMIT):
            try:
                leap(LIMIT)
                await turns()
            except asyncio.CancelledError:
                with standing_still():
                    await turns()
                    calls.append("called")
                raise

    with pytest.raises(TimeoutError):
        await work()
    assert calls == ["called"]
