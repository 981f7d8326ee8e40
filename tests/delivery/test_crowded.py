"""Three slots within ten minutes, alerts amid, a broadcast under way and twenty questions a second."""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from bot.delivery.release import Release, kept, released, releases
from bot.domain.outbox import AHEAD, EARLY, Fate, Kind, Parcel, State
from data import outbox
from data.database import Database
from tests.delivery.post import NOW, met

RATE, ASKED = 30, 20
LEAD = 900
SLOTS = {NOW + 700: range(1000, 2500), NOW + 1000: range(2000, 3500), NOW + 1300: range(3000, 4500)}
ALERTS = {NOW + 400: range(1000, 1200), NOW + 1050: range(4000, 4300)}
EVERYBODY = range(1000, 5500)


def planned(db: sqlite3.Connection) -> None:
    for due, chats in SLOTS.items():
        for chat in chats:
            outbox.plan(db, Kind.REMINDER, chat, str(due), version=0, due=due, expires=due + LEAD)
    for chat in EVERYBODY:
        outbox.plan(db, Kind.BROADCAST, chat, "1", version=0, due=NOW, expires=NOW + 86_400)


def changed(db: sqlite3.Connection, now: int) -> None:
    for chat in ALERTS.get(now, ()):
        outbox.plan(db, Kind.ALERT, chat, str(now), version=0, due=now, expires=now + LEAD)


def lateness(db: sqlite3.Connection) -> dict[Kind, list[int]]:
    """By how much each message went out after its due second, second by second at the rate that questions leave."""
    found = defaultdict[Kind, list[int]](list)
    plan: Sequence[Release] = ()
    now = NOW
    while outbox.next_due(db) is not None:
        changed(db, now)
        early, ahead = (outbox.bursts(db, kinds, now + 7200) for kinds in (EARLY, AHEAD))
        plan = kept(releases(early, RATE - ASKED, ahead, now), plan, now)
        for parcel in outbox.claim(db, now, RATE - ASKED, released(plan, now)):
            found[parcel[0].kind] += sent(db, parcel, now)
        now += 1
    return found


def sent(db: sqlite3.Connection, parcel: Parcel, now: int) -> list[int]:
    for row in parcel:
        outbox.mark(db, row.id, Fate(State.SENT), now)
    return [now - row.due for row in parcel]


async def test_all_are_out_in_time_and_nothing_expires(database: Database) -> None:
    await met(database, *EVERYBODY)
    await database.write(planned)
    found = await database.write(lateness)
    assert {kind: len(late) for kind, late in found.items()} == {
        Kind.ALERT: 500,
        Kind.REMINDER: 4500,
        Kind.BROADCAST: 4500,
    }
    assert max(found[Kind.REMINDER]) <= 0
    assert max(found[Kind.ALERT]) <= 300 // (RATE - ASKED)
    assert await database.read(lambda db: {state for _, state in outbox.counts(db)}) == {State.SENT}
