"""`expobot import` and `expobot export`: from a file into the store and back."""

import json
import time
from importlib.resources import files
from pathlib import Path

import pytest

from tests.commands.conftest import Command

SAMPLE = str(files("data") / "sample" / "programme.json")
PROGRAMMES = Path(__file__).parents[2] / "../shared/programmes"
BROKEN = {
    "cut.json": ('{"expo": ', "line 1: not valid JSON: Expecting value at column 10"),
    "cut.xml": ("<schedule><day>", "line 1: not valid XML: Premature end of data in tag day line 1"),
    "empty.json": ("", "the file is empty"),
    "letter.txt": ("Dear organisers,", "this is no programme; what can be read: json, "),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_is_one_line_and_changes_nothing(expobot: Command, name: str) -> None:
    assert expobot("import", SAMPLE).exit_code == 0
    before = expobot("export").stdout
    content, fault = BROKEN[name]
    Path(name).write_text(content, "utf-8")
    result = expobot("import", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(f"{name}: {fault}")
    assert expobot("export").stdout == before


def test_file_that_is_not_there_is_named(expobot: Command) -> None:
    result = expobot("import", "gone.json")
    assert (result.exit_code, result.stderr) == (1, "gone.json: No such file or directory\n")


@pytest.mark.parametrize("pair", ["Tittel", "=title", "Tittel="])
def test_mapping_that_is_no_pair_is_a_fault(expobot: Command, pair: str) -> None:
    result = expobot("import", SAMPLE, "--map", pair)
    assert (result.exit_code, result.stderr) == (1, "--map takes COLUMN=FIELD, such as --map Tittel=title\n")


def test_names_are_printed_as_they_are(expobot: Command) -> None:
    document = json.loads(Path(SAMPLE).read_text("utf-8"))
    document["expo"]["name"] = "[/bold] [red] :smile:"
    Path("[x].json").write_text(json.dumps(document), "utf-8")
    result = expobot("import", "[x].json")
    assert result.exit_code == 0
    assert "[/bold] [red] :smile:" in result.stdout


def test_dry_run_changes_nothing(expobot: Command) -> None:
    assert expobot("import", SAMPLE, "--dry-run").exit_code == 0
    result = expobot("export")
    assert (result.exit_code, result.stderr) == (
        1,
        "No programme in expo.db yet; import one with: expobot import SOURCE\n",
    )


def test_export_goes_in_again_as_the_same(expobot: Command) -> None:
    expobot("import", SAMPLE)
    Path("first.json").write_bytes(expobot("export").stdout_bytes)
    assert expobot("import", "first.json", DATABASE_URL="sqlite:///other.db").exit_code == 0
    again = expobot("export", "--output", "second.json", DATABASE_URL="sqlite:///other.db")
    assert (again.exit_code, again.stdout) == (0, "")
    assert Path("second.json").read_bytes() == Path("first.json").read_bytes()


def test_export_where_nothing_can_be_written_is_one_line(expobot: Command) -> None:
    expobot("import", SAMPLE)
    result = expobot("export", "--output", "gone/x.json")
    assert (result.exit_code, result.stderr) == (1, "gone/x.json: No such file or directory\n")


def test_unknown_export_format_is_one_line(expobot: Command) -> None:
    expobot("import", SAMPLE)
    result = expobot("export", "--format", "pdf")
    assert (result.exit_code, result.stderr) == (1, "no format 'pdf' to write; there are json, csv, xlsx, ics, xml\n")


@pytest.mark.skipif(not PROGRAMMES.is_dir(), reason="the real programmes are not beside this checkout")
def test_fosdem_is_imported_within_ten_seconds_and_answers(expobot: Command) -> None:
    began = time.process_time()
    assert expobot("import", str(PROGRAMMES / "fosdem-2025.schedule.xml")).exit_code == 0
    assert time.process_time() - began < 10
    question = "what's on at 14:00 in UD2.120"
    document = json.loads(expobot("ask", "--json", "--now", "2025-02-01T10:00", question).stdout)
    shown = [(one["start"], one["end"], one["room"].split()[0]) for one in document["sessions"]]
    assert [room for _, _, room in shown] == ["UD2.120"]
    assert [start <= "2025-02-01T14:00:00+01:00" < end for start, end, _ in shown] == [True]


@pytest.mark.skipif(not PROGRAMMES.is_dir(), reason="the real programmes are not beside this checkout")
def test_38c3_is_imported(expobot: Command) -> None:
    result = expobot("import", str(PROGRAMMES / "38c3.schedule.xml"))
    assert result.exit_code == 0
    assert "38C3" in result.stdout
