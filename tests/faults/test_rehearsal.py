"""A short rehearsal with kills keeps every promise; one that is told to end leaves nothing behind."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from signal import SIGTERM

import pytest

from bot.domain.outbox import Kind
from bot.playground.rehearsal.options import Options
from bot.playground.rehearsal.pictures import draw
from bot.playground.rehearsal.rehearsal import Rehearsal
from data.formats.detect import read
from tests.faults.conftest import Launcher, until

pytestmark = pytest.mark.faults


async def test_rehearsal_with_kills_keeps_every_promise(tmp_path: Path) -> None:
    source = files("data") / "sample" / "programme.json"
    programme = read(source.read_bytes(), name="programme.json", timezone="Europe/Oslo").programme
    options = Options(attendees=60, days=1, minutes=0.2, kills=2, too_many=0, changes=0)
    told: list[float] = []
    outcome = await Rehearsal(programme, options, tmp_path, lambda done, _: told.append(done)).run()
    verdict = outcome.verdict
    assert verdict.broken == []
    assert (len(outcome.kills), verdict.unanswered) == (2, 0)
    assert verdict.accounts[Kind.BROADCAST].delivered > 0
    assert told == sorted(told)
    assert [path.name for path in draw(tmp_path, verdict.early, outcome.times, outcome.kills)] == [
        "lateness.png",
        "rate.png",
    ]
    with closing(sqlite3.connect(tmp_path / "expo.db")) as db:
        assert db.execute("SELECT count(*) FROM outbox WHERE state = 'sending'").fetchone() == (0,)


async def test_rehearsal_told_to_end_takes_its_bot_with_it(launch: Launcher) -> None:
    rehearsal = await launch("rehearse", "--attendees", "5", "--days", "1", "--kills", "0")
    await until(rehearsal.children)
    (bot,) = rehearsal.children()
    await rehearsal.ends(SIGTERM)
    assert not runs(bot)
    assert "Traceback" not in rehearsal.output


def runs(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()
