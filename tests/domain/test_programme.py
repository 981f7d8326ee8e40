from collections.abc import Iterable
from datetime import date, datetime, timedelta

import pytest

from bot.domain.keys import key
from bot.domain.models import Programme, Room, Session, Speaker
from bot.domain.programme import Index

DAY = date(2019, 9, 24)


def at(clock: str, day: str = "2019-09-24", offset: str = "+02:00") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}{offset}")


def session(identifier: str, start: str | None, end: str | None = None, **fields: object) -> dict[str, object]:
    return {"id": identifier, "title": identifier, "start": start and at(start), "end": end and at(end), **fields}


def index(*sessions: dict[str, object], **expo: object) -> Index:
    return Index(
        Programme.model_validate(
            {
                "expo": {"name": "Byen", "timezone": "Europe/Oslo", **expo},
                "rooms": [{"id": "b", "name": "Hall B"}, {"id": "a", "name": "Hall A"}],
                "formats": [{"id": "lunch", "name": "Lunsj", "is_break": True}, {"id": "talk", "name": "Foredrag"}],
                "speakers": [{"id": "å kari", "name": "Kari"}],
                "sessions": sessions,
            }
        )
    )


def ids(sessions: Iterable[Session]) -> list[str]:
    return [one.id for one in sessions]


TALKS = index(
    session("late", "14:00", "15:00", room="a"),
    session("early", "09:00", "10:00"),
    session("long", "13:00", "16:00", room="a"),
    session("beside", "14:00", "14:30", room="b"),
    session("nowhere", "14:00", "14:30"),
    session("endless", "17:00"),
    session("off", "14:00", "15:00", cancelled=True),
    session("some day", None),
)


def test_sessions_are_in_time_then_room_order_without_the_cancelled_and_unscheduled() -> None:
    assert ids(TALKS.sessions) == ["early", "long", "beside", "late", "nowhere", "endless"]
    assert [*TALKS.all_sessions] == ["late", "early", "long", "beside", "nowhere", "endless", "off", "some day"]


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("13:59", "14:00", ["long"]),
        ("14:00", "14:01", ["long", "beside", "late", "nowhere"]),
        ("14:30", "14:31", ["long", "late"]),
        ("15:59", "16:00", ["long"]),
        ("16:00", "17:00", []),
        ("17:59", "18:00", ["endless"]),
        ("18:00", "19:00", []),
        ("08:00", "20:00", ["early", "long", "beside", "late", "nowhere", "endless"]),
    ],
)
def test_overlapping_sessions_run_at_some_time_between(start: str, end: str, found: list[str]) -> None:
    assert ids(TALKS.overlapping(at(start), at(end))) == found


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [("13:00", "14:00", ["long"]), ("13:01", "14:01", ["beside", "late", "nowhere"]), ("10:00", "13:00", [])],
)
def test_starting_sessions_start_between(start: str, end: str, found: list[str]) -> None:
    assert ids(TALKS.starting(at(start), at(end))) == found


@pytest.mark.parametrize(
    ("moment", "running", "following"),
    [
        ("08:59", [], ["early", "long", "beside", "late", "nowhere", "endless"]),
        ("14:00", ["long", "beside", "late", "nowhere"], ["endless"]),
        ("14:30", ["long", "late"], ["endless"]),
        ("17:00", ["endless"], []),
    ],
)
def test_what_runs_and_what_follows(moment: str, running: list[str], following: list[str]) -> None:
    assert (ids(TALKS.running(at(moment))), ids(TALKS.following(at(moment)))) == (running, following)


def test_session_without_length_runs_when_it_starts() -> None:
    opening = index(session("opening", "09:00", "09:00"))
    assert ids(opening.running(at("09:00"))) == ["opening"]
    assert ids(opening.overlapping(at("08:00"), at("09:00"))) == []


def test_day_changes_at_four_in_the_morning() -> None:
    night = index(
        session("party", "23:00"),
        {**session("last song", None), "start": at("03:59", "2019-09-25")},
        {**session("run", None), "start": at("04:00", "2019-09-25")},
    )
    assert ids(night.on_day(DAY)) == ["party", "last song"]
    assert ids(night.on_day(DAY + timedelta(days=1))) == ["run"]
    assert night.days == (DAY, DAY + timedelta(days=1))


def test_days_of_the_expo_are_what_it_says() -> None:
    assert index(session("1", "10:00"), start="2019-09-23", end="2019-09-25").days == (
        date(2019, 9, 23),
        date(2019, 9, 24),
        date(2019, 9, 25),
    )
    assert index().days == ()


def test_night_when_the_clocks_go_back_has_its_hour_twice() -> None:
    sunday = "2019-10-27"
    night = index(
        {**session("first", None), "start": at("02:30", sunday, "+02:00"), "end": at("02:50", sunday, "+02:00")},
        {**session("second", None), "start": at("02:30", sunday, "+01:00"), "end": at("02:50", sunday, "+01:00")},
        {**session("morning", None), "start": at("04:00", sunday, "+01:00")},
    )
    assert ids(night.sessions) == ["first", "second", "morning"]
    assert ids(night.running(at("02:30", sunday, "+01:00"))) == ["second"]
    assert [night.local(night.start(one)).strftime("%H:%M") for one in night.sessions] == ["02:30", "02:30", "04:00"]
    assert [night.day(one) for one in night.sessions] == [date(2019, 10, 26), date(2019, 10, 26), date(2019, 10, 27)]


def test_repeats_are_the_other_occurrences() -> None:
    again = index(
        session("2", "15:00", series="x"),
        session("1", "10:00", series="x"),
        session("3", "11:00", series="x", cancelled=True),
        session("4", "12:00"),
    )
    assert ids(again.repeats(again.all_sessions["1"])) == ["2"]
    assert ids(again.repeats(again.all_sessions["3"])) == ["1", "2"]
    assert ids(again.repeats(again.all_sessions["4"])) == []


def test_things_are_found_by_kind_and_key() -> None:
    speaker = TALKS.speakers["å kari"]
    assert TALKS.find(Speaker, key("å kari")) == speaker
    assert TALKS.find(Session, key("å kari")) is None
    assert TALKS.find(Room, "a") == TALKS.rooms["a"]
    assert TALKS.find(Session, key("some day")) == TALKS.all_sessions["some day"]
    assert TALKS.find(Session, "nothing") is None


def test_breaks_are_told_by_their_format() -> None:
    day = index(session("1", "12:00", format="lunch"), session("2", "13:00", format="talk"), session("3", "14:00"))
    assert [day.is_break(one) for one in day.sessions] == [True, False, False]


def test_unscheduled_session_has_no_start() -> None:
    with pytest.raises(ValueError, match=r"^session some day is not scheduled$"):
        TALKS.start(TALKS.all_sessions["some day"])


def test_programme_without_sessions_is_empty() -> None:
    empty = index()
    assert (ids(empty.running(at("14:00"))), ids(empty.following(at("14:00")))) == ([], [])
