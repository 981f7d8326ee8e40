import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.domain.outbox import Kind
from data import attendees, database, favourites, outbox
from data.database import Database, StoreError, migrations

SCRIPTS = migrations()
PATIENCE = 30


class Held:
    """Work on the store that stops half-way until it is let go."""

    def __init__(self, work: Callable[[sqlite3.Connection], object]) -> None:
        self._work = work
        self._begun, self._free = threading.Event(), threading.Event()

    def __call__(self, db: sqlite3.Connection) -> tuple[object, object]:
        before = self._work(db)
        self._begun.set()
        assert self._free.wait(PATIENCE)
        return before, attendees.count(db)

    async def begun(self) -> None:
        assert await asyncio.to_thread(self._begun.wait, PATIENCE)

    def let_go(self) -> None:
        self._free.set()


def meeting(chat_id: int) -> Callable[[sqlite3.Connection], object]:
    return lambda db: attendees.meet(db, chat_id, "nb", 0)


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of migrations of the test's own."""
    folder = tmp_path / "migrations"
    folder.mkdir()
    monkeypatch.setattr(database, "MIGRATIONS", folder)
    return folder


def tables(path: Path) -> list[str]:
    with sqlite3.connect(path) as db:
        rows = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    db.close()
    return [name for (name,) in rows]


def version(path: Path) -> int:
    with sqlite3.connect(path) as db:
        number = db.execute("PRAGMA user_version").fetchone()[0]
    db.close()
    return int(number)


async def test_new_file_gets_the_newest_schema(tmp_path: Path) -> None:
    path = tmp_path / "expo.db"
    await (await Database.open(path)).close()
    assert version(path) == migrations()[-1][0]
    assert {"attendees", "broadcasts", "favourites", "outbox", "programmes", "subscriptions", "threads"} <= {
        *tables(path)
    }


def test_migrations_are_numbered_without_gaps() -> None:
    assert [number for number, _ in migrations()] == [*range(1, len(migrations()) + 1)]


async def test_file_keeps_what_was_written(tmp_path: Path) -> None:
    first = await Database.open(tmp_path / "expo.db")
    await first.write(meeting(7))
    await first.close()
    second = await Database.open(tmp_path / "expo.db")
    assert await second.read(attendees.count) == 1
    await second.close()


async def test_only_the_new_migrations_are_applied(tmp_path: Path, scripts: Path) -> None:
    path = tmp_path / "expo.db"
    scripts.joinpath("0001_a.sql").write_text("CREATE TABLE a (x);\n")
    await (await Database.open(path)).close()
    scripts.joinpath("0002_b.sql").write_text("-- b; and c\nCREATE TABLE b (x);\nCREATE TABLE c\n(x)\n")
    scripts.joinpath("notes.txt").write_text("no migration")
    await (await Database.open(path)).close()
    assert (tables(path), version(path)) == (["a", "b", "c"], 2)


async def test_migration_may_hold_a_trigger(tmp_path: Path, scripts: Path) -> None:
    scripts.joinpath("0001_a.sql").write_text(
        "CREATE TABLE a (x);\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n  DELETE FROM a;\n  SELECT 1;\nEND;\n"
    )
    opened = await Database.open(tmp_path / "expo.db")
    await opened.write(lambda db: db.execute("INSERT INTO a VALUES (1)"))
    assert await opened.read(lambda db: db.execute("SELECT x FROM a").fetchall()) == []
    await opened.close()


async def test_outbox_of_an_older_store_keeps_its_rows_and_its_numbers(tmp_path: Path, scripts: Path) -> None:
    path, newest = tmp_path / "expo.db", dict(SCRIPTS)
    for number in range(1, 8):
        scripts.joinpath(f"{number:04}_.sql").write_text(newest.pop(number), "utf-8")
    await (await Database.open(path)).close()
    with sqlite3.connect(path) as db:
        db.execute("INSERT INTO attendees (chat_id, language, met_at) VALUES (7, 'nb', 0)")
        db.executemany(
            "INSERT INTO outbox (kind, chat_id, subject, version, due, expires, state) "
            "VALUES ('reminder', 7, ?, 1, 2, 3, ?)",
            [("a", "sent"), ("b", "planned"), ("c", "planned")],
        )
        db.execute("DELETE FROM outbox WHERE subject = 'c'")
    db.close()
    for number, script in newest.items():
        scripts.joinpath(f"{number:04}_.sql").write_text(script, "utf-8")
    opened = await Database.open(path)
    await opened.write(lambda db: outbox.plan(db, Kind.REMINDER, 7, "d", version=1, due=2, expires=3))
    rows = await opened.read(lambda db: db.execute("SELECT id, subject, state FROM outbox ORDER BY id").fetchall())
    await opened.close()
    assert [tuple(row.values()) for row in rows] == [(1, "a", "sent"), (2, "b", "planned"), (4, "d", "planned")]


async def test_failing_migration_leaves_the_schema_untouched(tmp_path: Path, scripts: Path) -> None:
    path = tmp_path / "expo.db"
    scripts.joinpath("0001_a.sql").write_text("CREATE TABLE a (x);\n")
    scripts.joinpath("0002_b.sql").write_text("CREATE TABLE b (x);\nINSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(StoreError) as raised:
        await Database.open(path)
    assert str(raised.value) == f"{path}: no such table: nowhere"
    assert (tables(path), version(path)) == (["a"], 1)


async def test_newer_schema_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "expo.db"
    newest = migrations()[-1][0]
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 9999")
    db.close()
    with pytest.raises(StoreError) as raised:
        await Database.open(path)
    sentence = f"was written by a newer version (schema 9999, this one knows {newest}); upgrade Expobot"
    assert str(raised.value) == f"{path}: {sentence}"
    assert tables(path) == []


async def test_broken_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "expo.db"
    path.write_bytes(b"This is no database. " * 100)
    with pytest.raises(StoreError) as raised:
        await Database.open(path)
    assert str(raised.value) == (
        f"{path}: file is not a database; it is no database of ours: name another in DATABASE_URL, or restore a backup"
    )


async def test_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "none" / "expo.db"
    with pytest.raises(StoreError) as raised:
        await Database.open(path)
    assert str(raised.value) == (
        f"{path}: unable to open database file; its folder must exist and be the bot's user's to write in"
    )


async def test_nothing_acknowledged_is_lost_in_a_power_cut(database: Database) -> None:
    def pragmas(db: sqlite3.Connection) -> list[object]:
        names = ("journal_mode", "synchronous", "foreign_keys", "user_version")
        return [next(iter(db.execute(f"PRAGMA {name}").fetchone().values())) for name in names]

    assert await database.write(pragmas) == ["wal", 2, 1, migrations()[-1][0]]


async def test_failing_work_is_rolled_back_and_its_error_raised(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        attendees.meet(db, 7, "nb", 0)
        raise LookupError(7)

    with pytest.raises(LookupError):
        await database.write(work)
    assert await database.read(attendees.count) == 0
    await database.write(meeting(8))
    assert await database.read(attendees.count) == 1


async def test_writes_at_once_do_not_interleave(database: Database) -> None:
    def work(db: sqlite3.Connection) -> int:
        seen = attendees.count(db)
        attendees.meet(db, seen + 1, "nb", 0)
        return seen

    assert sorted(await asyncio.gather(*(database.write(work) for _ in range(50)))) == [*range(50)]


async def test_cancelled_writer_loses_nothing_and_leaves_nothing_open(database: Database) -> None:
    held = Held(meeting(7))
    writer = asyncio.create_task(database.write(held))
    await held.begun()
    queued = asyncio.create_task(database.write(meeting(8)))
    await asyncio.sleep(0)
    writer.cancel()
    queued.cancel()
    held.let_go()
    ends = await asyncio.gather(writer, queued, return_exceptions=True)
    assert [type(end) for end in ends] == [asyncio.CancelledError, asyncio.CancelledError]
    await database.write(meeting(9))
    assert await database.read(attendees.count) == 3


async def test_cancelled_reader_leaves_nothing_open(database: Database) -> None:
    held = [Held(attendees.count) for _ in range(2)]
    readers = [asyncio.create_task(database.read(one)) for one in held]
    for one, reader in zip(held, readers, strict=True):
        await one.begun()
        reader.cancel()
        one.let_go()
    await database.write(meeting(7))
    assert [await database.read(attendees.count) for _ in readers] == [1, 1]


async def test_read_sees_the_last_commit_while_a_write_is_under_way(database: Database) -> None:
    held = Held(meeting(7))
    writer = asyncio.create_task(database.write(held))
    await held.begun()
    assert await database.read(attendees.count) == 0
    held.let_go()
    await writer
    assert await database.read(attendees.count) == 1


async def test_all_of_a_read_sees_the_same_state(database: Database) -> None:
    held = Held(attendees.count)
    reader = asyncio.create_task(database.read(held))
    await held.begun()
    await database.write(meeting(7))
    held.let_go()
    assert await reader == (0, 0)


async def test_read_cannot_write(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError, match=r"^attempt to write a readonly database$"):
        await database.read(meeting(7))
    assert await database.read(attendees.count) == 0


async def test_what_hangs_on_nobody_is_refused(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=r"^FOREIGN KEY constraint failed$"):
        await database.write(lambda db: favourites.add(db, 7, "s", 0))


async def test_closing_waits_for_what_was_handed_over(tmp_path: Path) -> None:
    opened = await Database.open(tmp_path / "expo.db")
    held = Held(meeting(7))
    writers = [asyncio.create_task(opened.write(work)) for work in (held, meeting(8))]
    await held.begun()
    closing = asyncio.create_task(opened.close())
    await asyncio.sleep(0)
    held.let_go()
    await closing
    await asyncio.gather(*writers)
    reopened = await Database.open(tmp_path / "expo.db")
    assert await reopened.read(attendees.count) == 2
    await reopened.close()


async def test_write_waits_while_another_process_writes(tmp_path: Path, database: Database) -> None:
    other = sqlite3.connect(tmp_path / "expo.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writer = asyncio.create_task(database.write(meeting(7)))
    await asyncio.sleep(0.02)
    assert not writer.done()
    other.execute("COMMIT")
    other.close()
    await writer
    assert await database.read(attendees.count) == 1
