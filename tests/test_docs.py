"""What the docs say is what the code does."""

from pathlib import Path

from bot.config import Settings

EXAMPLE = Path(__file__).parents[1] / ".env.example"


def test_example_settings_are_the_settings_each_with_one_line_of_comment() -> None:
    _, _, *lines = EXAMPLE.read_text("utf-8").splitlines()
    comments, settings = lines[::2], lines[1::2]
    assert [line.partition("=")[0] for line in settings] == [name.upper() for name in Settings.model_fields]
    assert [comment for comment in comments if not comment.startswith("# ")] == []
