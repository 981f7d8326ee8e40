"""A store in trouble: said in one line, and nothing acknowledged is lost."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from data import attendees
from data.backup import back_up
from data.database import Database, StoreError

pytestmark = pytest.mark.faults


async def test_full_disk_refuses_what_does_not_fit_and_keeps_the_rest(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "expo.db")
    await database.write(lambda db: attendees.meet(db, 7, "nb", 0))
    pages = await database.write(lambda db: db.execute("PRAGMA page_count").fetchone()["page_count"])
    await database.write(lambda db: db.execute(f"PRAGMA max_page_count = {pages + 1}"))
    works = [database.write(lambda db, first=first: _crowd(db, first)) for first in range(100, 3000, 1000)]  # type: ignore[misc] # mypy infers no lambda with a default
    results = await asyncio.gather(*works, return_exceptions=True)
    assert {str(one) for one in results if isinstance(one, sqlite3.OperationalError)} == {"database or disk is full"}
    await database.write(lambda db: db.execute("PRAGMA max_page_count = 100000"))
    await database.write(lambda db: attendees.meet(db, 8, "nb", 0))
    assert await database.read(lambda db: [attendees.get(db, one) is not None for one in (7, 8)]) == [True, True]
    await database.close()


def _crowd(db: sqlite3.Connection, first: int) -> None:
    for chat_id in range(first, first + 1000):
        attendees.meet(db, chat_id, "nb", 0)


async def test_damaged_file_is_noticed_and_the_backup_is_whole(tmp_path: Path) -> None:
    path, copy = tmp_path / "expo.db", tmp_path / "copy.db"
    database = await Database.open(path)
    await database.write(lambda db: _crowd(db, 1))
    await database.close()
    back_up(path, copy)
    content = bytearray(path.read_bytes())
    content[len(content) // 2 :] = b"x" * (len(content) - len(content) // 2)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="put the newest backup in its place"):
        await _checked(path)
    await _checked(copy)


async def _checked(path: Path) -> None:
    database = await Database.open(path)
    try:
        await database.check()
    finally:
        await database.close()
