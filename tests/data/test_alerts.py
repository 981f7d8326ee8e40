import sqlite3
from functools import partial

import pytest

from bot.domain.outbox import Kind
from data import alerts, attendees, favourites, outbox, subscriptions
from data.alerts import Alert, Concerned
from data.database import Database

KARI, OLA = 1, 2


@pytest.fixture
async def people(database: Database) -> Database:
    """Kari has saved a session, Ola follows its track."""

    def meet(db: sqlite3.Connection) -> None:
        for chat_id in (KARI, OLA):
            attendees.meet(db, chat_id, "nb", 0)
        favourites.add(db, KARI, "bus", 0)
        subscriptions.add(db, OLA, "hav", 0)

    await database.write(meet)
    return database


async def plan(
    database: Database, chat_id: int = KARI, due: int = 1000, session: str = "bus", version: int = 1
) -> None:
    alert = Alert(chat_id, due, '{"title":"Bussen"}')
    await database.write(lambda db: alerts.add(db, session, [alert], version=version, expires=5000))


async def test_concerned_are_savers_and_followers_but_not_who_blocked_the_bot(people: Database) -> None:
    kari, ola = Concerned(KARI, None, alerts=True), Concerned(OLA, None, alerts=True)
    assert await people.read(lambda db: alerts.concerned(db, "bus", ["hav"])) == {KARI: kari, OLA: ola}
    assert await people.read(lambda db: alerts.concerned(db, "bus", [])) == {KARI: kari}
    await people.write(lambda db: attendees.mark_blocked(db, KARI, 1))
    assert await people.read(lambda db: alerts.concerned(db, "bus", ["hav"])) == {OLA: ola}


async def test_alerts_due_to_one_chat_are_claimed_as_one_parcel(people: Database) -> None:
    await plan(people)
    await plan(people, due=990, session="train")
    await plan(people, OLA)
    parcels = await people.write(lambda db: outbox.claim(db, 1000, 8))
    found = [[(row.chat_id, row.subject, row.saved, row.before) for row in parcel] for parcel in parcels]
    told = '{"title":"Bussen"}'
    assert found == [
        [(KARI, "bus", True, told), (KARI, "train", False, told)],
        [(OLA, "bus", False, told)],
    ]


async def test_alert_never_goes_early_but_a_reminder_does(people: Database) -> None:
    await plan(people, due=1050)

    def remind(db: sqlite3.Connection) -> None:
        outbox.plan(db, Kind.REMINDER, KARI, "bus", version=2000, due=1050, expires=2000)

    await people.write(remind)
    parcels = await people.write(lambda db: outbox.claim(db, 1000, 8, 1100))
    assert [row.kind for parcel in parcels for row in parcel] == [Kind.REMINDER]


async def test_alert_knows_when_its_reminder_comes(people: Database) -> None:
    await plan(people)
    await people.write(lambda db: outbox.plan(db, Kind.REMINDER, KARI, "bus", version=3000, due=2100, expires=3000))
    ((row,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    assert row.reminder == 2100


async def test_planned_alert_goes_on_for_a_newer_version(people: Database) -> None:
    await plan(people)
    await people.write(lambda db: alerts.prolong(db, "bus", version=2, expires=6000))
    assert await people.read(lambda db: alerts.waiting(db, "bus")) == {KARI}
    ((row,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    assert (row.version, row.expires, row.due) == (2, 6000, 1000)


async def test_latest_alert_counts_while_it_is_being_sent(people: Database) -> None:
    await plan(people)
    await people.write(lambda db: outbox.claim(db, 1000, 8))
    assert await people.read(lambda db: alerts.latest(db, 900, 1020)) == {KARI: 1020}
    for moment, found in ((1010, {KARI: 1010}), (900, {}), (1030, {})):
        await people.write(partial(send, at=moment))
        assert await people.read(lambda db: alerts.latest(db, 900, 1020)) == found


def send(db: sqlite3.Connection, at: int) -> None:
    db.execute("UPDATE outbox SET state = 'sent', sent_at = ?", [at])


async def test_withdrawn_and_switched_off_alerts_are_cancelled(people: Database) -> None:
    await plan(people)
    await plan(people, session="train")
    await plan(people, OLA)
    await people.write(lambda db: alerts.withdraw(db, KARI, ["bus", "plane"]))
    assert await people.read(outbox.counts) == {("alert", "cancelled"): 1, ("alert", "planned"): 2}
    await people.write(lambda db: alerts.switch_off(db, KARI))
    assert await people.read(outbox.counts) == {("alert", "cancelled"): 2, ("alert", "planned"): 1}
