import asyncio

import pytest

from bot.delivery.tally import Tally


class Book:
    """Where batches are written, one at a time and only once it is open."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.opened = asyncio.Event()

    async def write(self, batch: list[int]) -> None:
        await self.opened.wait()
        if 13 in batch:
            raise LookupError(13)
        self.batches.append(batch)


async def test_what_arrives_during_a_write_shares_the_next() -> None:
    book = Book()
    tally = Tally(book.write)
    adding = [asyncio.create_task(tally.add(1))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    adding += [asyncio.create_task(tally.add(number)) for number in (2, 3)]
    await asyncio.sleep(0)
    assert not any(task.done() for task in adding)
    book.opened.set()
    await asyncio.gather(*adding)
    assert book.batches == [[1], [2, 3]]
    await tally.add(4)
    assert book.batches[-1] == [4]


async def test_failed_write_fails_all_that_shared_it() -> None:
    book = Book()
    book.opened.set()
    tally = Tally(book.write)
    ends = await asyncio.gather(*(tally.add(number) for number in (1, 13)), return_exceptions=True)
    assert [type(end) for end in ends] == [LookupError, LookupError]
    await tally.add(2)
    assert book.batches == [[2]]


async def test_who_gave_up_is_written_all_the_same() -> None:
    book = Book()
    tally = Tally(book.write)
    adding = asyncio.create_task(tally.add(1))
    await asyncio.sleep(0)
    adding.cancel()
    with pytest.raises(asyncio.CancelledError):
        await adding
    book.opened.set()
    await tally.add(2)
    assert book.batches == [[1], [2]]
