"""Whether a programme of our own format holds together."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.domain.models import Programme, Session, Thing
from data.formats.times import credible

Path = tuple[str | int, ...]
Fault = tuple[Path, str]

_KINDS: Final = {
    "sessions": "session",
    "tracks": "track",
    "formats": "format",
    "rooms": "room",
    "speakers": "speaker",
    "audiences": "audience",
    "exhibitors": "exhibitor",
    "stands": "stand",
    "practical": "practical question",
}


def faults(programme: Programme) -> Iterator[Fault]:
    """Ids given twice, references to what is not there, and sessions that end before they start."""
    ids = {}
    for group in _KINDS:
        things: Sequence[Thing] = getattr(programme, group)
        ids[group] = {thing.id for thing in things}
        yield from _doubles(group, things)
    for number, session in enumerate(programme.sessions):
        yield from _times(("sessions", number), session)
        for field, group in (("room", "rooms"), ("track", "tracks"), ("format", "formats")):
            yield from _missing(("sessions", number, field), getattr(session, field), group, ids[group])
        for field, group in (("more_rooms", "rooms"), ("speakers", "speakers"), ("audiences", "audiences")):
            for place, reference in enumerate(getattr(session, field)):
                yield from _missing(("sessions", number, field, place), reference, group, ids[group])
    for number, exhibitor in enumerate(programme.exhibitors):
        yield from _missing(("exhibitors", number, "stand"), exhibitor.stand, "stands", ids["stands"])
        for place, reference in enumerate(exhibitor.sessions):
            yield from _missing(("exhibitors", number, "sessions", place), reference, "sessions", ids["sessions"])
    for number, stand in enumerate(programme.stands):
        yield from _missing(("stands", number, "room"), stand.room, "rooms", ids["rooms"])


def _doubles(group: str, things: Sequence[Thing]) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, thing in enumerate(things):
        if thing.id in seen:
            yield (group, number, "id"), f"{thing.id!r} is the id of another {_KINDS[group]} already"
        seen.add(thing.id)


def _missing(path: Path, reference: str | None, group: str, ids: Collection[str]) -> Iterator[Fault]:
    if reference is not None and reference not in ids:
        yield path, f"there is no {_KINDS[group]} {reference!r}"


def _times(path: Path, session: Session) -> Iterator[Fault]:
    for field, moment in (("start", session.start), ("end", session.end)):
        if moment and not credible(moment):
            yield (*path, field), f"the year {moment.year} cannot be right"
    if session.end and not session.start:
        yield (*path, "end"), "it ends but does not start"
    if session.start and session.end and session.end <= session.start:
        yield (*path, "end"), "it ends before it starts"
