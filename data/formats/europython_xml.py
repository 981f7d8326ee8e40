"""EuroPython 2014's own schedule.xml: days of entries, several rooms in one string."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from lxml import etree

from data.formats import times
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Person
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "europython.xml"


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return source.is_xml and source.xml.tag == "schedule" and source.xml.find("day/entry") is not None


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    days = list(source.xml.iterfind("day"))
    dates = [date for day in days if (date := times.day(day.get("date") or ""))]
    about = Event(start=min(dates, default=None), end=max(dates, default=None))
    drafts = _drafts(days, Moments(zone(options.timezone), notes))
    return Reading(assemble(about, drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _drafts(days: Sequence[etree._Element], moments: Moments) -> Iterator[Draft]:
    for day in days:
        date = day.get("date") or ""
        for entry in day.iterfind("entry"):
            place = f"{date}, entry {entry.get('id')}"
            clock = entry.findtext("start") or ""
            yield Draft(
                place=place,
                title=entry.findtext("title") or "",
                id=entry.get("id") or "",
                abstract=joined(entry.findtext("abstract"), entry.findtext("description")),
                start=moments.local(_start(date, clock), place) if clock else None,
                length=moments.length(entry.findtext("duration"), place),
                rooms=tuple((entry.findtext("room") or "").split(", ")),
                track=entry.findtext("category") or "",
                tags=tuple(topic.text or "" for topic in entry.iterfind("topics/topic")),
                speakers=tuple(_person(speaker) for speaker in entry.iterfind("speakers/speaker")),
            )


def _start(date: str, clock: str) -> datetime | None:
    return times.iso(f"{date}T{clock.zfill(4)[:2]}:{clock.zfill(4)[2:]}")


def _person(speaker: etree._Element) -> Person:
    biography = speaker.findtext("description") or ""
    return Person(speaker.findtext("name") or "", speaker.get("id") or "", biography=biography)
