import sqlite3

from bot.domain.people import Attendee
from data import attendees
from data.database import Database

KARI = 7


async def known(database: Database) -> Attendee | None:
    return await database.read(lambda db: attendees.get(db, KARI))


async def test_attendee_is_met_once_and_follows_the_apps_language(database: Database) -> None:
    assert await known(database) is None
    await database.write(lambda db: attendees.meet(db, KARI, "nb", 100))
    await database.write(lambda db: attendees.meet(db, KARI, "en", 200))
    assert await known(database) == Attendee(KARI, "en", met_at=100)


async def test_chosen_language_stays(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        attendees.meet(db, KARI, "nb", 100)
        attendees.choose_language(db, KARI, "sv")
        attendees.meet(db, KARI, "en", 200)

    await database.write(work)
    assert await known(database) == Attendee(KARI, "sv", language_chosen=True, met_at=100)


async def test_choices_are_kept(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        attendees.meet(db, KARI, "nb", 100)
        attendees.set_reminder_minutes(db, KARI, 0)
        attendees.set_quiet_hours(db, KARI, "")

    await database.write(work)
    assert await known(database) == Attendee(KARI, "nb", reminder_minutes=0, quiet_hours="", met_at=100)


async def test_blocked_attendee_returns_by_writing(database: Database) -> None:
    def block(db: sqlite3.Connection) -> None:
        attendees.meet(db, KARI, "nb", 100)
        attendees.mark_blocked(db, KARI, 200)
        attendees.mark_blocked(db, KARI, 300)

    await database.write(block)
    assert await known(database) == Attendee(KARI, "nb", met_at=100, blocked_at=200)
    await database.write(lambda db: attendees.meet(db, KARI, "nb", 400))
    assert await known(database) == Attendee(KARI, "nb", met_at=100)


async def test_forgotten_attendees_are_gone(database: Database) -> None:
    def meet(db: sqlite3.Connection) -> int:
        for chat_id in (1, 2, 3):
            attendees.meet(db, chat_id, "nb", 0)
        return attendees.count(db)

    assert await database.write(meet) == 3
    await database.write(lambda db: attendees.forget(db, 2))
    assert await database.read(attendees.count) == 2
    assert await database.write(attendees.forget_all) == 2
    assert await database.read(attendees.count) == 0
