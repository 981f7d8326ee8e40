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
