from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.clock import SimulatedClock
from bot.domain.models import Programme
from bot.domain.notices import Notice, SourceFails, SourceWorks, Suspicious, read_notice
from bot.services.alerts import AlertPlanner
from bot.services.feed import FeedService
from bot.services.notices import Notices
from bot.services.programme import ProgrammeService
from bot.services.reminders import Planner
from bot.services.updates import UpdateService
from data import attendees
from data.database import Database

OLA = 1
NOW = datetime.fromisoformat("2027-05-05T08:00:00+02:00")


class Watch(SimulatedClock):
    """A clock whose real seconds are moved by hand."""

    seconds = 0.0

    def monotonic(self) -> float:
        return self.seconds


class Source:
    """A server of one programme; what it was asked is kept."""

    def __init__(self) -> None:
        self.content = b""
        self.status = 200
        self.asked: list[str | None] = []

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(request.headers.get("If-None-Match"))
        etag = f'"{len(self.content)}"'
        if self.status != 200:
            return web.Response(status=self.status)
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304)
        return web.Response(body=self.content, headers={"ETag": etag})


def document(*titles: str) -> bytes:
    sessions = [{"id": title, "title": title, "start": "2027-05-05T10:00:00+02:00"} for title in titles]
    told: dict[str, Any] = {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "sessions": sessions}
    return Programme.model_validate(told).model_dump_json().encode()


@pytest.fixture
async def source() -> AsyncIterator[tuple[Source, str]]:
    told = Source()
    app = web.Application()
    app.router.add_get("/programme.json", told.answer)
    async with TestServer(app) as server:
        yield told, str(server.make_url("/programme.json"))


def feed_of(database: Database, clock: Watch, address: str) -> tuple[FeedService, ProgrammeService]:
    programme = ProgrammeService(database)
    updates = UpdateService(database, clock, programme, Planner(15), AlertPlanner(None), lambda: None)
    notices = Notices([OLA])
    return FeedService(database, clock, programme, updates, notices, address, "Europe/Oslo", 60), programme


@pytest.fixture(autouse=True)
async def _ola(database: Database) -> None:
    await database.write(lambda db: attendees.meet(db, OLA, "nb", 0))


async def told(database: Database) -> list[Notice]:
    """What waits to be told to Ola."""
    sql = """SELECT n.document FROM outbox AS o JOIN notices AS n ON o.subject = CAST(n.id AS TEXT)
    WHERE o.kind = 'notice' AND o.state = 'planned' ORDER BY o.id"""
    rows = await database.read(lambda db: db.execute(sql).fetchall())
    return [read_notice(row["document"]) for row in rows]


async def tell(database: Database) -> None:
    """All that waits reaches Ola."""
    await database.write(lambda db: db.execute("UPDATE outbox SET state = 'sent'"))


def titles(programme: ProgrammeService) -> list[str]:
    return [one.title for one in programme.index.sessions]


async def test_address_is_asked_again_only_when_due_and_whether_it_has_changed(
    database: Database, source: tuple[Source, str]
) -> None:
    server, address = source
    server.content = document("Havet")
    clock = Watch(NOW)
    feed, programme = feed_of(database, clock, address)
    await feed.look()
    assert (titles(programme), server.asked) == (["Havet"], [None])
    clock.seconds = 59
    await feed.look()
    assert server.asked == [None]
    clock.seconds = 61
    await feed.look()
    version = programme.current.version
    assert (server.asked, version) == ([None, '"' + str(len(server.content)) + '"'], 1)
    server.content = document("Havet", "Byen")
    clock.seconds = 122
    await feed.look()
    assert titles(programme) == ["Byen", "Havet"]


async def test_failing_address_is_told_once_asked_less_and_less_and_told_when_it_works(
    database: Database, source: tuple[Source, str]
) -> None:
    server, address = source
    server.content = document("Havet")
    clock = Watch(NOW)
    feed, programme = feed_of(database, clock, address)
    await feed.look()
    server.status = 500
    asked = []
    for second in range(60, 1500, 20):
        clock.seconds = float(second)
        before = len(server.asked)
        await feed.look()
        if len(server.asked) > before:
            asked.append(second)
    assert asked == [60, 120, 240, 480, 780, 1080, 1380]
    assert await told(database) == [SourceFails(source=address, reason="the server answered 500")]
    await tell(database)
    assert titles(programme) == ["Havet"]
    server.status = 200
    clock.seconds = 2000
    await feed.look()
    assert await told(database) == [SourceWorks(source=address)]


async def test_a_fault_in_the_file_is_told_with_its_line(database: Database, source: tuple[Source, str]) -> None:
    server, address = source
    server.content = b'{"expo":\n{"name": 5}}'
    feed, _ = feed_of(database, Watch(NOW), address)
    await feed.look()
    reason = "line 2: expo.name: must be text in quotes"
    assert await told(database) == [SourceFails(source=address, reason=reason)]


async def test_failure_is_not_told_again_after_a_restart(database: Database, source: tuple[Source, str]) -> None:
    server, address = source
    server.status = 404
    for news in (True, False):
        feed, _ = feed_of(database, Watch(NOW), address)
        assert await feed.look() is news
    assert await told(database) == [SourceFails(source=address, reason="the server answered 404")]


async def test_failure_that_is_over_before_it_was_told_is_not_told(
    database: Database, source: tuple[Source, str]
) -> None:
    server, address = source
    server.content, server.status = document("Havet"), 500
    clock = Watch(NOW)
    feed, _ = feed_of(database, clock, address)
    await feed.look()
    server.status, clock.seconds = 200, 61
    await feed.look()
    assert await told(database) == []
    server.status, clock.seconds = 500, 122
    await feed.look()
    assert len(await told(database)) == 1


async def test_undone_programme_is_not_taken_again_after_a_restart(
    database: Database, source: tuple[Source, str]
) -> None:
    server, address = source
    for content in (document("Havet"), document("Havet", "Byen")):
        server.content = content
        feed, programme = feed_of(database, Watch(NOW), address)
        await feed.look()
    updates = UpdateService(database, Watch(NOW), programme, Planner(15), AlertPlanner(None), lambda: None)
    await updates.undo()
    feed, programme = feed_of(database, Watch(NOW), address)
    await feed.look()
    assert titles(programme) == ["Havet"]


async def test_suspicious_programme_waits(database: Database, source: tuple[Source, str]) -> None:
    server, address = source
    clock = Watch(NOW)
    feed, programme = feed_of(database, clock, address)
    server.content = document("Havet", "Byen")
    await feed.look()
    server.content = document("Fjellet")
    clock.seconds = 61
    await feed.look()
    (notice,) = await told(database)
    assert isinstance(notice, Suspicious)
    assert (notice.number, notice.sessions, notice.excerpt.suspicion) == (1, 1, "gone")
    assert titles(programme) == ["Byen", "Havet"]
    clock.seconds = 122
    assert await feed.look() is False
    server.content = document("Havet", "Byen", "Fjellet")
    clock.seconds = 183
    await feed.look()
    assert (titles(programme), await told(database)) == (["Byen", "Fjellet", "Havet"], [])


async def test_file_is_read_once_it_lies_still(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "programme.json"
    path.write_bytes(document("Havet"))
    feed, programme = feed_of(database, Watch(NOW), str(path))
    await feed.look()
    path.write_bytes(b'{"expo"')
    await feed.look()
    path.write_bytes(document("Havet", "Byen"))
    await feed.look()
    assert titles(programme) == ["Havet"]
    await feed.look()
    assert (titles(programme), await told(database)) == (["Byen", "Havet"], [])


async def test_import_by_another_process_is_taken_over(database: Database, tmp_path: Path) -> None:
    path = tmp_path / "programme.json"
    path.write_bytes(document("Havet"))
    feed, programme = feed_of(database, Watch(NOW), str(path))
    await feed.look()
    other, _ = feed_of(database, Watch(NOW), str(tmp_path / "other.json"))
    (tmp_path / "other.json").write_bytes(document("Havet", "Byen"))
    await other.look()
    assert (await feed.look(), titles(programme)) == (True, ["Byen", "Havet"])
    assert await feed.look() is False
