import sqlite3

import pytest

from bot.domain.broadcasts import EVERYBODY, Audience, Broadcast, Choices, Recipient, Whom
from data import attendees, broadcasts, subscriptions
from data.database import Database

ORGANISER = 1


async def begun(database: Database, html: str = "Hei") -> int:
    return await database.write(lambda db: broadcasts.begin(db, ORGANISER, html, 100))


async def test_draft_is_written_aimed_and_started_once(database: Database) -> None:
    number = await begun(database)
    await database.write(lambda db: broadcasts.choose(db, number, Audience(Whom.TRACK, "a:b")))
    draft = Broadcast(number, ORGANISER, "Hei", Audience(Whom.TRACK, "a:b"), "draft", None, None)
    assert await database.read(lambda db: broadcasts.get(db, number)) == draft
    assert [await database.write(lambda db: broadcasts.start(db, number, 55, 200)) for _ in "ab"] == [True, False]
    started = Broadcast(number, ORGANISER, "Hei", Audience(Whom.TRACK, "a:b"), "sending", 200, 55)
    assert await database.read(broadcasts.sending) == [started]


async def test_started_broadcast_keeps_its_audience(database: Database) -> None:
    def work(db: sqlite3.Connection) -> Broadcast | None:
        number = broadcasts.begin(db, ORGANISER, "Hei", 100)
        broadcasts.start(db, number, 55, 200)
        broadcasts.choose(db, number, Audience(Whom.LANGUAGE, "en"))
        return broadcasts.get(db, number)

    changed = await database.write(work)
    assert changed is not None
    assert changed.audience == EVERYBODY


async def test_broadcast_without_text_waits_for_it(database: Database) -> None:
    number = await begun(database, "")
    assert await database.read(lambda db: broadcasts.awaiting_text(db, ORGANISER, 100)) == number
    assert await database.read(lambda db: broadcasts.awaiting_text(db, ORGANISER, 101)) is None
    assert await database.read(lambda db: broadcasts.awaiting_text(db, 2, 100)) is None
    await database.write(lambda db: broadcasts.write(db, number, "Hei"))
    await database.write(lambda db: broadcasts.write(db, number, "Igjen"))
    assert await database.read(lambda db: broadcasts.awaiting_text(db, ORGANISER, 100)) is None
    assert await database.read(lambda db: broadcasts.get(db, number)) == Broadcast(
        number, ORGANISER, "Hei", EVERYBODY, "draft", None, None
    )


async def test_new_draft_takes_the_place_of_the_unsent_ones_but_not_their_number(database: Database) -> None:
    other = await database.write(lambda db: broadcasts.begin(db, 2, "Fra en annen", 100))
    sent = await begun(database, "Sendt")
    await database.write(lambda db: broadcasts.start(db, sent, 55, 200))
    numbers = [other, sent, *[await begun(database, html) for html in ("", "Gammel", "Ny")]]
    found = await database.read(lambda db: [broadcasts.get(db, number) for number in numbers])
    assert [one and one.html for one in found] == ["Fra en annen", "Sendt", None, None, "Ny"]


@pytest.mark.parametrize("state", ["done", "stopped"])
async def test_broadcast_ends_once(database: Database, state: str) -> None:
    def work(db: sqlite3.Connection) -> list[bool]:
        number = broadcasts.begin(db, ORGANISER, "Hei", 100)
        broadcasts.start(db, number, 55, 200)
        return [broadcasts.finish(db, number, state), broadcasts.finish(db, number, "done")]

    assert await database.write(work) == [True, False]
    assert await database.read(broadcasts.sending) == []


async def test_no_such_broadcast(database: Database) -> None:
    assert await database.read(lambda db: broadcasts.get(db, 99)) is None


@pytest.fixture
async def people(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        for chat_id, language in ((1, "nb"), (2, "en"), (3, "nb"), (4, "nb")):
            attendees.meet(db, chat_id, language, 0)
            subscriptions.add(db, chat_id, "energy", 0)
        subscriptions.add(db, 2, "mobility", 0)
        subscriptions.remove(db, 1, "energy")
        attendees.set_quiet_hours(db, 3, "23:00-06:00")
        attendees.mark_blocked(db, 4, 100)

    await database.write(work)


ONE, TWO, THREE = Recipient(1, None), Recipient(2, None), Recipient(3, "23:00-06:00")


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize(
    ("audience", "found"),
    [
        (EVERYBODY, [ONE, TWO, THREE]),
        (Audience(Whom.LANGUAGE, "nb"), [ONE, THREE]),
        (Audience(Whom.LANGUAGE, "da"), []),
        (Audience(Whom.TRACK, "energy"), [TWO, THREE]),
        (Audience(Whom.TRACK, "mobility"), [TWO]),
    ],
)
async def test_audience_is_who_can_be_reached(database: Database, audience: Audience, found: list[Recipient]) -> None:
    assert await database.read(lambda db: broadcasts.recipients(db, audience)) == found


@pytest.mark.usefixtures("people")
async def test_choices_count_who_can_be_reached(database: Database) -> None:
    assert await database.read(broadcasts.choices) == Choices(3, {"en": 1, "nb": 2}, {"energy": 2, "mobility": 1})
