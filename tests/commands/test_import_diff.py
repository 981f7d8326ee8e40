"""`expobot import`: the difference as a table, --dry-run, --force, --undo; `expobot export` in every format."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands import console
from data import attendees, favourites, subscriptions
from data.database import Database
from data.formats.detect import read


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, wide enough a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(console.OUT, "width", 160)
    for name in ("PROGRAMME", "DATABASE_URL", "CLOCK_START", "EXPO_TIMEZONE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CLOCK_START", "2027-05-05T08:00")
    return tmp_path


def programme(**clocks: str) -> dict[str, Any]:
    sessions = [
        {"id": key, "title": key.title(), "start": f"2027-05-05T{clock}", "room": "a", "track": "hav"}
        for key, clock in clocks.items()
    ]
    expo = {"name": "Byen", "timezone": "Europe/Oslo"}
    things = {"rooms": [{"id": "a", "name": "Hall A"}], "tracks": [{"id": "hav", "name": "Havet"}]}
    return {"expo": expo, "sessions": sessions, **things}


def written(folder: Path, **clocks: str) -> str:
    path = folder / "programme.json"
    path.write_text(json.dumps(programme(**clocks)))
    return str(path)


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


def somebody_saves(key: str, track: str) -> None:
    async def work() -> None:
        database = await Database.open("expo.db")

        def save(db: Any) -> None:
            attendees.meet(db, 1, "nb", 0)
            attendees.meet(db, 2, "nb", 0)
            favourites.add(db, 1, key, 0)
            subscriptions.add(db, 2, track, 0)

        await database.write(save)
        await database.close()

    asyncio.run(work())


def exported() -> dict[str, str]:
    sessions = json.loads(run("export").stdout)["sessions"]
    return {one["id"]: "cancelled" if one["cancelled"] else one["start"][11:16] for one in sessions}


def rows(result: Result) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.strip("│").split("│")]
        for line in result.stdout.splitlines()
        if line.startswith("│") and line.count("│") == 6
    ]


def test_dry_run_prints_the_difference_and_changes_nothing(folder: Path) -> None:
    assert run("import", written(folder, bussen="10:00", ferga="11:00", toget="12:00")).exit_code == 0
    somebody_saves("bussen", "hav")
    result = run("import", written(folder, bussen="10:30", toget="12:00", flyet="13:00"), "--dry-run")
    assert rows(result) == [
        ["moved in time", "Bussen", "2027-05-05 10:00 Hall A", "2027-05-05 10:30 Hall A", "2"],
        ["cancelled", "Ferga", "2027-05-05 11:00 Hall A", "cancelled", "1"],
        ["new", "Flyet", "", "2027-05-05 13:00 Hall A", "1"],
    ]
    assert "1 new, 1 cancelled, 1 moved in time" in result.stdout
    assert "2 people concerned in all" in result.stdout
    assert exported() == {"bussen": "10:00", "ferga": "11:00", "toget": "12:00"}


def test_nothing_new_is_said(folder: Path) -> None:
    source = written(folder, bussen="10:00")
    run("import", source)
    assert "Nothing differs from the programme in force." in run("import", source).stdout


@pytest.mark.parametrize(
    ("clocks", "why"),
    [
        ({"bussen": "10:00"}, "more than a third of the programme would be gone"),
        ({"bussen": "12:00", "ferga": "13:00", "toget": "14:00"}, "most sessions would move by the same hours"),
    ],
)
def test_suspicious_one_needs_force(folder: Path, clocks: dict[str, str], why: str) -> None:
    run("import", written(folder, bussen="10:00", ferga="11:00", toget="12:00"))
    source = written(folder, **clocks)
    result = run("import", source)
    assert (result.exit_code, result.stderr) == (1, f"{why}; nothing was changed. If that is right, say --force\n")
    assert exported()["toget"] == "12:00"
    assert run("import", source, "--force").exit_code == 0
    assert exported()["bussen"] == clocks["bussen"]
    assert exported()["toget"] == clocks.get("toget", "cancelled")


def test_undo_leads_back(folder: Path) -> None:
    run("import", written(folder, bussen="10:00", ferga="11:00"))
    run("import", written(folder, bussen="10:30", ferga="11:00"))
    result = run("import", "--undo")
    assert rows(result) == [["moved in time", "Bussen", "2027-05-05 10:30 Hall A", "2027-05-05 10:00 Hall A", "0"]]
    assert exported() == {"bussen": "10:00", "ferga": "11:00"}
    result = run("import", "--undo")
    assert (result.exit_code, result.stderr) == (1, "There is no version before the one in force\n")


def test_source_or_undo_is_needed() -> None:
    assert run("import").exit_code == 2
    assert run("import", "a.json", "--undo").exit_code == 2


def test_broken_file_leaves_the_programme(folder: Path) -> None:
    run("import", written(folder, bussen="10:00"))
    (folder / "broken.json").write_text('{"expo": 1}')
    result = run("import", "broken.json")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert exported() == {"bussen": "10:00"}


@pytest.mark.parametrize("format_", ["json", "csv", "xlsx", "ics", "xml"])
def test_export_writes_every_format(folder: Path, format_: str) -> None:
    run("import", written(folder, bussen="10:00", ferga="11:00"))
    result = run("export", "--format", format_, "--output", f"out.{format_}")
    assert result.exit_code == 0
    reading = read((folder / f"out.{format_}").read_bytes(), timezone="Europe/Oslo")
    assert [one.title for one in reading.programme.sessions] == ["Bussen", "Ferga"]


def test_export_refuses_a_format_it_cannot_write(folder: Path) -> None:
    run("import", written(folder, bussen="10:00"))
    result = run("export", "--format", "pdf")
    assert (result.exit_code, result.stderr) == (
        1,
        "no format 'pdf' to write; there are json, csv, xlsx, ics, xml\n",
    )
