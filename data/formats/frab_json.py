"""schedule.json, version 1, as frab and pretalx write it."""

from typing import Final

from data.formats import frab, times
from data.formats.assemble import assemble
from data.formats.draft import Name
from data.formats.fields import first, members, objects, translated, whole
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.zones import zone

NAME: Final = "schedule.json"


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    if not source.is_json:
        return False
    schedule = members(members(source.json).get("schedule"))
    days = objects(members(schedule.get("conference")).get("days"))
    return any("rooms" in day for day in days) or ("conference" in schedule and "events" not in schedule)


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    notes = Notes()
    schedule = members(members(source.json).get("schedule"))
    conference = members(schedule.get("conference"))
    days = objects(conference.get("days"))
    dates = [date for day in days if (date := times.day(first(day, "date", "day_start")))]
    about = frab.event(conference, dates, first(schedule, "base_url"))
    sessions = frab.Sessions(zone(about.zone, options.timezone), notes)
    for number, told in enumerate(days, 1):
        day = frab.Day(times.day(first(told, "date", "day_start")), frab.change("", first(told, "day_end")))
        for room, events in members(told.get("rooms")).items():
            for event in objects(events):
                sessions.add(event, day, room, f"day {first(told, 'index') or number}, room {room}")
    declared = [*objects(conference.get("rooms")), *objects(schedule.get("rooms"))]
    programme = assemble(
        about,
        sessions.finished(),
        notes,
        setting=options.timezone,
        rooms=[
            Name(translated(room.get("name")), first(room, "guid"), whole(room.get("capacity"))) for room in declared
        ],
        tracks=[Name(translated(track.get("name"))) for track in objects(conference.get("tracks"))],
    )
    return Reading(programme, notes.remarks(), NAME)
