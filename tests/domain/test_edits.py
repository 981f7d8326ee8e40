import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.edits import Edit, Field, Merged, edited, merge, settled, value, with_added, with_value
from bot.domain.models import Programme, Session


def programme(*sessions: dict[str, Any], rooms: Sequence[str] = ("a", "b", "c")) -> Programme:
    return Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": key, "name": f"Hall {key}"} for key in rooms],
            "sessions": sessions,
        }
    )


def session(clock: str = "10:00", **fields: Any) -> dict[str, Any]:
    start, end = (f"2027-05-05T{time}:00+02:00" for time in (clock, "16:00"))
    return {"id": "bus", "title": "Bussen", "start": start, "end": end, "room": "a", **fields}


OTHER = {"id": "train", "title": "Toget"}
SOURCE = programme(session(), OTHER)


def first(merged: Merged) -> Session:
    return next(one for one in merged.difference.programme.sessions if one.id == "bus")


def by_hand(**fields: Any) -> tuple[Programme, list[Edit]]:
    """The programme with room or cancelled changed by hand, and the edits, numbered as in the store."""
    there = SOURCE.sessions[0].model_copy(update=fields)
    told = (
        {Field.ROOM: value(there, Field.ROOM)} if "room" in fields else {Field.CANCELLED: value(there, Field.CANCELLED)}
    )
    merged = edited(SOURCE, [], "bus", told)
    return merged.difference.programme, [replace(edit, id=7) for edit in merged.edits]


@pytest.mark.parametrize("field", [Field.TIME, Field.ROOM, Field.CANCELLED])
def test_value_written_and_read_is_the_same(field: Field) -> None:
    one = SOURCE.sessions[0].model_copy(update={"more_rooms": ("b",), "cancelled": True})
    assert value(with_value(SOURCE.sessions[1], field, value(one, field)), field) == value(one, field)


def test_edit_outlives_an_import_of_other_things() -> None:
    old, edits = by_hand(room="b")
    merged = merge(old, programme(session("11:00"), OTHER), edits)
    assert (first(merged).room, f"{first(merged).start:%H:%M}") == ("b", "11:00")
    assert ([change.kinds for change in merged.difference.changes], merged.conflicts) == ([("moved",)], ())


def test_edit_the_source_has_taken_over_is_no_edit_any_more() -> None:
    old, edits = by_hand(room="b")
    merged = merge(old, programme(session(room="b"), OTHER), edits)
    assert (first(merged).room, merged.edits, merged.difference.changes) == ("b", (), ())


def test_source_that_changes_the_very_field_is_asked_about_once() -> None:
    old, edits = by_hand(room="b")
    source = programme(session(room="c"), OTHER)
    merged = merge(old, source, edits)
    assert (first(merged).room, [one.offered for one in merged.conflicts]) == ("b", ['["c"]'])
    assert merge(old, source, merged.edits).conflicts == ()


@pytest.mark.parametrize(("keep", "room"), [(True, "b"), (False, "c")])
def test_asked_edit_is_settled_for_good(*, keep: bool, room: str) -> None:
    old, edits = by_hand(room="b")
    source = programme(session(room="c"), OTHER)
    asked = merge(old, source, edits)
    done = settled(asked.difference.programme, asked.edits, 7, keep=keep)
    assert first(done).room == room
    again = merge(done.difference.programme, source, done.edits)
    assert (first(again).room, again.conflicts, again.difference.changes) == (room, (), ())


def test_unknown_edit_settles_nothing() -> None:
    old, edits = by_hand(room="b")
    assert settled(old, edits, 8, keep=True).edits == tuple(edits)


def test_edit_set_back_is_gone() -> None:
    old, edits = by_hand(room="b")
    assert edited(old, edits, "bus", {Field.ROOM: json.dumps(["a"])}).edits == ()


def test_cancelled_by_hand_stays_cancelled() -> None:
    old, edits = by_hand(cancelled=True)
    assert first(merge(old, SOURCE, edits)).cancelled is True


def test_vanished_session_restored_by_hand_stays() -> None:
    vanished = merge(SOURCE, programme(OTHER), [])
    restored = edited(vanished.difference.programme, [], "bus", {Field.CANCELLED: "false"})
    again = merge(restored.difference.programme, programme(OTHER), restored.edits)
    assert (first(again).cancelled, again.difference.changes) == (False, ())


def test_vanished_session_moved_by_hand_is_where_it_was_put_when_it_returns() -> None:
    old, edits = by_hand(room="b")
    gone = merge(old, programme(OTHER), edits)
    back = merge(gone.difference.programme, SOURCE, gone.edits)
    assert (first(back).room, first(back).cancelled) == ("b", False)


def test_added_session_and_its_room_stay() -> None:
    new = Session(id="added-x", title="Ekstra", room="c")
    merged = with_added(SOURCE, [], new)
    again = merge(merged.difference.programme, programme(session(), OTHER, rooms=("a", "b")), merged.edits)
    found = {one.id: one for one in again.difference.programme.sessions}
    assert (found["added-x"], again.difference.changes) == (new, ())
    assert [room.id for room in again.difference.programme.rooms] == ["a", "b", "c"]


def test_edit_of_a_session_nobody_knows_is_dropped() -> None:
    assert merge(SOURCE, SOURCE, [Edit("plane", Field.ROOM, "[]", '["a"]')]).edits == ()


def test_time_is_the_same_instant_in_any_offset() -> None:
    told = json.loads(value(SOURCE.sessions[0], Field.TIME))
    told[0] = "2027-05-05T08:00:00+00:00"
    assert edited(SOURCE, [], "bus", {Field.TIME: json.dumps(told)}).edits == ()


def test_nothing_of_another_expo_stays() -> None:
    old, edits = by_hand(room="b")
    other = programme({"id": "plane", "title": "Flyet"})
    same_name = merge(old, other, edits)
    assert [one.id for one in same_name.difference.programme.sessions] == ["plane", "bus", "train"]
    renamed = other.model_copy(update={"expo": other.expo.model_copy(update={"name": "Fjellet"})})
    merged = merge(old, renamed, edits)
    assert (merged.difference.programme, merged.edits) == (renamed, ())
    assert [change.kinds for change in merged.difference.changes] == [("cancelled",), ("new",), ("cancelled",)]
