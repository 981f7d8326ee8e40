"""Sessionize's three views of sessions: All, Sessions and GridSmart."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from data.formats import languages
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Name, Person, check_number
from data.formats.fields import first, items, members, objects, text
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined, line
from data.formats.zones import zone

NAME: Final = "sessionize"

_ACCEPTED: Final = frozenset({"accepted", ""})
_KINDS: Final = {
    "track": re.compile(r"track|spor|spår|theme|tema|topic|stream", re.IGNORECASE),
    "language": re.compile(r"language|språk|sprog|sprache", re.IGNORECASE),
    "format": re.compile(r"format|type|length|lengde|typ", re.IGNORECASE),
}

Told = Mapping[str, object]


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    if not source.is_json:
        return False
    if {"sessions", "speakers", "rooms", "categories"} <= members(source.json).keys():
        return True
    groups = objects(source.json)
    return bool(groups) and all(
        ("groupId" in group and "sessions" in group) or ("rooms" in group and "timeSlots" in group) for group in groups
    )


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    everything = members(source.json)
    categories = _Categories(everything, options.mapping)
    moments = Moments(zone(options.timezone), notes)
    persons = {first(person, "id"): person for person in objects(everything.get("speakers"))}
    drafts: dict[tuple[str | int, str], Draft] = {}
    for number, (room, session) in enumerate(_sessions(source.json), 1):
        check_number(number)
        if first(session, "status").lower() not in _ACCEPTED:
            notes.add("not-accepted", f"session {first(session, 'id')}")
            continue
        draft = _draft(session, room, moments, categories, persons)
        known = drafts.setdefault((draft.id or number, first(session, "startsAt")), draft)
        known.rooms = tuple(dict.fromkeys((*known.rooms, *draft.rooms)))
    programme = assemble(Event(), drafts.values(), notes, setting=options.timezone, rooms=_rooms(source.json))
    return Reading(programme, notes.remarks(), NAME)


def _sessions(data: object) -> Iterator[tuple[str, Told]]:
    """Every session with the room it is listed under, if it is."""
    for group in objects(data):
        for session in objects(group.get("sessions")):
            yield "", session
        for room in objects(group.get("rooms")):
            for session in objects(room.get("sessions")):
                yield first(room, "id", "name"), session


def _rooms(data: object) -> list[Name]:
    return [
        Name(first(room, "name"), first(room, "id")) for group in objects(data) for room in objects(group.get("rooms"))
    ]


def _draft(session: Told, room: str, moments: Moments, categories: "_Categories", persons: Mapping[str, Told]) -> Draft:
    place = f"session {first(session, 'id')}"
    told = categories.of(session)
    room = first(session, "roomId") or room or first(session, "room")
    service = session.get("isServiceSession") is True
    return Draft(
        place=place,
        title=first(session, "title"),
        id=first(session, "id"),
        abstract=joined(text(session.get("description"))),
        start=moments.at(session.get("startsAt"), place),
        end=moments.at(session.get("endsAt"), place),
        rooms=(room,) if room else (),
        track=told.get("track", [""])[0],
        format=told.get("format", [""])[0],
        languages=languages.codes(" ".join(told.get("language", ()))),
        speakers=tuple(_person(who, persons) for who in items(session.get("speakers"))),
        tags=tuple(told.get("tag", ())),
        is_break=service and not items(session.get("speakers")) and "changeover" in first(session, "title").lower(),
    )


def _person(value: object, persons: Mapping[str, Told]) -> Person:
    told = persons.get(text(value)) or persons.get(first(members(value), "id")) or members(value)
    return Person(
        name=first(told, "fullName", "name") or f"{first(told, 'firstName')} {first(told, 'lastName')}",
        id=first(told, "id"),
        role=first(told, "tagLine"),
        biography=first(told, "bio"),
    )


class _Categories:
    """What the organiser's own questions about a session mean: its track, format, language, or else a tag."""

    def __init__(self, data: Told, mapping: Mapping[str, str]) -> None:
        self._mapping = {line(title).lower(): field for title, field in mapping.items()}
        self._items: dict[str, tuple[str, str]] = {}
        for category in objects(data.get("categories")):
            kind = self._kind(first(category, "title"))
            self._items |= {first(item, "id"): (kind, first(item, "name")) for item in objects(category.get("items"))}

    def _kind(self, title: str) -> str:
        guess = next((kind for kind, pattern in _KINDS.items() if pattern.search(title)), "tag")
        return self._mapping.get(line(title).lower(), guess)

    def of(self, session: Told) -> dict[str, list[str]]:
        """What a session's answers say, by kind."""
        found: dict[str, list[str]] = {}
        known = [self._items[key] for item in items(session.get("categoryItems")) if (key := text(item)) in self._items]
        told = [
            (self._kind(first(category, "name", "title")), first(item, "name"))
            for category in objects(session.get("categories"))
            for item in objects(category.get("categoryItems"))
        ]
        for kind, name in (*known, *told):
            found.setdefault(kind, []).append(name)
        return found
