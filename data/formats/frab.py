"""What schedule.xml and schedule.json of frab, pretalx, FOSDEM and the CCC's hub have in common."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from data.formats import languages, times
from data.formats.draft import Draft, Event, Person, check_number
from data.formats.fields import first, objects
from data.formats.moments import Moments
from data.formats.reading import Notes
from data.formats.text import joined, line

_NOON: Final = time(12)
_FOUR: Final = time(4)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the programme: sessions that start before `change` are on the next date."""

    date: date | None
    change: time = _FOUR

    def at(self, start: time) -> datetime | None:
        """The local moment of a time of day on this programme day."""
        if self.date is None:
            return None
        return datetime.combine(self.date + timedelta(days=start < self.change), start)


def change(day_change: str, day_end: str) -> time:
    """When a day changes: what the file says (`day_change` or the end of its days), else 04:00."""
    told = times.clock(day_change)
    end = times.iso(day_end)
    night = end.time() if end and end.time() < _NOON else None
    return told or night or _FOUR


class Sessions:
    """Turns events into drafts; an event is a mapping with frab's field names."""

    def __init__(self, zone: ZoneInfo | None, notes: Notes) -> None:
        self._moments = Moments(zone, notes)
        self.drafts: list[Draft] = []
        self._codes: list[str] = []

    def add(self, event: Mapping[str, object], day: Day, room: str, place: str) -> None:
        """One event of a room on a day."""
        check_number(len(self.drafts))
        place = f"{place}, event {first(event, 'id', 'code', 'guid') or len(self.drafts) + 1}"
        room = first(event, "room") or room
        self._codes.append(first(event, "code"))
        self.drafts.append(
            Draft(
                place=place,
                title=first(event, "title"),
                id=first(event, "guid", "code", "id"),
                subtitle=first(event, "subtitle"),
                abstract=joined(event.get("abstract"), event.get("description")),
                start=self._start(event, day, place),
                end=self._end(event, place),
                length=self._moments.length(event.get("duration"), place),
                rooms=tuple(filter(None, (room, *first(event, "also_in").split("\n")))),
                track=first(event, "track"),
                format=first(event, "type"),
                languages=languages.codes(first(event, "language")),
                speakers=tuple(_person(person) for person in objects(event.get("persons"))),
                tags=tuple(first(event, "tags").split("\n")),
                url=first(event, "url"),
            )
        )

    def _start(self, event: Mapping[str, object], day: Day, place: str) -> datetime | None:
        told, clock = first(event, "date"), first(event, "start")
        if len(told) > len("2024-12-27"):
            return self._moments.at(told, place)
        if not told and not clock:
            return None
        start = times.clock(clock)
        return self._moments.local(Day(times.day(told) or day.date, day.change).at(start) if start else None, place)

    def _end(self, event: Mapping[str, object], place: str) -> datetime | None:
        told = first(event, "end")
        return self._moments.at(told, place) if "-" in told else None

    def finished(self) -> Sequence[Draft]:
        """The drafts, those of one pretalx code as a series."""
        often = Counter(self._codes)
        for draft, code in zip(self.drafts, self._codes, strict=True):
            draft.series = code if code and often[code] > 1 else ""
        return self.drafts


def _person(person: Mapping[str, object]) -> Person:
    # The hub gives nothing but a guid, and one person several of them: there the name tells better who it is.
    numbered = first(person, "code", "id")
    return Person(
        name=first(person, "public_name", "full_public_name", "name"),
        id=first(person, "guid") or numbered if numbered else "",
        role=first(person, "role"),
        organisation=first(person, "organisation"),
        biography=first(person, "biography", "abstract", "description"),
    )


def event(conference: Mapping[str, object], dates: Sequence[date], base_url: str = "") -> Event:
    """The event; the days listed count more than start and end, which may cover setting up."""
    return Event(
        name=line(first(conference, "title", "acronym")),
        zone=first(conference, "time_zone_name"),
        start=min(dates) if dates else times.day(first(conference, "start")),
        end=max(dates) if dates else times.day(first(conference, "end")),
        url=first(conference, "url", "base_url") or base_url,
        venue=first(conference, "venue"),
        city=first(conference, "city"),
    )
