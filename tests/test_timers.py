import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import SimulatedClock
from bot.timers import Timers

START = datetime(2019, 9, 24, 9, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
PATIENCE = 30


@pytest.fixture
def clock() -> SimulatedClock:
    return SimulatedClock(START)


@pytest.fixture
async def timers(clock: SimulatedClock) -> AsyncIterator[Timers]:
    timers = Timers(clock)
    timers.start()
    yield timers
    timers.stop()
    await asyncio.sleep(0)  # APScheduler ends with the loop's next turn


async def rung(alarm: asyncio.Event) -> bool:
    async with asyncio.timeout(PATIENCE):
        return await alarm.wait()


async def test_alarm_rings_at_a_moment_of_the_simulated_clock(timers: Timers, clock: SimulatedClock) -> None:
    clock.set(START, speed=36_000)
    alarm, rang_at = asyncio.Event(), list[datetime]()

    def ring() -> None:
        rang_at.append(clock.now())
        alarm.set()

    timers.wake_at(START + HOUR, ring)
    assert await rung(alarm)
    assert rang_at[0] > START + HOUR - timedelta(seconds=1)  # a microsecond of real time is longer here


async def test_alarm_of_the_past_rings_at_once(timers: Timers) -> None:
    alarm = asyncio.Event()
    timers.wake_at(START - HOUR, alarm.set)
    assert await rung(alarm)


async def test_jump_over_the_moment_rings_the_alarm(timers: Timers, clock: SimulatedClock) -> None:
    alarm = asyncio.Event()
    timers.wake_at(START + HOUR, alarm.set)
    clock.jump(2 * HOUR)
    assert await rung(alarm)


async def test_new_alarm_takes_the_place_of_the_old_one(timers: Timers, clock: SimulatedClock) -> None:
    first, second = asyncio.Event(), asyncio.Event()
    timers.wake_at(START + HOUR, first.set)
    timers.wake_at(START + HOUR, second.set)
    clock.jump(2 * HOUR)
    assert await rung(second)
    assert not first.is_set()


async def test_alarm_can_be_taken_away(timers: Timers, clock: SimulatedClock) -> None:
    taken, after = asyncio.Event(), asyncio.Event()
    timers.wake_at(None, taken.set)
    timers.wake_at(START + HOUR, taken.set)
    timers.wake_at(None, taken.set)
    clock.jump(2 * HOUR)

    async def job() -> None:
        after.set()

    timers.every(0.01, job)
    assert await rung(after)
    assert not taken.is_set()


async def test_alarm_set_before_the_start_rings_after_it(clock: SimulatedClock) -> None:
    timers, alarm = Timers(clock), asyncio.Event()
    timers.wake_at(START, alarm.set)
    timers.start()
    assert await rung(alarm)
    timers.stop()
    await asyncio.sleep(0)


async def test_stopped_timers_do_not_ring(clock: SimulatedClock) -> None:
    timers, alarm = Timers(clock), asyncio.Event()
    timers.stop()
    timers.start()
    timers.wake_at(START + HOUR, alarm.set)
    timers.stop()
    await asyncio.sleep(0)
    clock.jump(2 * HOUR)
    await asyncio.sleep(0.02)
    assert not alarm.is_set()


async def test_periodic_job_runs_on_the_loop_again_and_again_whatever_it_is(timers: Timers) -> None:
    loops, enough = list[asyncio.AbstractEventLoop](), asyncio.Event()

    async def job() -> None:
        loops.append(asyncio.get_running_loop())
        if len(loops) == 3:
            enough.set()

    timers.every(0.01, lambda: job())  # noqa: PLW0108 - a lambda is what APScheduler would run on a thread
    assert await rung(enough)
    assert set(loops) == {asyncio.get_running_loop()}


async def test_failing_job_runs_again(timers: Timers, caplog: pytest.LogCaptureFixture) -> None:
    runs, again = list[None](), asyncio.Event()

    async def job() -> None:
        runs.append(None)
        if len(runs) == 2:
            again.set()
        raise LookupError

    with caplog.at_level(logging.CRITICAL, "apscheduler"):
        timers.every(0.01, job)
        assert await rung(again)


async def test_job_cut_off_by_the_stop_is_no_error(clock: SimulatedClock, caplog: pytest.LogCaptureFixture) -> None:
    timers, begun = Timers(clock), asyncio.Event()

    async def job() -> None:
        begun.set()
        await asyncio.Event().wait()

    timers.start()
    timers.every(0.01, job)
    assert await rung(begun)
    timers.stop()
    await asyncio.sleep(0.02)
    assert not caplog.records
