from collections import Counter
from pathlib import Path

import pytest

from bot.domain.changes import compare
from bot.domain.models import Programme
from data.formats.detect import read

FOLDER = Path(__file__).parents[3] / "shared" / "programmes"
DAY = "2027-05-05T"


def programme(*sessions: dict[str, object], **parts: object) -> Programme:
    return Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": "a", "name": "Hall A"}, {"id": "b", "name": "Hall B"}],
            "speakers": [{"id": "k", "name": "Kari Nordmann"}, {"id": "o", "name": "Ola Nordmann"}],
            "sessions": sessions,
            **parts,
        }
    )


def session(key: str = "1", title: str = "Busser", start: str | None = "10:00", **fields: object) -> dict[str, object]:
    return {"id": key, "title": title, "start": start and f"{DAY}{start}+02:00", **fields}


def told(old: Programme, new: Programme) -> list[tuple[str, tuple[str, ...]]]:
    return [(change.after.id, change.kinds) for change in compare(old, new).changes]


def test_the_same_programme_has_no_changes() -> None:
    one = programme(session(), session("2", "Trikker"))
    difference = compare(one, one)
    assert (difference.changes, difference.programme) == ((), one)


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ({}, {"start": "11:00"}, ("moved",)),
        ({"start": None}, {}, ("moved",)),
        ({}, {"room": "a"}, ("room",)),
        ({"room": "a"}, {"room": "a", "more_rooms": ["b"]}, ("room",)),
        ({}, {"title": "Tog"}, ("renamed",)),
        ({"speakers": ["k"]}, {"speakers": ["o"]}, ("speakers",)),
        ({"speakers": ["k", "o"]}, {"speakers": ["o", "k"]}, ()),
        ({}, {"end": f"{DAY}11:00+02:00"}, ("length",)),
        ({}, {"end": f"{DAY}11:00+02:00", "end_estimated": True}, ()),
        ({}, {"abstract": "Mer om busser."}, ("text",)),
        ({}, {"cancelled": True}, ("cancelled",)),
        ({"cancelled": True}, {}, ("back",)),
        ({"cancelled": True}, {"cancelled": True, "title": "Tog"}, ()),
        ({"room": "a"}, {"room": "b", "start": "12:00", "title": "Tog"}, ("moved", "room", "renamed")),
    ],
)
def test_a_change_is_told_by_kind(before: dict[str, str], after: dict[str, str], kinds: tuple[str, ...]) -> None:
    assert told(programme(session(**before)), programme(session(**after))) == ([("1", kinds)] if kinds else [])


def test_a_session_that_vanishes_is_kept_as_cancelled_with_all_it_refers_to() -> None:
    old = programme(session("1", room="a", speakers=["k"]), session("2", "Trikker"))
    new = programme(session("2", "Trikker"), rooms=[], speakers=[])
    difference = compare(old, new)
    assert [(change.after.id, change.kinds) for change in difference.changes] == [("1", ("cancelled",))]
    assert [(kept.id, kept.cancelled) for kept in difference.programme.sessions] == [("2", False), ("1", True)]
    assert [room.id for room in difference.programme.rooms] == ["a"]
    assert [speaker.id for speaker in difference.programme.speakers] == ["k"]


def test_a_vanished_session_is_told_once_and_is_back_when_it_returns() -> None:
    old, without = programme(session("1"), session("2", "Trikker")), programme(session("2", "Trikker"))
    kept = compare(old, without).programme
    assert told(kept, without) == []
    assert told(kept, old) == [("1", ("back",))]


def test_new_sessions_come_by_start() -> None:
    new = programme(session("3", "C", None), session("2", "B", "12:00"), session("1", "A", "09:00"))
    assert told(programme(), new) == [("1", ("new",)), ("2", ("new",)), ("3", ("new",))]


def test_a_session_under_a_new_id_keeps_the_one_people_saved_it_by() -> None:
    old = programme(session("old-1", speakers=["k"]), session("old-2", "Lunsj", "11:00"))
    new = programme(
        session("new-1", speakers=["kari"], start="10:30"),
        session("new-2", "Lunsj", "11:00"),
        speakers=[{"id": "kari", "name": "Kari Nordmann"}],
        exhibitors=[{"id": "e", "name": "Hjul AS", "sessions": ["new-1"]}],
    )
    difference = compare(old, new)
    assert [(change.after.id, change.kinds) for change in difference.changes] == [("old-1", ("moved",))]
    assert [kept.id for kept in difference.programme.sessions] == ["old-1", "old-2"]
    assert difference.programme.exhibitors[0].sessions == ("old-1",)


def test_a_renamed_session_under_a_new_id_is_known_by_its_place_time_and_speakers() -> None:
    old = programme(session("old", room="a", speakers=["k"]))
    new = programme(session("new", "Tog", room="a", speakers=["k"]))
    assert told(old, new) == [("old", ("renamed",))]


def test_two_sessions_of_one_title_are_not_confused() -> None:
    old = programme(session("o1", "Workshop", "09:00"), session("o2", "Workshop", "12:00"))
    new = programme(session("n1", "Workshop", "12:00"), session("n2", "Workshop", "15:00"))
    assert told(old, new) == [("o1", ("cancelled",)), ("n2", ("new",))]


REVISIONS = [
    (
        "revisions/fosdem-2025.rev20250104.schedule.xml",
        "revisions/fosdem-2025.rev20250108.schedule.xml",
        {"new": 16, "cancelled": 3, "moved": 8, "length": 1, "renamed": 3, "speakers": 9},
    ),
    (
        "revisions/fosdem-2025.rev20250108.schedule.xml",
        "fosdem-2025.schedule.xml",
        {"new": 6, "cancelled": 3, "moved": 1, "renamed": 1, "speakers": 6},
    ),
    (
        "revisions/pyconfr-2025.rev20250918.schedule.json",
        "revisions/pyconfr-2025.rev20251008.schedule.json",
        {"new": 2, "cancelled": 3, "moved": 1, "renamed": 2, "speakers": 2},
    ),
    (
        "revisions/pyconfr-2025.rev20251008.schedule.json",
        "pyconfr-2025.schedule.json",
        {"new": 2, "cancelled": 3, "moved": 4, "speakers": 3},
    ),
    (
        "revisions/scottishsummit.rev20260729.sessionize.json",
        "scottishsummit.sessionize.json",
        {"new": 3, "moved": 3, "length": 1, "room": 3},
    ),
    ("pyconuk-2015.previous-export.ics", "pyconuk-2015.ics", {}),
]


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the real programmes are not beside the checkout")
@pytest.mark.parametrize(("old", "new", "kinds"), REVISIONS)
def test_real_revisions_differ_as_they_do(old: str, new: str, kinds: dict[str, int]) -> None:
    before, after = (read((FOLDER / name).read_bytes(), timezone="Europe/Paris").programme for name in (old, new))
    found = Counter(kind for change in compare(before, after).changes for kind in change.kinds if kind != "text")
    assert found == kinds
