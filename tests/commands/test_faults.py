"""Faulty settings and what is missing: all of it at once, in a line each."""

from pathlib import Path

import pytest

from tests.commands.conftest import Command


@pytest.mark.parametrize("command", ["run", "demo", "ask", "export", "check"])
def test_every_faulty_setting_is_named_at_once(expobot: Command, command: str) -> None:
    arguments = [command, "hei"] if command == "ask" else [command]
    settings = {"ORGANISER_IDS": "ola", "REMINDER_MINUTES": "soon", "CLOCK_SPEED": "0", "QUIET_HOURS": "night"}
    result = expobot(*arguments, **settings)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(" takes ")[0] for line in result.stderr.splitlines()] == [
        "ORGANISER_IDS",
        "REMINDER_MINUTES",
        "QUIET_HOURS",
        "CLOCK_SPEED",
    ]


def test_missing_token_is_named(expobot: Command) -> None:
    result = expobot("run")
    fault = "TELEGRAM_BOT_TOKEN takes a token from BotFather; see .env.example\n"
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", fault)


def test_settings_are_read_from_the_env_file(expobot: Command) -> None:
    Path(".env").write_text("REMINDER_MINUTES=soon\n", "utf-8")
    result = expobot("export")
    assert (result.exit_code, result.stderr.split(" takes ")[0]) == (1, "REMINDER_MINUTES")


def test_store_that_cannot_be_opened_is_one_line(expobot: Command) -> None:
    Path("expo.db").write_bytes(b"no database" * 200)
    result = expobot("export")
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert result.stderr.startswith("expo.db: ")


def test_help_explains_each_command(expobot: Command) -> None:
    result = expobot("--help")
    assert result.exit_code == 0
    for command in ("demo", "run", "ask", "import", "export", "check"):
        assert command in result.stdout
