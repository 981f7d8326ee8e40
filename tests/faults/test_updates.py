"""Updates over kills: none lost, none handled twice beyond those in hand."""

import random
import sqlite3
from contextlib import closing
from functools import partial

import pytest

from bot.playground.botapi.faults import Slow
from tests.faults.site import Site

pytestmark = pytest.mark.faults

PEOPLE = range(1000, 1500)
EACH = 10
KILLS = 10


async def test_none_of_five_thousand_updates_is_lost_in_ten_kills(site: Site) -> None:
    dice = random.Random(1)  # noqa: S311 - the same at every run
    await site.start()
    for _ in range(EACH):
        for person in PEOPLE:
            site.api.person(person, "A").send("/help")
    in_hand = 0
    for kill in range(KILLS):
        wanted = (kill + 1) * len(PEOPLE) * EACH // (KILLS + 2) + dice.randrange(200)
        await site.until(partial(enough, site, wanted))
        await site.kill()
        # Answered and not noted as done; those of the kills before have been answered twice by now.
        in_hand = max(in_hand, sum(got(site)) - done(site))
        await site.start()
    await site.until(lambda: not site.api.waiting() and open_updates(site) == 0)
    assert min(got(site)) >= EACH
    assert sum(got(site)) - len(PEOPLE) * EACH <= in_hand


def enough(site: Site, wanted: int) -> bool:
    return answers(site) >= wanted


def answers(site: Site) -> int:
    return sum(method == "sendMessage" for method, _ in site.api.calls)


def got(site: Site) -> list[int]:
    """How many answers each person got."""
    return [len([one for one in site.api.person(one, "A").messages if one["from"]["is_bot"]]) for one in PEOPLE]


def done(site: Site) -> int:
    return count(site, "SELECT count(*) FROM updates WHERE body IS NULL")


def open_updates(site: Site) -> int:
    return count(site, "SELECT count(*) FROM updates WHERE body IS NOT NULL")


def count(site: Site, query: str) -> int:
    with closing(sqlite3.connect(site.store)) as db:
        return int(db.execute(query).fetchone()[0])


async def test_updates_stored_but_not_handled_are_answered_by_the_next_process(site: Site) -> None:
    site.api.person(1001, "Kari").send("/help")
    site.api.faults.add("sendMessage", Slow(30), times=None)
    await site.start()
    await site.until(lambda: answers(site))
    await site.bot.kill()
    assert site.api.waiting() == []
    site.api.faults.clear()
    await site.start()
    await site.until(lambda: site.api.person(1001, "Kari").replies)
