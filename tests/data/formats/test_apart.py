"""Large files, read by a process of their own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from data.formats.apart import is_large
from data.formats.detect import read, read_here
from data.formats.errors import ProgrammeError
from data.formats.reading import Options
from tests.data.formats.test_hostile import zipped

TOO_MUCH = "reading it takes more than 20 seconds or 1 GB of memory; no programme needs so much"


def programme(abstract: str, sessions: int = 1) -> bytes:
    told = [{"id": f"s{number}", "title": "Tema", "abstract": abstract} for number in range(sessions)]
    return json.dumps({"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "sessions": told}, indent=0).encode()


@pytest.fixture
def python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the process of its own is started by."""
    script = tmp_path / "python"
    monkeypatch.setattr(sys, "executable", str(script))
    return script


@pytest.mark.parametrize(
    ("content", "large"),
    [
        (b"a" * 250_000, False),
        (b"a" * 250_001, True),
        (zipped({"a": b"a"}), False),
        (zipped({"a": b"a" * 250_001}), True),
    ],
)
def test_a_file_is_large_by_what_is_in_it(content: bytes, *, large: bool) -> None:
    assert is_large(content) is large


def test_a_large_file_reads_as_it_would_in_this_process() -> None:
    content = programme("Om byen", 5000)
    assert is_large(content)
    assert read(content) == read_here(content, Options(), None)


def test_a_large_file_is_refused_with_reason_and_place() -> None:
    content = programme("a" * 300_000).replace(b'"Tema"', b"5")
    with pytest.raises(ProgrammeError) as refused:
        read(content)
    assert (refused.value.place, refused.value.reason) == ("line 9: sessions.0.title", "must be text in quotes")


@pytest.mark.parametrize("end", ["exit 3", "kill -XCPU $$", "kill -KILL $$"])
def test_a_file_that_takes_too_much_is_refused(end: str, python: Path) -> None:
    python.write_text(f"#!/bin/sh\ncat > /dev/null\n{end}\n")
    python.chmod(0o755)
    with pytest.raises(ProgrammeError) as refused:
        read(programme("a" * 300_000))
    assert str(refused.value) == TOO_MUCH


def test_a_fault_of_ours_is_no_refusal(python: Path) -> None:
    python.write_text("#!/bin/sh\ncat > /dev/null\nexit 1\n")
    python.chmod(0o755)
    with pytest.raises(subprocess.CalledProcessError):
        read(programme("a" * 300_000))
