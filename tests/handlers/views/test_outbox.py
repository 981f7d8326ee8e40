"""Messages nobody asked for, as large as they get."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.models import Programme
from bot.domain.outbox import Kind, Row
from bot.domain.programme import Index
from handlers.views.outbox import reminder

START = datetime.fromisoformat("2027-05-05T10:00:00+02:00")
NOW = datetime.fromisoformat("2027-05-05T09:45:00+02:00")
LONG = "Sosial bærekraft og mobilitet i norske kommuner " * 6


def session(key: int) -> dict[str, Any]:
    return {"id": f"s{key}", "title": f"{key} {LONG}", "start": START, "end": None, "room": "a"}


@pytest.fixture
def index() -> Index:
    """Twenty sessions at ten, with long titles in a room with a long name."""
    return Index(
        Programme.model_validate(
            {
                "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
                "rooms": [{"id": "a", "name": f"Hall {LONG}"}],
                "sessions": [session(key) for key in range(20)],
            }
        )
    )


def row(key: int) -> Row:
    start = int(START.timestamp())
    return Row(key, Kind.REMINDER, 1, f"s{key}", start, start - 900, start, 0, "nb")


def test_twenty_reminders_with_long_titles_are_a_message_telegram_takes(index: Index) -> None:
    rendered = reminder(index, [row(key) for key in range(20)], NOW.astimezone(UTC))
    assert rendered
    reply, told = rendered
    assert [one.subject for one in told] == [f"s{key}" for key in range(20)]
    assert len(reply.text) < 4096
    assert reply.keyboard
    assert [len(buttons) for buttons in reply.keyboard.inline_keyboard] == [2] * 20


def test_long_title_alone_is_told_whole(index: Index) -> None:
    rendered = reminder(index, [row(7)], NOW.astimezone(UTC))
    assert rendered
    assert str(rendered[0].text).endswith(f"– 7 {LONG}".strip())
