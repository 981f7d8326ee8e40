import sqlite3

import pytest

from data import attendees, favourites, outbox, reminders, subscriptions
from data.database import Database
from data.reminders import Wanted

KARI, OLA, PER = 1, 2, 3
START = 10_000


def due(start: int, lead: int | None) -> int | None:
    return start - 60 * (15 if lead is None else lead) if lead != 0 else None


@pytest.fixture
async def people(database: Database) -> Database:
    """Kari has saved the bus, Ola follows its track, Per does both and wants no reminder of it."""

    def meet(db: sqlite3.Connection) -> None:
        for chat_id in (KARI, OLA, PER):
            attendees.meet(db, chat_id, "nb", 0)
        favourites.add(db, KARI, "bus", 0)
        favourites.add(db, PER, "bus", 0)
        favourites.set_lead(db, PER, "bus", 0)
        attendees.set_reminder_minutes(db, OLA, 30)
        for chat_id in (OLA, PER):
            subscriptions.add(db, chat_id, "hav", 0)

    await database.write(meet)
    return database


async def replanned(database: Database, *wanted: Wanted, now: int = 0) -> list[tuple[int, str, int, int]]:
    """Chat, session, start and due of what is then planned."""
    sql = "SELECT chat_id, subject, version, due FROM outbox WHERE state = 'planned' ORDER BY chat_id, subject"

    def work(db: sqlite3.Connection) -> list[dict[str, int]]:
        reminders.replan(db, wanted, due, now)
        return db.execute(sql).fetchall()

    return [tuple(row.values()) for row in await database.write(work)]  # type: ignore[misc] # as the query says


async def test_savers_and_followers_are_reminded_by_their_own_lead(people: Database) -> None:
    assert await replanned(people, Wanted("bus", START, "hav"), Wanted("train", START)) == [
        (KARI, "bus", START, START - 900),
        (OLA, "bus", START, START - 1800),
    ]


async def test_reminders_move_with_their_session_and_go_with_it(people: Database) -> None:
    await replanned(people, Wanted("bus", START, "hav"))
    assert await replanned(people, Wanted("bus", 2 * START)) == [(KARI, "bus", 2 * START, 2 * START - 900)]
    assert await replanned(people, Wanted("bus", None)) == []


async def test_session_that_moves_back_is_reminded_of_again(people: Database) -> None:
    await replanned(people, Wanted("bus", START))
    await people.write(lambda db: outbox.settle_blocked(db, KARI, "blocked"))
    assert await replanned(people, Wanted("bus", START)) == [(KARI, "bus", START, START - 900)]


async def test_reminder_already_due_is_left_to_its_turn(people: Database) -> None:
    await replanned(people, Wanted("bus", START))
    await people.write(lambda db: favourites.set_lead(db, KARI, "bus", 5))
    assert await replanned(people, Wanted("bus", START), now=START - 900) == [(KARI, "bus", START, START - 900)]


async def test_reminder_of_a_session_that_has_begun_is_left_to_expire(people: Database) -> None:
    before = await replanned(people, Wanted("bus", START))
    assert await replanned(people, Wanted("bus", None), now=START) == before


async def test_more_reminders_than_a_message_holds_are_several(people: Database) -> None:
    await replanned(people, *(Wanted(f"{number:02}", START, "hav") for number in range(45)))
    parcels = await people.write(lambda db: outbox.claim(db, START - 1000, 45))
    assert [len(parcel) for parcel in parcels] == [20, 20, 5]
    assert sorted(row.subject for parcel in parcels for row in parcel) == [f"{number:02}" for number in range(45)]
