"""The command line, run in this process in an empty folder."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.config import Settings

Command = Callable[..., Result]


@pytest.fixture
def expobot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs `expobot` with arguments, standard input and settings; what it printed and its exit status."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)

    def run(*arguments: str, stdin: str = "", **settings: str) -> Result:
        return CliRunner().invoke(app, arguments, input=stdin, env={**settings, "COLUMNS": "200"})

    return run
