"""A programme as the rows of a sheet."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.models import Named, Programme, Session, Speaker
from data.formats.names import spoken
from data.formats.sheet import APOSTROPHE, EMPTY
from data.formats.text import clean

HEADERS: Final = (
    "id", "title", "subtitle", "start", "end", "room", "track", "format", "language", "speakers", "abstract", "tags",
    "url", "cancelled", "repeat of",
)  # fmt: skip

_TEXTS: Final = frozenset({"id", "title", "subtitle", "abstract"})

Cell = str | datetime | None


def rows(programme: Programme) -> Iterator[tuple[Cell, ...]]:
    """One row a session, in the order of HEADERS; times are local with an offset.

    Lists are kept apart by line ends, speakers by semicolons too, for what a role says with commas.
    """
    rooms, tracks, formats = _named(programme.rooms), _named(programme.tracks), _named(programme.formats)
    speakers = {speaker.id: guest(speaker) for speaker in programme.speakers}
    for session in programme.sessions:
        cells: tuple[Cell, ...] = (
            clean(session.id),
            clean(session.title),
            clean(session.subtitle),
            session.start and session.start.astimezone(programme.zone),
            _told_end(session, programme.zone),
            "\n".join(rooms.get(room, room) for room in session.rooms),
            tracks.get(session.track or "", session.track),
            formats.get(session.format or "", session.format),
            ", ".join(session.languages),
            "\n".join(f"{speakers.get(speaker, speaker)};" for speaker in session.speakers),
            clean(session.abstract),
            "\n".join(map(clean, session.tags)),
            clean(session.url),
            "yes" if session.cancelled else None,
            clean(session.series or ""),
        )
        yield tuple(_cell(header, cell) for header, cell in zip(HEADERS, cells, strict=True))


def _cell(header: str, cell: Cell) -> Cell:
    return _said(_protected(cell)) if header in _TEXTS else _protected(cell)


def _protected(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and APOSTROPHE.match(cell) else cell


def _said(cell: Cell) -> Cell:
    """The same; with an apostrophe where a reader would take it for nothing, such as "N/A"."""
    return f"'{cell}" if isinstance(cell, str) and cell and cell.strip().lower() in EMPTY else cell


def _named(things: tuple[Named, ...]) -> Mapping[str, str]:
    return {thing.id: spoken(thing.name) for thing in things}


def _told_end(session: Session, zone: ZoneInfo) -> datetime | None:
    return session.end.astimezone(zone) if session.end and not session.end_estimated else None


def guest(speaker: Speaker) -> str:
    """The speaker as `guests.persons` reads it; a role alone has a comma after it."""
    about = (
        ", ".join(filter(None, (speaker.role, speaker.organisation or " "))) if speaker.role else speaker.organisation
    )
    return clean(f"{speaker.name} ({about})" if about else speaker.name)
