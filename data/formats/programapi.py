"""EuroPython's programme API: days of events, an event in one or more rooms."""

from collections.abc import Mapping
from typing import Final

from data.formats import times
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Person
from data.formats.fields import first, items, members, objects, text
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "europython.json"


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    days = members(members(source.json).get("days")) if source.is_json else {}
    return bool(days) and all("events" in members(day) for day in days.values())


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    moments = Moments(zone(options.timezone), notes)
    days = members(members(source.json)["days"])
    drafts = (
        _draft(event, f"{day}, event {number}", moments)
        for day, told in days.items()
        for number, event in enumerate(objects(members(told).get("events")), 1)
    )
    dates = [date for day in days if (date := times.day(day))]
    about = Event(start=min(dates, default=None), end=max(dates, default=None))
    return Reading(assemble(about, drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _draft(event: Mapping[str, object], place: str, moments: Moments) -> Draft:
    return Draft(
        place=place,
        title=first(event, "title"),
        id=first(event, "code", "slug"),
        abstract=joined(text(event.get("abstract")), text(event.get("description"))),
        start=moments.at(event.get("start"), place),
        length=moments.length(event.get("duration"), place),
        rooms=tuple(text(room) for room in items(event.get("rooms"))),
        track=first(event, "track"),
        format=first(event, "session_type"),
        tags=(first(event, "level"),),
        speakers=tuple(Person(first(who, "name"), first(who, "code")) for who in objects(event.get("speakers"))),
        url=first(event, "website_url"),
        is_break=first(event, "event_type") == "break",
    )
