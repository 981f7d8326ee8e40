from pathlib import Path

import pytest

from data import database as module
from data import holds
from data.database import Database

SCRIPTS = module.migrations()
NOW = 1_569_319_200
YEAR = 365 * 24 * 60 * 60


async def left(database: Database, now: float) -> float:
    return await database.read(lambda db: holds.left(db, now))


async def asked(database: Database, now: int, seconds: int) -> None:
    await database.write(lambda db: holds.hold(db, now, seconds))


async def test_nothing_is_left_where_nothing_was_asked_for(database: Database) -> None:
    assert await left(database, NOW) == 0


async def test_silence_lasts_as_long_as_was_asked_for(database: Database) -> None:
    await asked(database, NOW, 60)
    assert [await left(database, NOW + passed) for passed in (0, 20.5, 60, 90)] == [60, 39.5, 0, 0]


async def test_longer_silence_goes_on_where_a_shorter_one_is_asked_for(database: Database) -> None:
    await asked(database, NOW, 60)
    await asked(database, NOW + 10, 5)
    assert await left(database, NOW + 10) == 50
    await asked(database, NOW + 20, 90)
    assert await left(database, NOW + 20) == 90


async def test_silence_is_no_longer_than_asked_for_where_the_clock_was_ahead(database: Database) -> None:
    await asked(database, NOW + YEAR, 5)
    assert await left(database, NOW) == 5


async def test_silence_asked_for_while_the_clock_was_ahead_gives_way_to_the_next(database: Database) -> None:
    await asked(database, NOW + YEAR, 5)
    await asked(database, NOW, 60)
    assert [await left(database, NOW + passed) for passed in (0, 61)] == [60, 0]


async def test_silence_of_an_older_store_lasts_an_hour_at_most(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scripts = tmp_path / "migrations"
    scripts.mkdir()
    monkeypatch.setattr(module, "MIGRATIONS", scripts)
    for number, script in SCRIPTS:
        if number == 10:
            opened = await Database.open(tmp_path / "expo.db")
            await opened.write(lambda db: db.execute("INSERT INTO holds (id, until) VALUES (1, ?)", [NOW + YEAR]))
            await opened.close()
        scripts.joinpath(f"{number:04}_.sql").write_text(script, "utf-8")
    opened = await Database.open(tmp_path / "expo.db")
    assert [await left(opened, now) for now in (NOW, NOW + YEAR - 60, NOW + YEAR)] == [3600, 60, 0]
    await opened.close()
