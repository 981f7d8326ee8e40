from datetime import datetime
from typing import Any

import pytest

from bot.domain.alerts import Told, concerns, news, reminded_otherwise, suspicion, told
from bot.domain.changes import compare
from bot.domain.models import Programme
from bot.domain.programme import Index

NOW = datetime.fromisoformat("2027-05-05T12:00:00+02:00")


def programme(*sessions: dict[str, Any]) -> Programme:
    return Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": "a", "name": "Hall A"}, {"id": "b", "name": "Hall B"}],
            "tracks": [{"id": "hav", "name": "Havet"}, {"id": "land", "name": "Landet"}],
            "formats": [{"id": "pause", "name": "Pause", "is_break": True}],
            "speakers": [{"id": "k", "name": "Kari"}, {"id": "o", "name": "Ola"}],
            "sessions": sessions,
        }
    )


def session(key: str = "bus", start: str | None = "14:00", end: str | None = None, **fields: Any) -> dict[str, Any]:
    instants = {name: f"2027-05-05T{clock}:00+02:00" for name, clock in (("start", start), ("end", end)) if clock}
    return {"id": key, "title": key, **instants, **fields}


def seen(**fields: Any) -> Told:
    index = Index(programme(session(**fields)))
    return told(index, index.all_sessions["bus"])


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        (seen(), seen(), []),
        (seen(), seen(start="15:00"), ["moved"]),
        (seen(end="15:00"), seen(end="15:30"), ["length"]),
        (seen(), seen(end="15:30"), []),
        (seen(end="15:00"), seen(end="15:30", end_estimated=True), []),
        (seen(room="a"), seen(room="b", start="15:00"), ["moved", "room"]),
        (seen(), seen(title="Bussen"), ["renamed"]),
        (seen(speakers=["k", "o"]), seen(speakers=["o", "k"]), []),
        (seen(speakers=["k"]), seen(speakers=["o"]), ["speakers"]),
        (seen(), seen(cancelled=True), ["cancelled"]),
        (seen(cancelled=True), seen(), ["back"]),
        (seen(cancelled=True), seen(cancelled=True, start="15:00"), []),
        (seen(), seen(abstract="Ny tekst"), []),
        (None, seen(), ["new"]),
        (None, seen(cancelled=True), []),
        (seen(), None, ["cancelled"]),
    ],
)
def test_news_is_what_the_person_does_not_know(before: Told | None, now: Told | None, found: list[str]) -> None:
    assert news(before, now) == found


@pytest.mark.parametrize(
    ("before", "after", "expires"),
    [
        (session(), session(start="15:00", end="15:30"), "15:30"),
        (session(end="14:30"), session(end="14:30", cancelled=True), "14:30"),
        (session(end="14:30"), session(start="10:00", end="10:30"), "14:30"),
        (session(start="11:30"), session(start="14:00", end="15:00"), "15:00"),
        (session(end="14:30"), session(start=None), "14:30"),
        (session(start="10:00", end="10:45"), session(start="10:00", end="10:45", cancelled=True), None),
        (session(start="09:00", end="09:45"), session(start="10:00", end="10:45"), None),
        (session(), session(abstract="Ny tekst"), None),
        (session(), session(track="hav"), None),
    ],
)
def test_changes_concern_people_until_the_session_is_over(
    before: dict[str, Any], after: dict[str, Any], expires: str | None
) -> None:
    old, new = programme(before), programme(after)
    found = concerns(compare(old, new).changes, Index(old), Index(new), NOW)
    local = [f"{one.expires.astimezone(NOW.tzinfo):%H:%M}" for one in found]
    assert local == ([expires] if expires else [])


@pytest.mark.parametrize(
    ("before", "after", "tracks"),
    [
        (session(track="hav"), session(track="hav", room="b"), {"hav"}),
        (session(track="hav"), session(track="land", room="b"), {"hav", "land"}),
        (session(track="hav", format="pause"), session(track="hav", format="pause", room="b"), set()),
    ],
)
def test_changes_concern_the_followers_of_the_track(
    before: dict[str, Any], after: dict[str, Any], tracks: set[str]
) -> None:
    old, new = programme(before), programme(after)
    (found,) = concerns(compare(old, new).changes, Index(old), Index(new), NOW)
    assert found.tracks == tracks


def test_reminders_are_planned_anew_where_time_or_track_changed() -> None:
    old = programme(session("a"), session("b"), session("c"), session("d", room="a"), session("e"))
    new = programme(
        session("a", start="15:00"), session("b", cancelled=True), session("c", track="hav"),
        session("d", room="b"), session("e"), session("f"),
    )  # fmt: skip
    assert reminded_otherwise(Index(old), Index(new)) == {"a", "b", "c", "f"}


SIX = [session(key, f"{hour}:00") for hour, key in enumerate("abcdef", 13)]


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (SIX, ""),
        (SIX[:4], ""),
        (SIX[:3], "gone"),
        ([session(key, f"{hour}:00") for hour, key in enumerate("abcdef", 15)], "shifted"),
        ([session(key, f"{hour}:15") for hour, key in enumerate("abcdef", 13)], ""),
        ([*SIX[:4], session("e", "19:00"), session("f", "20:00")], ""),
    ],
)
def test_imports_that_look_like_a_mistake_are_suspicious(after: list[dict[str, Any]], why: str) -> None:
    old = programme(*SIX)
    assert suspicion(Index(old), compare(old, programme(*after)).changes) == why
