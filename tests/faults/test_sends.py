"""Unasked messages over kills and faults: what people got beside what the store says."""

import sqlite3
from contextlib import closing
from functools import partial

import pytest

from bot.delivery.hands import IN_FLIGHT
from bot.domain.outbox import Kind
from bot.playground.botapi.faults import NoReply, Outcome, Reset, ServerFault, Slow, TooManyRequests
from data import attendees, broadcasts, outbox
from data.database import Database
from tests.faults.site import START, Site

pytestmark = pytest.mark.faults

PEOPLE = range(1000, 1200)
NOW = int(START.timestamp())


async def planned(site: Site, number: int = len(PEOPLE)) -> None:
    """A broadcast to so many people waits in the store."""

    def work(db: sqlite3.Connection) -> None:
        broadcast = broadcasts.begin(db, 1, "Hei", NOW)
        for person in PEOPLE[:number]:
            attendees.meet(db, person, "nb", 0)
            outbox.plan(db, Kind.BROADCAST, person, str(broadcast), version=0, due=NOW, expires=NOW + 3600)

    database = await Database.open(site.store)
    await database.write(work)
    await database.close()
    for person in PEOPLE[:number]:
        site.api.person(person, "A").start()
    site.api._server.updates.drop()  # noqa: SLF001 - they had been greeted before


def states(site: Site) -> dict[str, int]:
    with closing(sqlite3.connect(site.store)) as db:
        return dict(db.execute("SELECT state, count(*) FROM outbox GROUP BY state").fetchall())


def reached(site: Site, number: int) -> bool:
    return sum(got(site)) >= number


def got(site: Site) -> list[int]:
    return [sum(one.get("text") == "📣 Hei" for one in site.api.person(person, "A").messages) for person in PEOPLE]


async def test_kill_with_sends_in_flight_doubles_those_at_most_and_loses_none(site: Site) -> None:
    await planned(site)
    site.api.faults.add("sendMessage", Slow(0.02), times=None)
    await site.start()
    for share in (0.2, 0.5, 0.8):
        await site.until(partial(reached, site, int(share * len(PEOPLE))))
        await site.bot.kill()
        await site.start()
    await site.until(lambda: states(site) == {"sent": len(PEOPLE)})
    assert min(got(site)) == 1
    assert sum(got(site)) - len(PEOPLE) <= 3 * IN_FLIGHT


async def test_kill_between_sent_and_marked_sends_again(site: Site) -> None:
    await planned(site, 1)
    site.api.faults.add("sendMessage", NoReply(delivered=True), times=1)
    await site.start()
    await site.until(lambda: sum(got(site)) == 1)
    await site.bot.kill()
    assert states(site) == {"sending": 1}
    await site.start()
    await site.until(lambda: states(site) == {"sent": 1})
    assert got(site)[0] == 2


async def test_kill_between_claim_and_send_sends_once(site: Site) -> None:
    await planned(site, 1)
    site.api.faults.add("sendMessage", Slow(60), times=1)
    await site.start()
    await site.until(lambda: states(site) == {"sending": 1})
    await site.bot.kill()
    await site.start()
    await site.until(lambda: states(site) == {"sent": 1})
    assert got(site)[0] == 1


@pytest.mark.parametrize(
    ("fault", "times", "most"),
    [
        (Reset(delivered=True), 6, 6),
        (ServerFault(delivered=False), 6, 0),
        (TooManyRequests(1), 6, 0),
        (Slow(0.2), None, 0),
    ],
)
async def test_everybody_gets_it_whatever_the_server_does(
    site: Site, fault: Outcome, times: int | None, most: int
) -> None:
    await planned(site)
    site.api.faults.add("sendMessage", fault, times=times)
    await site.start()
    await site.until(lambda: states(site) == {"sent": len(PEOPLE)})
    assert min(got(site)) == 1
    assert sum(got(site)) - len(PEOPLE) <= most
