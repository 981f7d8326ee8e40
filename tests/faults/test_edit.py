"""The programme's file is edited while the bot runs: who hears of it, and what becomes of the reminders."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.programmes import SAMPLE
from bot.domain.models import Programme
from data import attendees, favourites
from data.database import Database
from data.formats import native
from tests.faults.site import Site, opened

pytestmark = pytest.mark.faults

MOVED, CANCELLED = "byen-uten-ko", "sparkesykkelen"
SAVED = ((MOVED,), (CANCELLED,), (MOVED, CANCELLED), ())
NEWS = {
    SAVED[0]: [
        "🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 14:30 Hovedscenen. Jeg minner deg på den kl. 14:15.",
    ],
    SAVED[1]: ["❌ Sparkesykkelen: venn eller snublefelle? kl. 15:00 er avlyst."],
    SAVED[2]: ["2 endringer i programmet ditt"],
    SAVED[3]: [],
}
PEOPLE = range(1000, 1300)


def programme() -> Programme:
    return Programme.model_validate_json(Path(SAMPLE).read_bytes())


def edited() -> Programme:
    start, end = (datetime.fromisoformat(f"2019-09-24T{clock}:00+02:00") for clock in ("14:30", "15:15"))
    told: dict[str, dict[str, object]] = {MOVED: {"start": start, "end": end}, CANCELLED: {"cancelled": True}}
    sessions = tuple(one.model_copy(update=told.get(one.id, {})) for one in programme().sessions)
    return programme().model_copy(update={"sessions": sessions})


def saved(person: int) -> tuple[str, ...]:
    return SAVED[person % len(SAVED)]


@pytest.fixture
async def watched(tmp_path: Path) -> AsyncIterator[tuple[Site, Path]]:
    """A bot whose programme is a file, and people who have saved what will change, or haven't."""
    source = tmp_path / "programme.json"
    source.write_bytes(native.write(programme()))

    def work(db: sqlite3.Connection) -> None:
        for person in PEOPLE:
            attendees.meet(db, person, "nb", 0)
            for session in saved(person):
                favourites.add(db, person, session, 0)

    async with opened(tmp_path, str(source)) as site:
        database = await Database.open(site.store)
        await database.write(work)
        await database.close()
        for person in PEOPLE:
            site.api.person(person, "A").start()
        site.api._server.updates.drop()  # noqa: SLF001 - they had been greeted before
        yield site, source


def heard(site: Site, person: int, sign: str = "") -> list[str]:
    messages = [one for one in site.api.person(person, "A").messages if one["from"]["is_bot"]]
    return [one["text"].splitlines()[0] for one in messages if one["text"].startswith(sign)]


def told(site: Site) -> int:
    return sum(len(heard(site, person)) for person in PEOPLE)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2019-09-24T{clock}+02:00").astimezone(UTC)


async def test_edit_reaches_each_concerned_once_and_moves_their_reminders(watched: tuple[Site, Path]) -> None:
    site, source = watched
    await site.start()
    source.write_bytes(native.write(edited()))
    await site.until(lambda: told(site) >= sum(bool(saved(person)) for person in PEOPLE))
    assert {person: heard(site, person) for person in PEOPLE} == {person: NEWS[saved(person)] for person in PEOPLE}

    await site.bot.stop()
    await site.start(at("13:44:50"), 20)
    await asyncio.sleep(4)  # until 13:46 and some seconds
    await site.bot.stop()
    assert not any(heard(site, person, "⏰") for person in PEOPLE)

    await site.start(at("14:14:50"))
    await site.until(lambda: all(heard(site, person, "⏰") for person in PEOPLE if MOVED in saved(person)))
    reminder = "⏰ kl. 14:30 · Hovedscenen – Byen uten kø"
    assert {person: heard(site, person, "⏰") for person in PEOPLE} == {
        person: [reminder] if MOVED in saved(person) else [] for person in PEOPLE
    }
