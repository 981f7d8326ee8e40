from typing import Any

from bot.domain.complement import complemented
from bot.domain.models import Programme

KNOWN: dict[str, Any] = {
    "expo": {"name": "Byen", "timezone": "Europe/Oslo", "theme": {"nb": "Byer"}, "venue": {"name": "Kulturhuset"}},
    "rooms": [
        {"id": "Hall A", "name": {"nb": "Hall A", "en": "Hall A"}, "capacity": 400, "aliases": ["storsalen"]},
        {"id": "Messe", "name": "Messehallen"},
    ],
    "tracks": [{"id": "mob", "name": {"nb": "Mobilitet", "en": "Mobility"}}],
    "sessions": [{"id": "1", "title": "Busser"}, {"id": "2", "title": "Trikker"}],
    "stands": [{"id": "b12", "label": "B12", "room": "Messe"}],
    "exhibitors": [{"id": "hjul", "name": "Hjul AS", "stand": "b12", "sessions": ["1", "2"]}],
    "practical": [{"id": "wifi", "question": "Wifi?", "answer": "Expo"}],
}


def programme(**parts: object) -> Programme:
    return Programme.model_validate({"expo": {"name": "Expo", "timezone": "Europe/Oslo"}, **parts})


def test_what_another_tool_cannot_tell_is_kept() -> None:
    known = Programme.model_validate(KNOWN)
    new = programme(
        sessions=[{"id": "1", "title": "Busser", "room": "Hall A", "track": "mob"}],
        rooms=[{"id": "Hall A", "name": "Hall A", "aliases": ["A"]}],
        tracks=[{"id": "mob", "name": "Mobilitet"}],
    )
    kept = complemented(new, known)
    assert kept.expo == known.expo
    assert [(room.id, room.capacity, room.aliases) for room in kept.rooms] == [
        ("Hall A", 400, ("A", "storsalen")),
        ("Messe", None, ()),
    ]
    assert kept.tracks == known.tracks
    assert (kept.stands, kept.practical) == (known.stands, known.practical)
    assert [exhibitor.sessions for exhibitor in kept.exhibitors] == [("1",)]
    assert kept.sessions == new.sessions


def test_what_the_file_does_tell_counts() -> None:
    new = programme(
        expo={"name": "Havet", "timezone": "Europe/Oslo", "theme": {"nb": "Hav"}},
        rooms=[{"id": "Hall A", "name": "Store sal", "capacity": 300}],
        practical=[{"id": "mat", "question": "Mat?", "answer": "Ja"}],
    )
    kept = complemented(new, Programme.model_validate(KNOWN))
    assert (kept.expo.name, kept.expo.theme) == ("Havet", {"nb": "Hav"})
    assert (kept.rooms[0].name, kept.rooms[0].capacity) == ({"any": "Store sal"}, 300)
    assert [question.id for question in kept.practical] == ["mat"]


def test_the_sample_expo_lends_nothing_to_a_real_one() -> None:
    sample = Programme.model_validate({**KNOWN, "expo": {**KNOWN["expo"], "demo": True}})
    new = programme(sessions=[{"id": "1", "title": "Busser"}])
    assert complemented(new, sample) == new


def test_what_has_the_name_of_one_known_thing_keeps_its_id() -> None:
    known = Programme.model_validate(
        {**KNOWN, "formats": [{"id": "pause", "name": {"nb": "Mingling"}, "is_break": True}]}
    )
    new = programme(
        sessions=[{"id": "X", "title": "Busser", "room": "7", "more_rooms": ["8"], "track": "3", "format": "1"}],
        rooms=[{"id": "7", "name": {"en": "hall a"}}, {"id": "8", "name": "Ute"}],
        tracks=[{"id": "3", "name": {"en": "Mobility"}}],
        formats=[{"id": "1", "name": "Mingling"}],
    )
    kept = complemented(new, known)
    (session,) = kept.sessions
    assert (session.id, session.rooms, session.track, session.format) == ("X", ("Hall A", "8"), "mob", "pause")
    assert [(room.id, room.capacity) for room in kept.rooms] == [("Hall A", 400), ("8", None), ("Messe", None)]
    assert (kept.tracks, kept.formats) == (known.tracks, known.formats)
    assert kept.exhibitors[0].sessions == ("X",)


def test_a_name_that_two_things_have_tells_nothing() -> None:
    rooms = [{"id": "a", "name": "Lab"}, {"id": "b", "name": "Lab"}]
    known = Programme.model_validate({**KNOWN, "rooms": rooms, "stands": [], "exhibitors": []})
    kept = complemented(programme(rooms=[{"id": "7", "name": "Lab"}]), known)
    assert [room.id for room in kept.rooms] == ["7"]
