"""README says what is there."""

import re
from pathlib import Path

import pytest

from bot.cli import app
from bot.config import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_readme_opens_with_the_two_commands() -> None:
    first_code = README.split("```")[1].split("\n")
    assert [line.split("#")[0].strip() for line in first_code if line] == ["make demo", "make test"]


def test_readme_lists_the_commands_there_are() -> None:
    listed = re.findall(r"^\| `expobot (\w+)", README, re.MULTILINE)
    assert listed == [
        str(command.name or getattr(command.callback, "__name__", "")) for command in app.registered_commands
    ]


def test_readme_lists_the_settings_there_are() -> None:
    table = README.split("## Settings")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*?) \|", table, re.MULTILINE)
    assert [name.lower() for row in rows for name in re.findall(r"`(\w+)`", row)] == list(Settings.model_fields)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?://)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []
