"""Lists are remembered, and each is right for whoever reads it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.models import Programme, Session
from bot.domain.programme import Index
from bot.texts import texts_in
from handlers.views.sessions import listing, numbers, stars

START = datetime.fromisoformat("2027-05-05T10:00:00+02:00")
HOUR = timedelta(hours=1)


def programme(start: datetime = START) -> Index:
    sessions = [{"id": key, "title": f"Talk {key}", "start": start, "end": start + HOUR, "room": "a"} for key in "xy"]
    room = {"id": "a", "name": {"nb": "Storsalen", "en": "Main hall"}}
    return Index(
        Programme.model_validate(
            {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "rooms": [room], "sessions": sessions}
        )
    )


@pytest.fixture
def index() -> Index:
    return programme()


def shown(index: Index, *sessions: Session, **how: Any) -> str:
    settings: dict[str, Any] = {"language": "nb", "username": "expo_bot", "now": START, **how}
    texts = texts_in(settings.pop("language"))
    return listing(texts, index, sessions or index.sessions, settings.pop("username"), **settings)


@pytest.mark.parametrize(
    ("how", "words"),
    [
        ({"language": "en"}, "Main hall"),
        ({"username": "other"}, "t.me/other"),
        ({"now": START + 24 * HOUR}, "Onsdag 5. mai"),
        ({"first": 9}, "<b>9</b>"),
        ({"notes": lambda one: f"note {one.id}"}, "note y"),
    ],
    ids=["language", "bot", "day", "number", "notes"],
)
def test_list_is_another_for_another_reader(index: Index, how: dict[str, Any], words: str) -> None:
    before = shown(index)
    other = shown(index, **how)
    assert other != before
    assert words in other
    assert shown(index) == before


def test_day_that_was_named_already_is_not_named_again(index: Index) -> None:
    assert shown(index, shown_day=START.date()) in shown(index)
    assert shown(index, shown_day=START.date()) != shown(index)


def test_sessions_of_the_programme_before_leave_the_new_ones_as_they_are(index: Index) -> None:
    new = programme(START + HOUR)
    assert "10:00" in shown(new, *index.sessions)
    assert "11:00" in shown(new)
    assert "10:00" not in shown(new)


def test_stars_are_each_persons_own(index: Index) -> None:
    mine, yours = (stars(index.sessions, frozenset(saved)) for saved in ({"x"}, {"y"}))
    assert [one.text for one in mine[0]] == ["★ 1", "☆ 2"]
    assert [one.text for one in yours[0]] == ["☆ 1", "★ 2"]
    assert [one.text for one in numbers(index.sessions, 5)[0]] == ["5", "6"]
