import asyncio

import pytest

from bot.delivery.lanes import Lanes

PATIENCE = 30


class Work:
    """Pieces of work that end when told, and what happened in which order."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.ends: dict[str, asyncio.Event] = {}

    async def piece(self, name: str) -> None:
        self.log.append(f"{name} begins")
        try:
            await self.ends.setdefault(name, asyncio.Event()).wait()
        except asyncio.CancelledError:
            self.log.append(f"{name} is cut off")
            raise
        self.log.append(f"{name} ends")

    async def end(self, *names: str) -> None:
        for name in names:
            self.ends.setdefault(name, asyncio.Event()).set()
        await turns()


async def turns() -> None:
    """Let the loop do what it can."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.fixture
def work() -> Work:
    return Work()


async def test_work_of_a_lane_is_done_in_order(work: Work) -> None:
    lanes = Lanes(8)
    for name in "abc":
        lanes.put(1, work.piece(name))
    await work.end("c", "b")
    assert (work.log, lanes.busy) == (["a begins"], True)
    await work.end("a")
    assert work.log == ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]
    assert not lanes.busy


async def test_lanes_go_side_by_side(work: Work) -> None:
    lanes = Lanes(8)
    for lane, name in enumerate("abc"):
        lanes.put(lane, work.piece(name))
    await turns()
    for name in "cab":
        await work.end(name)
    assert work.log == ["a begins", "b begins", "c begins", "c ends", "a ends", "b ends"]


async def test_so_many_go_at_a_time(work: Work) -> None:
    lanes = Lanes(2)
    for lane, name in enumerate("abc"):
        lanes.put(lane, work.piece(name))
    await turns()
    assert work.log == ["a begins", "b begins"]
    await work.end("a", "b", "c")
    assert work.log[-1] == "c ends"


async def test_piece_that_was_cut_off_makes_way_for_the_next(work: Work) -> None:
    async def fail() -> None:
        raise asyncio.CancelledError

    lanes = Lanes(8)
    lanes.put(1, fail())
    lanes.put(1, work.piece("b"))
    await work.end("b")
    assert work.log == ["b begins", "b ends"]


async def test_who_brings_work_waits_while_there_is_too_much(work: Work) -> None:
    lanes = Lanes(8)
    await lanes.below(1)
    for name in "abc":
        lanes.put(1, work.piece(name))
    waiting = asyncio.create_task(lanes.below(2))
    await work.end("a")
    assert not waiting.done()
    await work.end("b")
    await asyncio.wait_for(waiting, PATIENCE)
    await work.end("c")


async def test_drained_lanes_have_done_everything(work: Work) -> None:
    lanes = Lanes(8)
    assert await lanes.drained(0)
    for name in "ab":
        lanes.put(1, work.piece(name))
    drained = asyncio.create_task(lanes.drained(PATIENCE))
    await work.end("a", "b")
    assert await drained
    assert work.log == ["a begins", "a ends", "b begins", "b ends"]


async def test_what_is_not_done_in_time_is_cut_off_with_all_behind_it(work: Work) -> None:
    lanes = Lanes(8)
    for name in "ab":
        lanes.put(1, work.piece(name))
    assert not await lanes.drained(0)
    assert (work.log, lanes.busy) == (["a begins", "a is cut off"], False)
