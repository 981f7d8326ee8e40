"""Submissions as pretalx's API gives them: old talks with one slot, new ones with several, however they are nested."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Final

from data.formats import languages, times
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Name, Person
from data.formats.fields import first, items, members, objects, text, translated, whole
from data.formats.moments import Moments
from data.formats.names import spoken
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "pretalx"

_ACCEPTED: Final = frozenset({"accepted", "confirmed", ""})
_DEEPEST: Final = 4

Submission = Mapping[str, object]


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return source.is_json and next(_submissions(source.json), None) is not None


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    top = members(source.json)
    event = members(top.get("event"))
    submissions = list(_accepted(_submissions(top.get("schedule", source.json)), notes))
    moments = Moments(zone(first(event, "timezone"), options.timezone), notes)
    persons = {first(person, "code"): person for person in objects(_listed(top.get("speakers")))}
    breaks = [slot for slot in objects(top.get("breaks")) if is_break(slot)]
    slots = [*(slot for submission in submissions for slot in _slots(submission)), *breaks]
    programme = assemble(
        _event(event),
        chain(
            (draft for submission in submissions for draft in _drafts(submission, moments, persons)),
            _breaks(breaks, moments),
        ),
        notes,
        setting=options.timezone,
        rooms=[*(_named(room) for room in objects(top.get("rooms"))), *(_room(slot) for slot in slots)],
        tracks=[_track(submission) for submission in submissions],
        formats=[_kind(submission) for submission in submissions],
    )
    return Reading(programme, notes.remarks(), NAME)


def _event(event: Mapping[str, object]) -> Event:
    return Event(
        name=first(event, "name"),
        zone=first(event, "timezone"),
        start=times.day(first(event, "date_from")),
        end=times.day(first(event, "date_to")),
        url=first(event, "url") or first(members(event.get("urls")), "base"),
    )


def _submissions(value: object, depth: int = 0) -> Iterator[Submission]:
    thing = members(value)
    if "title" in thing and "code" in thing and not {"submission_type", "slot", "slots"}.isdisjoint(thing):
        yield thing
    elif depth <= _DEEPEST:
        for part in _listed(value):
            if isinstance(part, dict | list):
                yield from _submissions(part, depth + 1)


def _listed(value: object) -> list[object]:
    return list(value.values()) if isinstance(value, dict) else items(value)


def _accepted(submissions: Iterable[Submission], notes: Notes) -> Iterator[Submission]:
    for submission in submissions:
        if first(submission, "state") in _ACCEPTED:
            yield submission
        else:
            notes.add("not-accepted", f"submission {first(submission, 'code')}")


def _slots(submission: Submission) -> list[Mapping[str, object]]:
    return objects(submission.get("slots")) or objects(submission.get("slot"))


def _named(value: object, own: str = "") -> Name:
    """A room, track or type: an object with a name, a name by language, or a bare name; "" for a bare number."""
    told = members(value)
    if "name" in told:
        return Name(translated(told["name"]), first(told, "id"), whole(told.get("capacity")))
    return Name(translated(value) if isinstance(value, str | dict) else "", own)


def _room(slot: Mapping[str, object]) -> Name:
    return _named(slot.get("room"), first(slot, "room_id"))


def _track(submission: Submission) -> Name:
    return _named(submission.get("track"), first(submission, "track_id"))


def _kind(submission: Submission) -> Name:
    return _named(submission.get("submission_type"), first(submission, "submission_type_id"))


def _reference(name: Name) -> str:
    return (name.id or spoken(name.name)) if spoken(name.name) else ""


def _drafts(submission: Submission, moments: Moments, persons: Mapping[str, Mapping[str, object]]) -> Iterator[Draft]:
    code = first(submission, "code")
    slots = _slots(submission) or [{}]
    abstract = joined(text(submission.get("abstract")), text(submission.get("description")))
    speakers = tuple(_person(who, persons) for who in items(submission.get("speakers")))
    for number, slot in enumerate(slots, 1):
        place = f"submission {code}" + (f", slot {number}" if len(slots) > 1 else "")
        room = _reference(_room(slot)) or text(slot.get("room"))
        yield Draft(
            place=place,
            title=first(submission, "title"),
            id=code if len(slots) == 1 else f"{code}-{first(slot, 'id') or number}",
            series=code if len(slots) > 1 else "",
            abstract=abstract,
            start=moments.at(slot.get("start"), place),
            end=moments.at(slot.get("end"), place),
            length=moments.length(submission.get("duration"), place),
            rooms=(room,) if room else (),
            track=_reference(_track(submission)),
            format=_reference(_kind(submission)),
            languages=languages.codes(first(submission, "content_locale")),
            speakers=speakers,
            tags=tuple(first(members(tag), "tag") or text(tag) for tag in items(submission.get("tags"))),
        )


def is_break(slot: object) -> bool:
    """Whether a slot holds a break: it says what, and no submission."""
    told = members(slot)
    return told.get("submission") is None and bool(text(told.get("description")).strip())


def _breaks(slots: Iterable[Mapping[str, object]], moments: Moments) -> Iterator[Draft]:
    """One of all that are alike: a break in several rooms has a slot in each."""
    alike: defaultdict[tuple[str, str, str], list[Mapping[str, object]]] = defaultdict(list)
    for slot in slots:
        alike[text(slot.get("description")), text(slot.get("start")), text(slot.get("end"))].append(slot)
    for (title, start, end), several in alike.items():
        place = f"slot {first(several[0], 'id')}"
        rooms = tuple(_reference(_room(slot)) or text(slot.get("room")) for slot in several)
        yield Draft(
            place, title, start=moments.at(start, place), end=moments.at(end, place), rooms=rooms, is_break=True
        )


def _person(value: object, persons: Mapping[str, Mapping[str, object]]) -> Person:
    told = members(value) or persons.get(text(value), {})
    return Person(first(told, "name"), first(told, "code"), biography=first(told, "biography"))
