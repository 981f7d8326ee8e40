"""iCalendar files of pretalx, frab, Indico, Sched and others."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from icalendar import Component

from data.formats import languages
from data.formats.assemble import assemble
from data.formats.calendars import BEGIN, categories, dates, first, length, moment, param, parsed, text
from data.formats.draft import Draft, Event, Person
from data.formats.fields import items
from data.formats.guests import COMMAS, persons
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.recurrence import repeated
from data.formats.source import Source
from data.formats.text import line, paragraphs
from data.formats.write_ics import OWN
from data.formats.zones import known, zone

NAME: Final = "ics"

_OF: Final = "RECURRENCE-ID"
_NEVER: Final = re.compile(r"(?!)")
_ESCAPED: Final = re.compile(r"\\([\\,;])")


def probe(source: Source) -> bool:
    """Whether it is such a file, if need be wrapped in something else."""
    return not source.is_json and not source.is_xml and BEGIN.search(source.head) is not None


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    calendar = parsed(source.loose_text)
    events = calendar.walk("VEVENT")
    about = Event(name=text(calendar, "X-WR-CALNAME") or text(calendar, "NAME"), zone=_zone(calendar, events))
    reader = _Reader(calendar, events, Moments(zone(about.zone, options.timezone), notes), notes)
    drafts = (draft for number, event in enumerate(events, 1) for draft in reader.drafts(event, f"event {number}"))
    return Reading(assemble(about, drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _own(event: Component, name: str) -> tuple[str, ...]:
    """What our own export says of it."""
    return tuple(filter(None, (line(_ESCAPED.sub(r"\1", str(told))) for told in items(event.get(f"{OWN}{name}")))))


def _zone(calendar: Component, events: Sequence[Component]) -> str:
    """The zone the times are in; UTC says nothing about where the expo is."""
    told = [text(calendar, "X-WR-TIMEZONE"), *(text(zone, "TZID") for zone in calendar.walk("VTIMEZONE"))]
    told += [param(event, "DTSTART", "TZID") for event in events[:1] if "DTSTART" in event]
    return next((name for name in told if known(name) and known(name) not in {"UTC", "Etc/UTC"}), "")


class _Reader:
    """Reads events by the habits of the program that wrote the calendar."""

    def __init__(self, calendar: Component, events: Sequence[Component], moments: Moments, notes: Notes) -> None:
        self._writer = text(calendar, "PRODID").lower()
        self._moments, self._notes = moments, notes
        self._organised = len({_organiser(event) for event in events}) > 1
        self._moved: defaultdict[str, set[date]] = defaultdict(set)
        for event in events:
            if told := moment(event, _OF):
                self._moved[text(event, "UID")].add(told)

    def drafts(self, event: Component, place: str) -> Iterator[Draft]:
        """An event's sessions: one, or one each time it is held."""
        draft, instead_of = self._draft(event, place), moment(event, _OF)
        days = self._days(event, draft)
        if instead_of:
            yield replace(draft, id=_numbered(draft.id, instead_of), series=draft.id)
        elif days:
            yield from (self._held(draft, day, first_day=day == days[0]) for day in days)
        else:
            if "RRULE" in event:
                self._notes.add("repeating", place)
            yield draft

    def _days(self, event: Component, draft: Draft) -> list[datetime]:
        """When it is held by its rule of repetition; nothing where it has none that is understood."""
        begin = moment(event, "DTSTART")
        if draft.start is None or not isinstance(begin, datetime) or "RDATE" in event:
            return []
        left_out = {*dates(event, "EXDATE"), *self._moved[draft.id]}
        days = repeated(event.get("RRULE"), begin)
        return [day for day in days if left_out.isdisjoint({day, day.date(), day.replace(tzinfo=None)})]

    def _held(self, draft: Draft, day: datetime, *, first_day: bool) -> Draft:
        start = self._moments.local(day, draft.place)
        lasts = draft.end - draft.start if draft.end and draft.start else None
        own = draft.id if first_day else _numbered(draft.id, day)
        return replace(draft, id=own, series=draft.id, start=start, end=start + lasts if start and lasts else None)

    def _draft(self, event: Component, place: str) -> Draft:
        title, speakers = self._title(text(event, "SUMMARY"))
        described, description = self._described(paragraphs(first(event, "DESCRIPTION")))
        guests = tuple(one for told in _own(event, "SPEAKER") for one in persons(told, _NEVER))
        kinds = categories(event)
        sched = "sched.com" in self._writer
        return Draft(
            place=place,
            title=title,
            id=text(event, "UID"),
            abstract=description,
            start=self._at(event, "DTSTART", place),
            end=self._at(event, "DTEND", place),
            length=length(event),
            subtitle=next(iter(_own(event, "SUBTITLE")), ""),
            rooms=_own(event, "ROOM")
            or tuple(filter(None, [text(event, "LOCATION").split(", ")[0] if sched else text(event, "LOCATION")])),
            track="" if sched else next(iter(kinds), ""),
            format=next(iter(_own(event, "FORMAT") or kinds[:sched]), ""),
            languages=languages.codes(", ".join(_own(event, "LANGUAGE"))),
            speakers=speakers or guests or described or self._organiser(event),
            tags=(*_own(event, "TAG"), *kinds[1:]),
            series=next(iter(_own(event, "SERIES")), ""),
            url=text(event, "URL"),
            cancelled=text(event, "STATUS").upper() == "CANCELLED",
        )

    def _title(self, summary: str) -> tuple[str, tuple[Person, ...]]:
        """Title and speakers; pretalx and frab write both in one."""
        if not re.search(r"pretalx|frab", self._writer) or " - " not in f"{summary} ":
            return summary, ()
        title, _, names = f"{summary} ".rpartition(" - ")
        return title, tuple(Person(name) for name in names.split(", ") if name.strip())

    def _described(self, description: str) -> tuple[tuple[Person, ...], str]:
        """The speakers Indico puts on the first line of its description, as our own export does; and the rest."""
        top, _, rest = description.partition("\n")
        if not re.search("indico|expobot", self._writer) or not top.startswith("Speakers: "):
            return (), description
        found = COMMAS.split(line(top.removeprefix("Speakers: ")))
        return tuple(map(_affiliated, found)), rest.strip()

    def _organiser(self, event: Component) -> tuple[Person, ...]:
        """Where organisers differ from event to event, they are who speaks."""
        name = _organiser(event)
        return (Person(name),) if self._organised and name and "@" not in name else ()

    def _at(self, event: Component, name: str, place: str) -> datetime | None:
        if name not in event:
            return None
        told = moment(event, name)
        if told and not isinstance(told, datetime):
            if name == "DTSTART":
                self._notes.add("all-day", place)
            return None
        return self._moments.local(told if isinstance(told, datetime) else None, place)


def _numbered(uid: str, day: date) -> str:
    return f"{uid}-{day:%Y%m%d}" if uid else ""


def _affiliated(told: str) -> Person:
    name, _, organisation = told.partition("(")
    return Person(name, organisation=organisation.rstrip(" )"))


def _organiser(event: Component) -> str:
    return param(event, "ORGANIZER", "CN")
