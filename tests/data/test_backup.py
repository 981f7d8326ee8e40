import asyncio
import sqlite3
from pathlib import Path

import pytest

from data import attendees
from data.backup import back_up
from data.database import Database, StoreError


async def test_backup_holds_what_was_committed_while_others_write(database: Database, tmp_path: Path) -> None:
    await database.write(lambda db: attendees.meet(db, 7, "nb", 0))
    writing = asyncio.create_task(database.write(lambda db: attendees.meet(db, 8, "nb", 0)))
    copy = tmp_path / "copy.db"
    size = await asyncio.to_thread(back_up, tmp_path / "expo.db", copy)
    await writing
    restored = await Database.open(copy)
    assert await restored.read(lambda db: attendees.get(db, 7) is not None)
    await restored.close()
    assert (size > 0, copy.with_name("copy.db.part").exists()) == (True, False)


def test_backup_of_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as raised:
        back_up(tmp_path / "expo.db", tmp_path / "copy.db")
    assert str(raised.value) == f"{tmp_path / 'expo.db'}: there is no store here yet"


def test_backup_that_fails_leaves_the_one_before(tmp_path: Path) -> None:
    source, copy = tmp_path / "expo.db", tmp_path / "copy.db"
    source.write_bytes(b"This is no database. " * 100)
    copy.write_bytes(b"yesterday's")
    with pytest.raises(StoreError):
        back_up(source, copy)
    assert (copy.read_bytes(), [*tmp_path.glob("*.part")]) == (b"yesterday's", [])


def test_backup_into_no_folder_says_so(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "expo.db").close()
    with pytest.raises(StoreError) as raised:
        back_up(tmp_path / "expo.db", tmp_path / "none" / "copy.db")
    assert "its folder must exist" in str(raised.value)
