"""schedule.xml as frab, pentabarf, pretalx, FOSDEM and the CCC's hub write it."""

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from data.formats import frab, times
from data.formats.assemble import assemble
from data.formats.draft import Name
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.zones import zone

NAME: Final = "schedule.xml"


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    if not source.is_xml or source.xml.tag != "schedule":
        return False
    return source.xml.find("conference") is not None or source.xml.find("day/room") is not None


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    root, notes = source.xml, Notes()
    conference = _fields(root.find("conference"))
    days = list(root.iterfind("day"))
    dates = [date for day in days if (date := times.day(day.get("date") or day.get("start") or ""))]
    about = frab.event(conference, dates, root.findtext("base_url") or "")
    sessions = frab.Sessions(zone(about.zone, options.timezone), notes)
    for number, element in enumerate(days, 1):
        date = times.day(element.get("date") or element.get("start") or "")
        day = frab.Day(date, frab.change(str(conference.get("day_change", "")), element.get("end") or ""))
        place = f"day {element.get('index') or number}"
        for event in element.iterfind("event"):
            sessions.add(_event(event), day, "", place)
        for room in element.iterfind("room"):
            name = room.get("name") or ""
            for event in room.iterfind("event"):
                sessions.add(_event(event), day, name, f"{place}, room {name}")
    programme = assemble(
        about,
        sessions.finished(),
        notes,
        setting=options.timezone,
        rooms=[Name(room.get("name") or "", room.get("guid") or "") for room in root.iterfind("day/room")],
        tracks=[Name(track) for track in _tracks(root)],
    )
    return Reading(programme, notes.remarks(), NAME)


def _fields(element: etree._Element | None) -> dict[str, object]:
    children = element if element is not None else ()
    return {str(child.tag): _text(child) for child in children if isinstance(child.tag, str)}


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _attributes(element: etree._Element) -> dict[str, object]:
    return {str(name): value for name, value in element.items()}


def _event(element: etree._Element) -> Mapping[str, object]:
    persons = [{**_attributes(person), "name": _text(person)} for person in element.iterfind("persons/person")]
    return {**_attributes(element), **_fields(element), "persons": persons}


def _tracks(root: etree._Element) -> Iterator[str]:
    for track in (*root.iterfind("tracks/track"), *root.iterfind("conference/track")):
        yield track.get("name") or track.text or ""
