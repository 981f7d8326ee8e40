"""Indico's exports: a timetable, or an event with its contributions or sessions."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from data.formats import times
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Person
from data.formats.fields import first, items, members, objects, text
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "indico"

Entry = Mapping[str, object]


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return source.is_json and members(source.json).get("_type") == "HTTPAPIResult"


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    results = members(source.json).get("results")
    event = next((told for told in objects(_listed(results)) if "_type" in told), None)
    entries = dict(_of_event(event) if event else _of_timetable(results))
    about = _about(event) if event else Event(zone=_zone_of(entries))
    local = zone(about.zone, options.timezone)
    drafts = (_draft(key, entry, local, notes) for key, entry in entries.items())
    return Reading(assemble(about, drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _listed(results: object) -> list[object]:
    return list(results.values()) if isinstance(results, dict) else items(results)


def _about(event: Entry) -> Event:
    return Event(
        name=first(event, "title"),
        zone=first(event, "timezone"),
        start=times.day(first(members(event.get("startDate")), "date")),
        end=times.day(first(members(event.get("endDate")), "date")),
        url=first(event, "url"),
        venue=first(event, "location"),
    )


def _zone_of(entries: Mapping[str, Entry]) -> str:
    return next((name for entry in entries.values() if (name := first(members(entry.get("startDate")), "tz"))), "")


def _of_timetable(results: object) -> Iterator[tuple[str, Entry]]:
    """Entries by key; a block that runs past midnight is listed under both days."""
    for days in _listed(results):
        for entries in members(days).values():
            yield from _flat(entries)


def _flat(entries: object, session: str = "") -> Iterator[tuple[str, Entry]]:
    for key, told in members(entries).items():
        entry = {"session": session, **members(told)}
        inner = members(entry.get("entries"))
        if inner:
            yield from _flat(inner, first(entry, "title"))
        else:
            yield key, entry


def _of_event(event: Entry) -> Iterator[tuple[str, Entry]]:
    for session in (event, *objects(event.get("sessions"))):
        for contribution in objects(session.get("contributions")):
            yield f"c{first(contribution, 'id')}", contribution


def _draft(key: str, entry: Entry, local: ZoneInfo | None, notes: Notes) -> Draft:
    place = f"entry {key}"
    room = first(entry, "room", "roomFullname")
    speakers = objects(entry.get("presenters")) or objects(entry.get("speakers")) or objects(entry.get("conveners"))
    return Draft(
        place=place,
        title=first(entry, "title", "slotTitle"),
        id=key,
        abstract=joined(text(entry.get("description"))),
        start=_moment(entry.get("startDate"), place, local, notes),
        end=_moment(entry.get("endDate"), place, local, notes),
        rooms=(room,) if room else (),
        track=first(members(entry.get("track")), "title", "name") or first(entry, "track", "session"),
        format=first(members(entry.get("type")), "name") or first(entry, "type"),
        speakers=tuple(_person(speaker) for speaker in speakers),
        tags=tuple(text(keyword) for keyword in items(entry.get("keywords"))),
        url=first(entry, "url"),
        is_break=first(entry, "entryType") == "Break",
    )


def _moment(value: object, place: str, local: ZoneInfo | None, notes: Notes) -> datetime | None:
    told = members(value)
    moments = Moments(zone(first(told, "tz")) or local, notes)
    return moments.at(f"{first(told, 'date')}T{first(told, 'time')}", place) if told else None


def _person(speaker: Entry) -> Person:
    given, family = first(speaker, "firstName", "first_name"), first(speaker, "familyName", "last_name")
    name = f"{given} {family}".strip() or first(speaker, "fullName", "name")
    return Person(name, organisation=first(speaker, "affiliation"))
