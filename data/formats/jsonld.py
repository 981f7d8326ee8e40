"""schema.org events as JSON-LD, alone or in the scripts of a web page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Final

from data.formats import languages, times
from data.formats.assemble import assemble
from data.formats.draft import MOST, Draft, Event, Person, check_number
from data.formats.fields import first, items, members, objects, text
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source, check_values, loads
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "jsonld"

_TYPE: Final = "application/ld+json"
_TRAILING: Final = re.compile(r",(?=\s{0,200}[}\]])")
_DEEPEST: Final = 8
_DATE: Final = len("2027-05-05")

Thing = Mapping[str, object]


def probe(source: Source) -> bool:
    """Whether it holds events of schema.org."""
    if not source.is_json and not source.head.startswith("<"):
        return False
    return next(_events(_data(source)), None) is not None


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    found = list(islice(_events(_data(source)), MOST + 2))
    check_number(len(found) - 1)
    events = _known_once(found)
    whole = next((event for event in events if _parts(event)), {})
    above = next((members(event.get("superEvent")) for event in events if event.get("superEvent")), whole)
    about = Event(
        name=first(above, "name"),
        start=times.day(first(above, "startDate")),
        end=times.day(first(above, "endDate")),
        url=first(above, "url"),
        venue=_place(above.get("location")),
    )
    moments = Moments(zone(options.timezone), notes)
    named = first(above, "@id")
    sessions = [event for event in events if not _parts(event) and not (named and first(event, "@id") == named)]
    drafts = (_draft(event, f"event {number}", moments, notes) for number, event in enumerate(sessions, 1))
    return Reading(assemble(about, drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _data(source: Source) -> object:
    if source.is_json:
        return source.json
    check_values(source.loose_text)
    return [_lenient(script) for script in _scripts(source.loose_text)]


def _scripts(page: str) -> Iterator[str]:
    """The page's JSON-LD; searched by hand, as a pattern would go over a page without an end again and again."""
    at = page.find(_TYPE)
    while at >= 0:
        start, end = page.find(">", at) + 1, page.find("</script", at)
        if not start or end < start:
            return
        yield page[start:end]
        at = page.find(_TYPE, end)


def _lenient(script: str) -> object:
    """What a script says, though pages get commas and line breaks wrong; None where nothing helps."""
    for attempt in (script, _TRAILING.sub("", script)):
        try:
            return loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _events(value: object, depth: int = 0) -> Iterator[Thing]:
    thing = members(value)
    if any(text(kind).rpartition("/")[2].endswith(("Event", "Festival")) for kind in items(thing.get("@type"))):
        yield thing
    if depth < _DEEPEST:
        inside = [part for key, part in thing.items() if key != "superEvent"] if thing else items(value)
        for part in inside:
            if isinstance(part, dict | list) and part is not value:
                yield from _events(part, depth + 1)


def _known_once(events: Sequence[Thing]) -> list[Thing]:
    found: dict[object, Thing] = {}
    for event in events:
        found.setdefault(first(event, "@id") or id(event), event)
    return list(found.values())


def _parts(event: Thing) -> list[Thing]:
    return objects(event.get("subEvent")) or objects(event.get("subEvents"))


def _draft(event: Thing, place: str, moments: Moments, notes: Notes) -> Draft:
    room = _place(event.get("location"))
    return Draft(
        place=place,
        title=first(event, "name"),
        id=first(event, "identifier", "@id") or first(members(event.get("identifier")), "value") or first(event, "url"),
        abstract=joined(text(event.get("description"))),
        start=_moment(event.get("startDate"), place, moments, notes),
        end=_moment(event.get("endDate"), place, moments, notes),
        length=moments.length(event.get("duration"), place),
        rooms=(room,) if room else (),
        languages=languages.codes(" ".join(_name(told) for told in items(event.get("inLanguage")))),
        speakers=tuple(_person(who) for who in items(event.get("performer") or event.get("performers"))),
        tags=tuple(_name(told) for told in items(event.get("about"))),
        url=first(event, "url"),
        cancelled=first(event, "eventStatus").endswith("EventCancelled"),
    )


def _moment(value: object, place: str, moments: Moments, notes: Notes) -> datetime | None:
    told = text(value).strip()
    if len(told) == _DATE:
        notes.add("all-day", place)
        return None
    return moments.at(told, place)


def _name(value: object) -> str:
    return first(members(value), "name", "alternateName") if isinstance(value, dict) else text(value)


def _place(value: object) -> str:
    return next((name for told in items(value) if (name := _name(told))), "")


def _person(value: object) -> Person:
    told = members(value)
    organisation = _name(told.get("affiliation")) or _name(told.get("worksFor"))
    biography = first(told, "description")
    return Person(_name(value), role=first(told, "jobTitle"), organisation=organisation, biography=biography)
