import sqlite3
from collections.abc import Sequence
from typing import Any

import pytest

from bot.delivery.settling import Outcome, note, recover
from bot.domain.outbox import Fate, Kind, State
from data import alerts, attendees, favourites, outbox, subscriptions
from data.alerts import About
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


def about(*sessions: str, tracks: Sequence[str] = (), before: str = '{"title":"Bussen"}') -> list[About]:
    return [About(one, tracks, before, 5000) for one in sessions]


async def plan(database: Database, *sessions: str, due: int = 1000, version: int = 1, **whom: Any) -> None:
    """Plan alerts about the bus, or those sessions; with `tracks` for their followers too."""
    concerns = about(*(sessions or ("bus",)), **whom)
    await database.write(
        lambda db: alerts.plan(db, concerns, lambda at, _: max(at, due), version=version, now=990, gather=120)
    )


async def dues(database: Database) -> list[tuple[int, str, int, int]]:
    sql = "SELECT chat_id, subject, version, due FROM outbox WHERE state = 'planned' ORDER BY due, chat_id, subject"
    rows = await database.read(lambda db: db.execute(sql).fetchall())
    return [(row["chat_id"], row["subject"], row["version"], row["due"]) for row in rows]


async def test_concerned_are_savers_and_followers_but_not_who_blocked_the_bot(people: Database) -> None:
    everybody, savers = about("bus", tracks=["hav"]), about("bus", "train")
    assert await people.read(lambda db: alerts.concerned(db, everybody)) == {"bus": {KARI, OLA}}
    assert await people.read(lambda db: alerts.concerned(db, savers)) == {"bus": {KARI}}
    await people.write(lambda db: attendees.mark_blocked(db, KARI, 1))
    assert await people.read(lambda db: alerts.concerned(db, everybody)) == {"bus": {OLA}}


async def test_who_saved_it_and_follows_its_track_gets_one_alert(people: Database) -> None:
    await people.write(lambda db: subscriptions.add(db, KARI, "hav", 0))
    await plan(people, tracks=["hav"])
    assert await dues(people) == [(KARI, "bus", 1, 1000), (OLA, "bus", 1, 1000)]


async def test_alerts_due_to_one_chat_are_claimed_as_one_parcel(people: Database) -> None:
    await people.write(lambda db: favourites.add(db, KARI, "train", 0))
    await plan(people, "bus", "train", tracks=["hav"])
    parcels = await people.write(lambda db: outbox.claim(db, 1000, 8))
    found = [[(row.chat_id, row.subject, row.saved, row.before) for row in parcel] for parcel in parcels]
    told = '{"title":"Bussen"}'
    assert found == [
        [(KARI, "bus", True, told), (KARI, "train", True, told)],
        [(OLA, "bus", False, told), (OLA, "train", False, told)],
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
    await plan(people, due=1500, version=2, before='{"title":"Trikken"}')
    ((row,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    assert (row.version, row.due, row.before) == (2, 1000, '{"title":"Bussen"}')


@pytest.mark.parametrize(
    ("state", "sent_at", "due"),
    [("sending", None, 1110), ("sent", 980, 1100), ("sent", 870, 990), ("sent", 991, 990), ("failed", 980, 990)],
)
async def test_alert_waits_for_what_follows_the_last_one(
    people: Database, state: str, sent_at: int | None, due: int
) -> None:
    await plan(people)
    await people.write(lambda db: db.execute("UPDATE outbox SET state = ?, sent_at = ?", [state, sent_at]))
    await plan(people, due=0, version=2)
    assert await dues(people) == [(KARI, "bus", 2, due)]


async def test_alert_that_was_not_sent_is_told_with_the_newer_one(people: Database) -> None:
    await plan(people)
    ((first,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    await plan(people, version=2, before='{"title":"Trikken"}')
    await people.write(lambda db: outbox.put_back(db, first.id, attempts=0, reason=""))
    ((row,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    assert (row.version, row.before) == (2, '{"title":"Bussen"}')
    assert await people.read(outbox.counts) == {("alert", "cancelled"): 1, ("alert", "sending"): 1}


@pytest.mark.parametrize("older_first", [True, False])
async def test_two_alerts_about_one_session_that_come_back_together_are_one(
    people: Database, *, older_first: bool
) -> None:
    await plan(people)
    ((older,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    await plan(people, due=1000, version=2, before='{"title":"Trikken"}')
    await people.write(lambda db: db.execute("UPDATE outbox SET due = 1000"))
    ((newer,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    back = [Outcome(row, Fate(State.PLANNED)) for row in ((older, newer) if older_first else (newer, older))]
    await people.write(lambda db: note(db, back))
    ((row,),) = await people.write(lambda db: outbox.claim(db, 1000, 8))
    assert (row.version, row.before) == (2, '{"title":"Bussen"}')


async def test_two_alerts_about_one_session_left_in_the_middle_are_one(people: Database) -> None:
    await plan(people)
    await people.write(lambda db: outbox.claim(db, 1000, 8))
    await plan(people, due=1000, version=2)
    await people.write(lambda db: db.execute("UPDATE outbox SET due = 1000"))
    await people.write(lambda db: outbox.claim(db, 1000, 8))
    await people.write(recover)
    assert await people.read(outbox.counts) == {("alert", "cancelled"): 1, ("alert", "planned"): 1}


async def test_two_alerts_about_one_session_stop_no_further_change(people: Database) -> None:
    await plan(people)
    await people.write(lambda db: outbox.claim(db, 1000, 8))
    await plan(people, version=2)
    await people.write(lambda db: db.execute("UPDATE outbox SET state = 'planned'"))
    await plan(people, version=3)
    assert {version for _, _, version, _ in await dues(people)} >= {3}


async def test_withdrawn_and_switched_off_alerts_are_cancelled(people: Database) -> None:
    await people.write(lambda db: favourites.add(db, KARI, "train", 0))
    await plan(people)
    await plan(people, "train", tracks=["hav"])
    await people.write(lambda db: alerts.withdraw(db, KARI, ["bus", "plane"]))
    assert await people.read(outbox.counts) == {("alert", "cancelled"): 1, ("alert", "planned"): 2}
    await people.write(lambda db: alerts.switch_off(db, KARI))
    assert await people.read(outbox.counts) == {("alert", "cancelled"): 2, ("alert", "planned"): 1}
