"""A programme as schedule.xml, which fahrplan apps and infoscreens read."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from lxml import etree

from bot.domain.keys import key
from bot.domain.models import Programme, Session, Speaker
from bot.domain.programme import DAY_CHANGE, Index
from data.formats.names import spoken
from data.formats.text import clean


def write(programme: Programme) -> bytes:
    """Every session that takes place, by day and room."""
    index = Index(programme)
    days = sorted({index.day(session) for session in index.sessions})
    root = etree.Element("schedule")
    _add(root, "generator", name="expobot")
    _add(root, "version", "1.0")
    _conference(root, index, days)
    for number, day in enumerate(days, 1):
        _day(root, index, day, number)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add(parent: etree._Element, tag: str, text: str = "", **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, tag, attrib={name: clean(value) for name, value in attributes.items()})
    child.text = clean(text)
    return child


def _conference(root: etree._Element, index: Index, days: Sequence[date]) -> None:
    expo = index.programme.expo
    conference = _add(root, "conference")
    _add(conference, "acronym", key(expo.name))
    _add(conference, "title", expo.name)
    for tag, told in (("start", expo.start or min(days, default=None)), ("end", expo.end or max(days, default=None))):
        _add(conference, tag, told.isoformat() if told else "")
    _add(conference, "days", str(len(days)))
    _add(conference, "timeslot_duration", "00:05")
    _add(conference, "base_url", expo.url)
    _add(conference, "time_zone_name", expo.timezone)
    for track in index.tracks.values():
        _add(conference, "track", name=spoken(track.name))


def _day(root: etree._Element, index: Index, day: date, number: int) -> None:
    opening = datetime.combine(day, time(0), index.zone) + DAY_CHANGE
    closing = opening + timedelta(days=1)
    told = {"index": str(number), "date": day.isoformat(), "start": opening.isoformat(), "end": closing.isoformat()}
    element = _add(root, "day", **told)
    sessions = index.on_day(day)
    for room in dict.fromkeys(session.room for session in sessions):
        name = spoken(index.rooms[room].name) if room else ""
        within = _add(element, "room", name=name)
        for session in sessions:
            if session.room == room:
                _event(within, index, session, name)


def _event(parent: etree._Element, index: Index, session: Session, room: str) -> None:
    start = index.local(Index.start(session))
    event = _add(parent, "event", guid=session.id, **({"code": session.series} if session.series else {}))
    _add(event, "date", start.isoformat())
    _add(event, "start", f"{start:%H:%M}")
    _add(event, "duration", _length(timedelta(0) if session.end_estimated else session.duration or timedelta(0)))
    _add(event, "room", room)
    _add(event, "slug", key(session.id))
    _add(event, "url", session.url)
    _add(event, "title", session.title)
    _add(event, "subtitle", session.subtitle)
    _add(event, "track", spoken(index.tracks[session.track].name) if session.track else "")
    _add(event, "type", spoken(index.formats[session.format].name) if session.format else "")
    _add(event, "language", ", ".join(session.languages))
    _add(event, "abstract", session.abstract)
    _add(event, "description")
    persons = _add(event, "persons")
    for speaker in session.speakers:
        _person(persons, index.speakers[speaker])
    _own(event, index, session)


def _person(parent: etree._Element, speaker: Speaker) -> None:
    about = {"role": speaker.role, "organisation": speaker.organisation}
    _add(parent, "person", speaker.name, id=speaker.id, **{name: value for name, value in about.items() if value})


def _own(event: etree._Element, index: Index, session: Session) -> None:
    """What schedule.xml has no word for, line by line; other readers pass over it."""
    for tag, told in (
        ("also_in", [spoken(index.rooms[room].name) for room in session.rooms[1:]]),
        ("tags", session.tags),
    ):
        if told:
            _add(event, tag, "\n".join(told))


def _length(length: timedelta) -> str:
    hours, minutes = divmod(length // timedelta(minutes=1), 60)
    return f"{hours:02}:{minutes:02}"
