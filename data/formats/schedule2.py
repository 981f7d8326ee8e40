"""schedule2.json: the CCC hub's flat schedule, whose rooms, tracks and persons are references."""

from collections.abc import Mapping
from typing import Final

from data.formats import frab, languages, times
from data.formats.assemble import assemble
from data.formats.draft import Draft, Name, Person
from data.formats.fields import first, members, objects, text, translated, whole
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "schedule2.json"

_BREAK: Final = "BREAK"
_GONE: Final = frozenset({"CANCELED", "CANCELLED"})


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return source.is_json and isinstance(members(members(source.json).get("schedule")).get("events"), list)


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    schedule = members(members(source.json).get("schedule"))
    conference = members(schedule.get("conference"))
    dates = [date for day in objects(conference.get("days")) if (date := times.day(first(day, "date", "start")))]
    about = frab.event(conference, dates, first(schedule, "base_url"))
    moments = Moments(zone(about.zone, options.timezone), notes)
    persons = {first(person, "guid"): person for person in objects(schedule.get("persons"))}
    events = objects(schedule["events"])
    programme = assemble(
        about,
        (_draft(event, f"event {number}", moments, persons) for number, event in enumerate(events, 1)),
        notes,
        setting=options.timezone,
        rooms=_rooms(conference, events),
        tracks=[
            Name(translated(track.get("name")), first(track, "slug")) for track in objects(conference.get("tracks"))
        ],
    )
    return Reading(programme, notes.remarks(), NAME)


def _rooms(conference: Mapping[str, object], events: list[Mapping[str, object]]) -> list[Name]:
    told = [*objects(conference.get("rooms")), *(members(event.get("room")) for event in events)]
    return [
        Name(translated(room.get("name")), first(room, "guid", "slug"), whole(room.get("capacity"))) for room in told
    ]


def _reference(value: object, *keys: str) -> str:
    return text(value) if not isinstance(value, dict) else first(value, *keys)


def _draft(
    event: Mapping[str, object], place: str, moments: Moments, persons: Mapping[str, Mapping[str, object]]
) -> Draft:
    kind = first(event, "type")
    room = _reference(event.get("room"), "guid", "slug", "name")
    return Draft(
        place=place,
        title=first(event, "title"),
        id=first(event, "guid", "code", "id"),
        subtitle=first(event, "subtitle"),
        abstract=joined(text(event.get("abstract")), text(event.get("description"))),
        start=moments.at(event.get("start"), place),
        end=moments.at(event.get("end"), place),
        rooms=(room,) if room else (),
        track=_reference(event.get("track"), "slug", "guid", "name"),
        format="" if kind == _BREAK else kind.replace("_", " ").capitalize(),
        languages=languages.codes(first(event, "language")),
        speakers=tuple(_person(person, persons) for person in objects(event.get("participants"))),
        url=first(event, "url"),
        is_break=kind == _BREAK,
        cancelled=first(event, "state").upper() in _GONE,
    )


def _person(person: Mapping[str, object], persons: Mapping[str, Mapping[str, object]]) -> Person:
    guid = first(person, "guid")
    known = persons.get(guid, {})
    return Person(first(person, "name") or first(known, "name"), guid, biography=first(known, "biography"))
