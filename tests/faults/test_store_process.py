"""A store in trouble, met by processes: killed, stopped in the middle, kept from writing."""

import os
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from signal import SIGCONT, SIGKILL, SIGSTOP
from typing import Final

import pytest

from data import attendees
from data.database import MIGRATIONS, Database, migrations
from tests.faults.conftest import Launcher, until

pytestmark = pytest.mark.faults

SAMPLE: Final = str(Path(str(MIGRATIONS)).parent / "sample" / "programme.json")
CUTS: Final = 12
UNWRITABLE: Final = (
    (
        "attempt to write a readonly database; it can't be written to: "
        "give the bot's user the right to write the file and its folder"
    ),
    "unable to open database file; its folder must exist and be the bot's user's to write in",
)

OPENS: Final = """
import asyncio, sys
from pathlib import Path
from data import database
database.MIGRATIONS = Path(sys.argv[1])
asyncio.run(database.Database.open("expo.db"))
"""

# Writes more than the page cache holds, so that the file has seen part of it, then goes on for ever.
ENDLESS: Final = """
ALTER TABLE attendees ADD COLUMN half_done INTEGER;
CREATE TABLE half_done AS
WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT 400000) SELECT n, 'half done' AS a FROM n;
UPDATE attendees SET half_done = (
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT count(*) FROM n
);
"""

WRITES: Final = """
import asyncio
from data import attendees
from data.database import Database

async def main():
    database = await Database.open("expo.db")
    for number in range(1, 1_000_000):
        await database.write(lambda db: attendees.meet(db, number, "nb", 0))
        print(number, flush=True)

asyncio.run(main())
"""


async def test_kill_inside_a_migration_leaves_the_store_as_it_was(launch: Launcher, tmp_path: Path) -> None:
    path, scripts = tmp_path / "expo.db", tmp_path / "scripts"
    database = await Database.open(path)
    await database.write(lambda db: attendees.meet(db, 7, "nb", 0))
    await database.close()
    shutil.copytree(str(MIGRATIONS), scripts)
    newest = migrations()[-1][0]
    (scripts / f"{newest + 1:04}_endless.sql").write_text(ENDLESS, "utf-8")
    process = await launch.starts(sys.executable, "-c", OPENS, str(scripts))
    await until(lambda: size(tmp_path / "expo.db-wal") > 1_000_000)
    await process.ends(SIGKILL)
    again = await Database.open(path)
    await again.check()
    assert await again.read(lambda db: attendees.get(db, 7)) is not None
    assert await again.read(lambda db: db.execute("PRAGMA user_version").fetchone()) == {"user_version": newest}
    tables = await again.read(lambda db: db.execute("SELECT name FROM sqlite_master").fetchall())
    await again.close()
    assert {"name": "half_done"} not in tables


def size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


async def test_power_cut_at_any_moment_loses_nothing_acknowledged(launch: Launcher, tmp_path: Path) -> None:
    dice = random.Random(1)  # noqa: S311 - the same at every run
    writer = await launch.starts(sys.executable, "-c", WRITES)
    for cut in range(1, CUTS + 1):
        wanted = cut * 60 + dice.randrange(60)
        await until(lambda wanted=wanted: acknowledged(writer.output) >= wanted)  # type: ignore[misc] # mypy infers no lambda with a default
        writer.gets(SIGSTOP)
        promised, copy = acknowledged(writer.output), tmp_path / f"cut{cut}.db"
        for end in ("", "-wal"):
            shutil.copy(tmp_path / f"expo.db{end}", f"{copy}{end}")
        writer.gets(SIGCONT)
        database = await Database.open(copy)
        await database.check()
        kept = await database.read(attendees.count)
        await database.close()
        assert kept in (promised, promised + 1)  # one may have been written down and not yet said


def acknowledged(output: str) -> int:
    lines = output.splitlines()
    return int(lines[-1]) if lines else 0


@pytest.fixture
def unable(tmp_path: Path) -> Iterator[list[str]]:
    """What to put before a command so that it can't write the folder `mine`, which holds a store."""
    folder = tmp_path / "mine"
    folder.mkdir()
    with closing(sqlite3.connect(folder / "expo.db")) as db:
        db.execute("CREATE TABLE a (b)")
    setpriv = shutil.which("setpriv")
    root = os.geteuid() == 0
    if root and not setpriv:
        pytest.skip("root may write everything")
    (folder / "expo.db").chmod(0o444)
    folder.chmod(0o555)
    yield [setpriv, "--bounding-set=-dac_override,-dac_read_search,-fowner"] if root and setpriv else []
    folder.chmod(0o755)


@pytest.mark.parametrize("command", [["run"], ["check"], ["import", SAMPLE], ["export"]])
async def test_store_one_may_not_write_is_told_in_a_line(
    launch: Launcher, tmp_path: Path, unable: list[str], command: list[str]
) -> None:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path}/mine/expo.db", "TELEGRAM_BOT_TOKEN": "1:a"}
    settings |= {"TELEGRAM_API_URL": "http://127.0.0.1:9"}
    process = await launch.starts(*unable, sys.executable, "-m", "bot", *command, **settings)
    assert await process.ends() == 1
    line = next(line for line in process.output.splitlines() if "expo.db" in line)
    assert line.removeprefix("✗ database: ").removeprefix(f"{tmp_path}/mine/expo.db: ") in UNWRITABLE
    assert "Traceback" not in process.output


async def test_store_of_a_newer_version_is_told_in_a_line(launch: Launcher, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "expo.db")) as db:
        db.execute("PRAGMA user_version = 9999")
    process = await launch("import", SAMPLE)
    assert await process.ends() == 1
    newest = migrations()[-1][0]
    assert process.output == (
        f"expo.db: was written by a newer version (schema 9999, this one knows {newest}); upgrade Expobot\n"
    )


def crowd(db: sqlite3.Connection) -> None:
    for chat_id in range(1, 5000):
        attendees.meet(db, chat_id, "nb", 0)


async def test_store_with_a_damaged_middle_is_told_by_check(launch: Launcher, tmp_path: Path) -> None:
    path = tmp_path / "expo.db"
    database = await Database.open(path)
    await database.write(crowd)
    await database.close()
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 8192] = b"x" * 8192
    path.write_bytes(content)
    process = await launch("check")
    assert await process.ends() == 1
    (line,) = [line for line in process.output.splitlines() if "database" in line]
    assert line.startswith("✗ database: expo.db: malformed (")
    assert line.endswith("; it is damaged: stop the bot, keep the file, and put the newest backup in its place")


async def test_full_disk_is_told_in_a_line(launch: Launcher, tmp_path: Path) -> None:
    if not shutil.which("unshare"):
        pytest.skip("no small disk can be mounted here")
    small = f'mount -t tmpfs -o size=300k tmpfs {tmp_path} && cd {tmp_path} && exec "$@"'
    command = (sys.executable, "-m", "bot", "import", SAMPLE)
    process = await launch.starts("unshare", "--mount", "sh", "-c", small, "-", *command)
    status = await process.ends()
    if "permitted" in process.output or "denied" in process.output:
        pytest.skip("no small disk can be mounted here")
    assert status == 1
    assert process.output.splitlines()[-1].endswith(
        ": database or disk is full; the disk is full: make room and start again; nothing that was acknowledged is lost"
    )
    assert "Traceback" not in process.output
