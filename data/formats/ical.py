"""iCalendar files of pretalx, frab, Indico, Sched and others."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Component

from data.formats import languages
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Person, check_number
from data.formats.errors import ProgrammeError
from data.formats.fields import items
from data.formats.guests import COMMAS, persons
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import line, paragraphs
from data.formats.write_ics import OWN
from data.formats.zones import known, zone

NAME: Final = "ics"

_BEGIN: Final = re.compile(r"^[ \t]*BEGIN:VCALENDAR[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_END: Final = "END:VCALENDAR"
_MOST_LINES: Final = 150_000
"""Lines, once unfolded; an event has some ten."""

_MOST_MARKS: Final = 500_000
"""Lines as they are and the parts of them, counted by commas and semicolons; the largest seen has 1,800."""
_NEVER: Final = re.compile(r"(?!)")
_ESCAPED: Final = re.compile(r"\\([\\,;])")


def probe(source: Source) -> bool:
    """Whether it is such a file, if need be wrapped in something else."""
    return not source.is_json and not source.is_xml and _BEGIN.search(source.head) is not None


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    calendar = _parsed(source.loose_text)
    events = calendar.walk("VEVENT")
    about = Event(name=_text(calendar, "X-WR-CALNAME") or _text(calendar, "NAME"), zone=_zone(calendar, events))
    reader = _Reader(calendar, events, Moments(zone(about.zone, options.timezone), notes), notes)
    drafts = [reader.draft(event, f"event {number}") for number, event in enumerate(events, 1)]
    return Reading(assemble(about, drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _parsed(text: str) -> Component:
    begin, end = _BEGIN.search(text), text.upper().rfind(_END)
    if begin is None or end < begin.start():
        message = "the calendar is cut off: END:VCALENDAR is missing"
        raise ProgrammeError(message)
    check_number(text.count("BEGIN:"))
    _check_lines(text)
    try:
        return Calendar.from_ical(text[begin.start() : end + len(_END)].lstrip())
    except Exception as error:  # of any kind: the library trips over broken zones and properties
        reason = f": {error}" if isinstance(error, ValueError) else ""
        message = f"not a valid calendar{reason}"
        raise ProgrammeError(message) from error


def _check_lines(text: str) -> None:
    lines = text.count("\n") - text.count("\n ") - text.count("\n\t")
    for number, most, what in (
        (lines, _MOST_LINES, "lines"),
        (sum(map(text.count, "\n,;")), _MOST_MARKS, "lines, commas and semicolons"),
    ):
        if number > most:
            message = f"more than {most:,} {what} are in it; no programme has so many"
            raise ProgrammeError(message)


def _first(component: Component, name: str) -> object:
    """A property's value, the first where it is there twice; None where it is missing."""
    value = component.get(name)
    return value[0] if isinstance(value, list) else value


def _param(component: Component, name: str, param: str) -> str:
    return line(getattr(_first(component, name), "params", {}).get(param))


def _text(component: Component, name: str) -> str:
    return line(_first(component, name))


def _own(event: Component, name: str) -> tuple[str, ...]:
    """What our own export says of it."""
    return tuple(filter(None, (line(_ESCAPED.sub(r"\1", str(told))) for told in items(event.get(f"{OWN}{name}")))))


def _zone(calendar: Component, events: Sequence[Component]) -> str:
    """The zone the times are in; UTC says nothing about where the expo is."""
    told = [_text(calendar, "X-WR-TIMEZONE"), *(_text(zone, "TZID") for zone in calendar.walk("VTIMEZONE"))]
    told += [_param(event, "DTSTART", "TZID") for event in events[:1] if "DTSTART" in event]
    return next((name for name in told if known(name) and known(name) not in {"UTC", "Etc/UTC"}), "")


class _Reader:
    """Reads events by the habits of the program that wrote the calendar."""

    def __init__(self, calendar: Component, events: Sequence[Component], moments: Moments, notes: Notes) -> None:
        self._writer = _text(calendar, "PRODID").lower()
        self._moments, self._notes = moments, notes
        self._organised = len({_organiser(event) for event in events}) > 1

    def draft(self, event: Component, place: str) -> Draft:
        title, speakers = self._title(_text(event, "SUMMARY"))
        described, description = self._described(paragraphs(_first(event, "DESCRIPTION")))
        guests = tuple(one for told in _own(event, "SPEAKER") for one in persons(told, _NEVER))
        categories = tuple(str(name) for told in items(event.get("CATEGORIES")) for name in getattr(told, "cats", ()))
        sched = "sched.com" in self._writer
        if "RRULE" in event:
            self._notes.add("repeating", place)
        return Draft(
            place=place,
            title=title,
            id=_text(event, "UID"),
            abstract=description,
            start=self._at(event, "DTSTART", place),
            end=self._at(event, "DTEND", place),
            length=self._length(event),
            subtitle=next(iter(_own(event, "SUBTITLE")), ""),
            rooms=_own(event, "ROOM")
            or tuple(filter(None, [_text(event, "LOCATION").split(", ")[0] if sched else _text(event, "LOCATION")])),
            track="" if sched else next(iter(categories), ""),
            format=next(iter(_own(event, "FORMAT") or categories[:sched]), ""),
            languages=languages.codes(", ".join(_own(event, "LANGUAGE"))),
            speakers=speakers or guests or described or self._organiser(event),
            tags=(*_own(event, "TAG"), *categories[1:]),
            series=next(iter(_own(event, "SERIES")), ""),
            url=_text(event, "URL"),
            cancelled=_text(event, "STATUS").upper() == "CANCELLED",
        )

    def _title(self, summary: str) -> tuple[str, tuple[Person, ...]]:
        """Title and speakers; pretalx and frab write both in one."""
        if not re.search(r"pretalx|frab", self._writer) or " - " not in f"{summary} ":
            return summary, ()
        title, _, names = f"{summary} ".rpartition(" - ")
        return title, tuple(Person(name) for name in names.split(", ") if name.strip())

    def _described(self, description: str) -> tuple[tuple[Person, ...], str]:
        """The speakers Indico puts on the first line of its description, as our own export does; and the rest."""
        first, _, rest = description.partition("\n")
        if not re.search("indico|expobot", self._writer) or not first.startswith("Speakers: "):
            return (), description
        found = COMMAS.split(line(first.removeprefix("Speakers: ")))
        return tuple(map(_affiliated, found)), rest.strip()

    def _organiser(self, event: Component) -> tuple[Person, ...]:
        """Where organisers differ from event to event, they are who speaks."""
        name = _organiser(event)
        return (Person(name),) if self._organised and name and "@" not in name else ()

    def _at(self, event: Component, name: str, place: str) -> datetime | None:
        if name not in event:
            return None
        moment = _dt(event, name)
        if isinstance(moment, date) and not isinstance(moment, datetime):
            if name == "DTSTART":
                self._notes.add("all-day", place)
            return None
        return self._moments.local(moment if isinstance(moment, datetime) else None, place)

    @staticmethod
    def _length(event: Component) -> timedelta | None:
        length = _dt(event, "DURATION")
        return length if isinstance(length, timedelta) else None


def _affiliated(told: str) -> Person:
    name, _, organisation = told.partition("(")
    return Person(name, organisation=organisation.rstrip(" )"))


def _organiser(event: Component) -> str:
    return _param(event, "ORGANIZER", "CN")


def _dt(event: Component, name: str) -> object:
    """A property's date or length; None where it is missing or broken."""
    try:
        return getattr(_first(event, name), "dt", None)
    except ValueError:
        return None
