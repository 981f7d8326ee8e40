"""A programme as a file tells it, before ids, rooms and ends are settled."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from data.formats.errors import ProgrammeError

MOST: Final = 20_000
"""Sessions a programme may have."""


MOST_SPEAKERS: Final = 100_000
"""Speakers in all its sessions together."""


def check_number(sessions: int, speakers: int = 0) -> None:
    """Raise ProgrammeError where a file has more of them than any programme."""
    for number, most, what in ((sessions, MOST, "sessions"), (speakers, MOST_SPEAKERS, "speakers")):
        if number > most:
            message = f"more than {most:,} {what} are in it; no programme has so many"
            raise ProgrammeError(message)


@dataclass(slots=True)
class Name:
    """A room, track or format: its name in one or more languages, and its id where the file gives it one."""

    name: str | Mapping[str, str]
    id: str = ""
    capacity: int | None = None


@dataclass(slots=True)
class Person:
    """A speaker; without an id the name is it."""

    name: str
    id: str = ""
    role: str = ""
    organisation: str = ""
    biography: str = ""


@dataclass(slots=True)
class Draft:
    """One session. `place` is where it stands in the file; `start` and `end` are instants.

    `rooms`, `track` and `format` are ids of declared ones, or else names.
    """

    place: str
    title: str
    id: str = ""
    series: str = ""
    subtitle: str = ""
    abstract: str = ""
    start: datetime | None = None
    end: datetime | None = None
    end_estimated: bool = False
    length: timedelta | None = None
    rooms: tuple[str, ...] = ()
    track: str = ""
    format: str = ""
    languages: tuple[str, ...] = ()
    speakers: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    url: str = ""
    is_break: bool = False
    cancelled: bool = False


@dataclass(slots=True)
class Event:
    """The event: what the file says of it. `zone` is an IANA name."""

    name: str = ""
    zone: str = ""
    start: date | None = None
    end: date | None = None
    url: str = ""
    venue: str = ""
    city: str = ""
