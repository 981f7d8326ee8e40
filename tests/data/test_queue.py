import asyncio
from collections.abc import Sequence

import pytest

from data import queue
from data.queue import Queue, Result, Works


class Trip:
    """A connection's thread that takes its time."""

    def __init__(self) -> None:
        self.arrived = asyncio.Event()
        self.batches: list[int] = []

    async def __call__(self, works: Works) -> Sequence[Result]:
        self.batches.append(len(works))
        await self.arrived.wait()
        return [(number, None) for number, _ in enumerate(works)]


async def test_queue_takes_what_waits_along_together() -> None:
    trip = Trip()
    waiting = Queue(trip)
    first = waiting.put(lambda _: 0)
    await asyncio.sleep(0)
    others = [waiting.put(lambda _: 0) for _ in range(3)]
    trip.arrived.set()
    assert await asyncio.gather(first, *others) == [0, 0, 1, 2]
    assert trip.batches == [1, 3]


async def test_what_goes_alone_shares_no_trip() -> None:
    trip = Trip()
    trip.arrived.set()
    waiting = Queue(trip)
    works = [waiting.put(lambda _: 0, alone=alone) for alone in (False, False, True, True, False)]
    await asyncio.gather(*works)
    assert trip.batches == [2, 1, 1, 1]


@pytest.mark.parametrize(("long", "held_up"), [(-1.0, True), (3600.0, False)])
async def test_queue_is_held_up_by_a_trip_that_takes_long(
    monkeypatch: pytest.MonkeyPatch,
    long: float,
    held_up: bool,  # noqa: FBT001 - one of a row of cases
) -> None:
    monkeypatch.setattr(queue, "LONG_SECONDS", long)
    trip = Trip()
    waiting = Queue(trip)
    assert not waiting.held_up
    work = waiting.put(lambda _: 0)
    await asyncio.sleep(0)
    assert waiting.held_up is held_up
    trip.arrived.set()
    await work
    await waiting.emptied()
    assert not waiting.held_up
