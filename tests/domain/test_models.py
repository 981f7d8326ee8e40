from datetime import UTC, datetime, timedelta

import pytest
from pydantic import ValidationError

from bot.domain.models import Programme, Room, Session

START = datetime(2019, 9, 24, 12, tzinfo=UTC)


def test_rooms_of_a_session_begin_with_the_main_one() -> None:
    assert Session(id="1", title="a", room="b", more_rooms=("a", "c")).rooms == ("b", "a", "c")
    assert Session(id="1", title="a", more_rooms=("a",)).rooms == ("a",)
    assert Session(id="1", title="a").rooms == ()


def test_duration_needs_start_and_end() -> None:
    session = Session(id="1", title="a", start=START, end=START + timedelta(minutes=45))
    assert session.duration == timedelta(minutes=45)
    assert session.model_copy(update={"end": None}).duration is None


def test_programme_survives_its_own_json() -> None:
    programme = Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo", "start": "2019-09-24"},
            "sessions": [{"id": "1", "title": " Tittel ", "start": "2019-09-24T14:00:00+02:00", "speakers": ["k"]}],
            "speakers": [{"id": "k", "name": "Kari", "biography": "Ordfører"}],
        }
    )
    assert programme.sessions[0].title == "Tittel"
    assert programme.speakers[0].biography == {"any": "Ordfører"}
    assert str(programme.zone) == "Europe/Oslo"
    assert Programme.model_validate_json(programme.model_dump_json(exclude_defaults=True)) == programme


@pytest.mark.parametrize(
    "faulty",
    [
        {"expo": {"name": "Byen", "timezone": "Oslo"}},
        {"expo": {"name": "Byen", "timezone": "Europe/Oslo", "colour": "red"}},
        {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "sessions": [{"id": "1", "title": ""}]},
        {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "sessions": [{"id": " ", "title": "a"}]},
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "sessions": [{"id": "1", "title": "a", "start": "2019-09-24T14:00"}],
        },
    ],
)
def test_faulty_programme_is_refused(faulty: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Programme.model_validate(faulty)


def test_models_do_not_change() -> None:
    room = Room(id="a", name={"any": "Hall A"})
    with pytest.raises(ValidationError):
        setattr(room, "capacity", 5)  # noqa: B010 - mypy knows it too
