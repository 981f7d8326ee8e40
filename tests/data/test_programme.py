import sqlite3

from bot.domain.models import Programme
from data import programme as programmes
from data.database import Database
from data.programme import VERSIONS_KEPT, Stored


def named(name: str) -> Programme:
    return Programme.model_validate(
        {
            "expo": {"name": name, "timezone": "Europe/Oslo"},
            "rooms": [{"id": "a", "name": {"nb": "Sal A"}}],
            "sessions": [{"id": "1", "title": "Byen", "start": "2019-09-24T14:00+02:00", "room": "a"}],
        }
    )


async def put(database: Database, name: str, plan: bytes = b"") -> int:
    return await database.write(lambda db: programmes.put_in_force(db, named(name), plan, "file.json", 100))


async def test_empty_store_has_no_programme(database: Database) -> None:
    assert await database.read(programmes.load) is None
    assert await database.read(programmes.version) is None


async def test_programme_put_in_force_is_loaded(database: Database) -> None:
    assert await put(database, "Byen", b"PNG") == 1
    assert await put(database, "Havet") == 2
    assert await database.read(programmes.load) == Stored(2, named("Havet"), b"")
    assert await database.read(programmes.version) == 2


async def test_same_programme_keeps_its_version(database: Database) -> None:
    assert [await put(database, "Byen"), await put(database, "Byen")] == [1, 1]


async def test_other_floor_plan_makes_a_new_version(database: Database) -> None:
    assert [await put(database, "Byen", plan) for plan in (b"", b"PNG", b"PNG")] == [1, 2, 2]


async def test_earlier_programme_comes_back_as_a_new_version(database: Database) -> None:
    assert [await put(database, name) for name in ("Byen", "Havet", "Byen")] == [1, 2, 3]


async def test_oldest_versions_are_forgotten(database: Database) -> None:
    for number in range(VERSIONS_KEPT + 5):
        await put(database, f"Byen {number}")

    def kept(db: sqlite3.Connection) -> list[int]:
        return [row["version"] for row in db.execute("SELECT version FROM programmes ORDER BY version")]

    assert await database.read(kept) == [*range(6, VERSIONS_KEPT + 6)]
