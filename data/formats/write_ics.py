"""A programme as a calendar: every scheduled session, each with its id as UID."""

from collections.abc import Sequence
from datetime import UTC
from typing import Final

from icalendar import Calendar, Event, vText

from bot.domain.models import Programme, Session
from bot.domain.programme import Index
from data.formats.names import spoken
from data.formats.rows import guest
from data.formats.text import clean

PRODID: Final = "-//Expobot//Programme//EN"
OWN: Final = "X-EXPOBOT-"
"""Begins the names of properties for what calendars have no word for."""


def write(programme: Programme) -> bytes:
    """An iCalendar file with the expo's time zone in it."""
    index = Index(programme)
    calendar = Calendar()
    calendar.add("prodid", PRODID)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", clean(programme.expo.name))
    calendar.add("x-wr-timezone", programme.expo.timezone)
    for session in programme.sessions:
        if session.start:
            calendar.add_component(_event(session, index))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(session: Session, index: Index) -> Event:
    start = Index.start(session)
    event = Event()
    event.add("uid", clean(session.id))
    event.add("dtstamp", start.astimezone(UTC))
    event.add("dtstart", start.astimezone(index.zone))
    if session.end and not session.end_estimated:
        event.add("dtend", session.end.astimezone(index.zone))
    event.add("summary", clean(session.title))
    rooms = [spoken(index.rooms[room].name) for room in session.rooms]
    _own(event, session, index, rooms)
    speakers = ", ".join(clean(index.speakers[speaker].name) for speaker in session.speakers)
    described = [f"Speakers: {speakers}" if speakers else "", clean(session.abstract)]
    for name, value in (
        ("location", ", ".join(rooms)),
        ("description", "\n\n".join(filter(None, described))),
        ("categories", [spoken(index.tracks[session.track].name)] if session.track else None),
        ("url", clean(session.url)),
        ("status", "CANCELLED" if session.cancelled else None),
    ):
        if value:
            event.add(name, value)
    return event


def _own(event: Event, session: Session, index: Index, rooms: Sequence[str]) -> None:
    told = {
        "subtitle": [session.subtitle],
        "room": rooms,
        "format": [spoken(index.formats[session.format].name)] if session.format else [],
        "language": session.languages,
        "speaker": [guest(index.speakers[speaker]) for speaker in session.speakers],
        "tag": session.tags,
        "series": [session.series or ""],
    }
    for name, values in told.items():
        for value in filter(None, map(clean, values)):
            event.add(f"{OWN}{name}", vText(value))
