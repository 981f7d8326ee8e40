"""Favourites, followed tracks and threads: what hangs on an attendee."""

import sqlite3

import pytest

from bot.domain.people import Favourite
from data import attendees, favourites, subscriptions, threads
from data.database import Database

KARI, OLA = 7, 8


@pytest.fixture(autouse=True)
async def met(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        attendees.meet(db, KARI, "nb", 0)
        attendees.meet(db, OLA, "nb", 0)

    await database.write(work)


async def test_favourites_stand_in_the_order_they_were_saved(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        favourites.add(db, KARI, "b", 1)
        favourites.add(db, KARI, "a", 2)
        favourites.add(db, OLA, "c", 3)
        favourites.set_lead(db, KARI, "b", 0)
        favourites.add(db, KARI, "b", 4)

    await database.write(work)
    assert await database.read(lambda db: favourites.of_chat(db, KARI)) == [
        Favourite("b", 0),
        Favourite("a"),
    ]


async def test_removed_favourite_is_gone_and_begins_anew(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        favourites.add(db, KARI, "a", 1)
        favourites.set_lead(db, KARI, "a", 0)
        favourites.remove(db, KARI, "a")
        favourites.remove(db, KARI, "never saved")

    await database.write(work)
    assert await database.read(lambda db: favourites.of_chat(db, KARI)) == []
    await database.write(lambda db: favourites.add(db, KARI, "a", 2))
    assert await database.read(lambda db: favourites.of_chat(db, KARI)) == [Favourite("a")]


async def test_followed_tracks_stand_in_the_order_they_were_chosen(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        subscriptions.add(db, KARI, "mobility", 1)
        subscriptions.add(db, KARI, "energy", 2)
        subscriptions.add(db, KARI, "mobility", 3)
        subscriptions.add(db, KARI, "welfare", 4)
        subscriptions.remove(db, KARI, "welfare")

    await database.write(work)
    assert await database.read(lambda db: subscriptions.of_chat(db, KARI)) == ["mobility", "energy"]


async def test_chats_are_those_who_saved_or_follow(database: Database) -> None:
    assert await database.read(favourites.chats) == []

    def work(db: sqlite3.Connection) -> None:
        favourites.add(db, OLA, "a", 1)
        favourites.add(db, OLA, "b", 1)
        subscriptions.add(db, OLA, "energy", 1)
        subscriptions.add(db, KARI, "energy", 1)

    await database.write(work)
    assert sorted(await database.read(favourites.chats)) == [KARI, OLA]


async def test_queries_are_found_by_their_number_in_their_own_chat(database: Database) -> None:
    first = await database.write(lambda db: threads.add(db, KARI, "{1}", 100))
    second = await database.write(lambda db: threads.add(db, KARI, "{2}", 200))
    found = await database.read(
        lambda db: [threads.get(db, chat, number) for chat in (KARI, OLA) for number in (first, second, 99)]
    )
    assert found == ["{1}", "{2}", None, None, None, None]


async def test_latest_query_is_forgotten_in_time(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[str | None]:
        threads.add(db, KARI, "{1}", 100)
        threads.add(db, KARI, "{2}", 200)
        threads.add(db, OLA, "{3}", 300)
        return [threads.latest(db, KARI, since) for since in (0, 200, 201)]

    assert await database.write(work) == ["{2}", "{2}", None]
    await database.write(lambda db: threads.forget_before(db, 200))
    assert await database.read(lambda db: threads.of_chat(db, KARI)) == [(200, "{2}")]
    assert await database.read(lambda db: threads.of_chat(db, OLA)) == [(300, "{3}")]


async def test_everything_goes_with_the_attendee(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        favourites.add(db, KARI, "a", 1)
        subscriptions.add(db, KARI, "energy", 1)
        threads.add(db, KARI, "{1}", 100)
        attendees.forget(db, KARI)

    await database.write(work)
    stores = (favourites.of_chat, subscriptions.of_chat, threads.of_chat)
    assert await database.read(lambda db: [of_chat(db, KARI) for of_chat in stores]) == [[], [], []]
