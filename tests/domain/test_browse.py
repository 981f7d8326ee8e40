from datetime import date, datetime

import pytest

from bot.domain.browse import By, counts, day_interval, hour_interval, hours, things
from bot.domain.models import Programme
from bot.domain.programme import Index

DAY = date(2019, 9, 24)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


INDEX = Index(
    Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": one, "name": one} for one in ("b", "a", "empty")],
            "tracks": [{"id": "mobility", "name": "Mobilitet"}, {"id": "energy", "name": "Energi"}],
            "formats": [{"id": "talk", "name": "Foredrag"}],
            "sessions": [
                {"id": "1", "title": "1", "start": "2019-09-24T14:00+02:00", "room": "a", "track": "energy"},
                {"id": "2", "title": "2", "start": "2019-09-24T14:30+02:00", "room": "a", "more_rooms": ["b"]},
                {"id": "3", "title": "3", "start": "2019-09-24T09:00+02:00", "format": "talk", "track": "energy"},
                {"id": "4", "title": "4", "start": "2019-09-25T01:00+02:00", "track": "mobility"},
                {"id": "5", "title": "5", "start": "2019-09-25T09:00+02:00", "room": "b"},
                {"id": "6", "title": "6", "start": "2019-09-24T14:00+02:00", "room": "b", "cancelled": True},
            ],
        }
    )
)


def test_hours_of_a_day_are_counted_in_time_order() -> None:
    assert [*hours(INDEX, DAY).items()] == [(9, 1), (14, 2), (1, 1)]


@pytest.mark.parametrize(
    ("by", "found"),
    [
        (By.ROOM, [("b", 1), ("a", 2)]),
        (By.TRACK, [("mobility", 1), ("energy", 2)]),
        (By.FORMAT, [("talk", 1)]),
    ],
)
def test_sessions_of_a_day_are_counted_in_the_programmes_order(by: By, found: list[tuple[str, int]]) -> None:
    assert [*counts(INDEX, DAY, by).items()] == found


def test_things_to_narrow_by_are_all_of_a_kind() -> None:
    assert [*things(INDEX, By.ROOM)] == ["b", "a", "empty"]
    assert [*things(INDEX, By.FORMAT)] == ["talk"]


@pytest.mark.parametrize(
    ("day", "hour", "start", "end"),
    [
        (DAY, 14, "2019-09-24T14:00+02:00", "2019-09-24T15:00+02:00"),
        (DAY, 4, "2019-09-24T04:00+02:00", "2019-09-24T05:00+02:00"),
        (DAY, 1, "2019-09-25T01:00+02:00", "2019-09-25T02:00+02:00"),
        (date(2019, 10, 26), 2, "2019-10-27T02:00+02:00", "2019-10-27T03:00+01:00"),
    ],
)
def test_hour_belongs_to_its_expo_day(day: date, hour: int, start: str, end: str) -> None:
    assert [one.isoformat(timespec="minutes") for one in hour_interval(INDEX, day, hour)] == [start, end]


def test_hours_hold_the_sessions_they_count() -> None:
    found = {hour: len(INDEX.starting(*hour_interval(INDEX, DAY, hour))) for hour in hours(INDEX, DAY)}
    assert found == hours(INDEX, DAY)


def test_day_lasts_from_midnight_to_midnight() -> None:
    assert day_interval(INDEX, date(2019, 10, 27)) == (at("2019-10-27T00:00+02:00"), at("2019-10-28T00:00+01:00"))
