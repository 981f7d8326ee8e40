import sqlite3
from collections.abc import Mapping
from typing import Any

from data import updates
from data.database import Database


def update(number: int, text: str = "Øl") -> Mapping[str, Any]:
    return {"update_id": number, "message": {"text": text}}


async def test_update_is_taken_once_and_kept_until_it_is_done(database: Database) -> None:
    first = await database.write(lambda db: updates.add(db, [update(2), update(1)], 100))
    second = await database.write(lambda db: updates.add(db, [update(2), update(3)], 100))
    assert (first, second) == ([update(1), update(2)], [update(3)])
    await database.write(lambda db: updates.done(db, [1, 3]))
    assert await database.read(updates.unhandled) == [update(2)]


async def test_update_that_returns_after_it_was_done_is_recognised(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[Mapping[str, Any]]:
        updates.add(db, [update(1)], 100)
        updates.done(db, [1])
        return updates.add(db, [update(1)], 200)

    assert await database.write(work) == []


async def test_content_of_a_handled_update_is_gone(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[dict[str, Any]]:
        updates.add(db, [update(1)], 100)
        updates.done(db, [1])
        return [dict(row) for row in db.execute("SELECT * FROM updates")]

    assert await database.write(work) == [{"update_id": 1, "received_at": 100, "body": None}]


async def test_old_numbers_are_forgotten_but_not_what_is_unhandled(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[int]:
        updates.add(db, [update(1), update(2)], 100)
        updates.add(db, [update(3)], 200)
        updates.done(db, [1, 3])
        updates.forget_before(db, 200)
        return [row["update_id"] for row in db.execute("SELECT update_id FROM updates ORDER BY update_id")]

    assert await database.write(work) == [2, 3]
