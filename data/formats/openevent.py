"""Sessions of Open Event and eventyay: the file of sessions alone, or the zip of all its files."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from data.formats import languages, times
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Name, Person
from data.formats.fields import first, members, objects, text
from data.formats.moments import Moments
from data.formats.packed import contents
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "openevent"

_ACCEPTED: Final = frozenset({"accepted", "confirmed", ""})
_PARTS: Final = frozenset({"event", "sessions", "speakers", "tracks", "microlocations", "session_types"})

Thing = Mapping[str, object]
Parts = Mapping[str, list[Thing]]


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    if source.is_json:
        things = objects(source.json)
        return bool(things) and "title" in things[0] and not {"microlocation", "microlocation_id"}.isdisjoint(things[0])
    return {"sessions", "event"} <= {PurePosixPath(name).stem for name in source.files}


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    parts = {"sessions": objects(source.json)} if source.is_json else _unpacked(source)
    event = next(iter(parts.get("event", ())), {})
    about = Event(
        name=first(event, "name"),
        zone=first(event, "timezone"),
        start=times.day(first(event, "start_time", "starts_at")),
        end=times.day(first(event, "end_time", "ends_at")),
        url=first(event, "event_url"),
        venue=first(event, "location_name"),
    )
    moments = Moments(zone(about.zone, options.timezone), notes)
    programme = assemble(
        about,
        _drafts(parts, moments, notes),
        notes,
        setting=options.timezone,
        rooms=_names(parts, "microlocation"),
        tracks=_names(parts, "track"),
        formats=_names(parts, "session_type"),
    )
    return Reading(programme, notes.remarks(), NAME)


def _unpacked(source: Source) -> Parts:
    wanted = {name: part for name in source.files if (part := PurePosixPath(name).stem) in _PARTS}
    return {wanted[name]: objects(Source(content).json) for name, content in contents(source.raw, wanted).items()}


def _names(parts: Parts, kind: str) -> Iterator[Name]:
    for thing in (*parts.get(f"{kind}s", ()), *(members(session.get(kind)) for session in parts["sessions"])):
        yield Name(first(thing, "name"), first(thing, "id"))


def _reference(session: Thing, kind: str) -> str:
    return first(members(session.get(kind)), "id", "name") or first(session, f"{kind}_id")


def _drafts(parts: Parts, moments: Moments, notes: Notes) -> Iterator[Draft]:
    speakers = {first(speaker, "id"): speaker for speaker in parts.get("speakers", ())}
    for session in parts["sessions"]:
        place = f"session {first(session, 'id')}"
        if first(session, "state").lower() not in _ACCEPTED:
            notes.add("not-accepted", place)
            continue
        room = _reference(session, "microlocation")
        yield Draft(
            place=place,
            title=first(session, "title"),
            id=first(session, "id"),
            subtitle=first(session, "subtitle"),
            abstract=joined(text(session.get("short_abstract")), text(session.get("long_abstract"))),
            start=moments.at(first(session, "start_time", "starts_at"), place),
            end=moments.at(first(session, "end_time", "ends_at"), place),
            rooms=(room,) if room else (),
            track=_reference(session, "track"),
            format=_reference(session, "session_type"),
            languages=languages.codes(first(session, "language")),
            speakers=tuple(_persons(session, speakers)),
            tags=(first(session, "level"),),
        )


def _persons(session: Thing, known: Mapping[str, Thing]) -> Iterator[Person]:
    listed = session.get("speakers") or session.get("speaker_ids")
    for reference in listed if isinstance(listed, list) else ():
        told = {**known.get(first(members(reference), "id") or text(reference), {}), **_filled(reference)}
        yield Person(
            name=first(told, "name"),
            id=first(told, "id"),
            role=first(told, "position"),
            organisation=first(told, "organisation"),
            biography=first(told, "short_biography", "long_biography"),
        )


def _filled(reference: object) -> Thing:
    return {key: value for key, value in members(reference).items() if value}
