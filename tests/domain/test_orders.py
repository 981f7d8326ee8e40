from datetime import datetime
from typing import Any

import pytest

from bot.domain.errors import PersonError
from bot.domain.models import Programme
from bot.domain.orders import new_id, placed, readings, room_named, sessions_named
from bot.domain.programme import Index

NOW = datetime.fromisoformat("2027-05-05T11:00:00+02:00")


def index(*, expo: dict[str, Any] | None = None) -> Index:
    return Index(
        Programme.model_validate(
            {
                "expo": {"name": "Byen", "timezone": "Europe/Oslo", **(expo or {})},
                "rooms": [
                    {"id": "a", "name": {"nb": "Sal 1", "en": "Hall 1"}, "aliases": ["storsalen"]},
                    {"id": "b", "name": "Sal 12"},
                ],
                "sessions": [
                    session("bus", "Bussen", "2027-05-05T10:00", "2027-05-05T10:45"),
                    session("late", "Bussen om natta", "2027-05-06T01:00", None),
                    session("train", "Toget 12:00", "2027-05-06T09:00", "2027-05-06T10:00"),
                    {"id": "plain", "title": "Uten tid"},
                ],
            }
        )
    )


def session(key: str, title: str, start: str, end: str | None) -> dict[str, Any]:
    return {"id": key, "title": title, "start": f"{start}:00+02:00", "end": end and f"{end}:00+02:00"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bus 15:30", [("bus", "None 15:30:00 None", "")]),
        ("Bussen kl. 15.30 Sal 1", [("Bussen", "None 15:30:00 None", "Sal 1")]),
        ("bus 15:30–16:15 Sal 1", [("bus", "None 15:30:00 16:15:00", "Sal 1")]),
        ("bus 2027-05-06 09:05", [("bus", "2027-05-06 09:05:00 None", "")]),
        (
            "Toget 12:00 13:00",
            [("Toget", "None 12:00:00 None", "13:00"), ("Toget 12:00", "None 13:00:00 None", "")],
        ),
        ("bus 25:00", []),
        ("bus 2027-02-31 10:00", []),
        ("bus", []),
    ],
)
def test_readings_split_what_time_and_rest(text: str, found: list[tuple[str, str, str]]) -> None:
    assert [(what, " ".join(map(str, slot)), rest) for what, slot, rest in readings(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bus", ["bus"]),
        ("BUSSEN", ["bus"]),
        ("bussen om", ["late"]),
        ("bus ", ["bus"]),
        ("busse", ["bus", "late"]),
        ("båten", []),
        ("", []),
    ],
)
def test_sessions_are_named_by_key_title_or_part_of_it(text: str, found: list[str]) -> None:
    assert [one.id for one in sessions_named(index(), text)] == found


@pytest.mark.parametrize(("text", "room"), [("a", "a"), ("sal 1", "a"), ("Hall 1", "a"), ("storsal", "a"), ("12", "b")])
def test_rooms_are_named_by_key_name_or_alias(text: str, room: str) -> None:
    assert room_named(index(), text).id == room


@pytest.mark.parametrize("text", ["sal", "månen"])
def test_rooms_that_are_many_or_none_are_refused(text: str) -> None:
    with pytest.raises(PersonError):
        room_named(index(), text)


@pytest.mark.parametrize(
    ("key", "text", "start", "end"),
    [
        ("bus", "15:30", "05 15:30", "05 16:15"),
        ("bus", "00:30", "06 00:30", "06 01:15"),
        ("late", "02:00", "06 02:00", None),
        ("train", "11:00-11:20", "06 11:00", "06 11:20"),
        ("train", "23:30-00:30", "06 23:30", "07 00:30"),
        ("bus", "2027-05-06 01:30", "06 01:30", "06 02:15"),
    ],
)
def test_times_are_of_the_sessions_day_and_keep_its_length(key: str, text: str, start: str, end: str | None) -> None:
    its_index = index()
    slot = next(slot for _, slot, _ in readings(text))
    new_start, new_end = placed(its_index, slot, its_index.all_sessions[key], NOW)
    assert (f"{new_start:%d %H:%M}", new_end and f"{new_end:%d %H:%M}") == (start, end)


def test_time_without_a_day_is_todays_or_asks() -> None:
    slot = next(slot for _, slot, _ in readings("15:30"))
    assert f"{placed(index(), slot, None, NOW)[0]:%d %H:%M}" == "05 15:30"
    with pytest.raises(PersonError):
        placed(index(), slot, None, datetime.fromisoformat("2027-04-01T12:00:00+02:00"))
    one_day = index(expo={"start": "2027-05-06", "end": "2027-05-06"})
    assert f"{placed(one_day, slot, None, NOW)[0]:%d %H:%M}" == "06 15:30"


def test_new_ids_are_not_taken() -> None:
    assert [new_id(index(), "Ny økt"), new_id(index(), "…"), len(new_id(index(), "lang " * 40)) <= 40] == [
        "added-ny-okt",
        "added-session",
        True,
    ]
