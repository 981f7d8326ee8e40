"""What a file from another tool cannot tell, kept from the programme in force."""

from collections.abc import Sequence
from typing import Any, Final, TypeVar

from bot.domain.models import Exhibitor, Expo, Named, Programme, Room

UNNAMED: Final = "Expo"
"""What an expo is called whose file does not name it."""

_SILENT: Final = ("theme", "venue", "url")

N = TypeVar("N", bound=Named)


def complemented(new: Programme, known: Programme) -> Programme:
    """`new` with what it is silent about taken from `known`, unless that is the sample expo.

    That is the expo's name, theme and venue; audiences, exhibitors, stands and practical answers where it has none at
    all; and other names, capacity, directions and the place on the plan of the rooms, tracks and formats they share.
    """
    if known.expo.demo:
        return new
    rooms, stands = _things(new.rooms, known.rooms), new.stands or known.stands
    missing = {stand.room for stand in stands} - {room.id for room in rooms}
    return new.model_copy(
        update={
            "expo": _expo(new.expo, known.expo),
            "rooms": (*rooms, *(room for room in known.rooms if room.id in missing)),
            "tracks": _things(new.tracks, known.tracks),
            "formats": _things(new.formats, known.formats),
            "audiences": new.audiences or known.audiences,
            "exhibitors": new.exhibitors or _exhibitors(known, new),
            "stands": stands,
            "practical": new.practical or known.practical,
        }
    )


def _expo(new: Expo, known: Expo) -> Expo:
    update = {field: getattr(new, field) or getattr(known, field) for field in _SILENT}
    return new.model_copy(update={**update, "name": known.name if new.name == UNNAMED else new.name})


def _exhibitors(known: Programme, new: Programme) -> tuple[Exhibitor, ...]:
    sessions = {session.id for session in new.sessions}
    return tuple(
        exhibitor.model_copy(update={"sessions": tuple(key for key in exhibitor.sessions if key in sessions)})
        for exhibitor in known.exhibitors
    )


def _things(new: Sequence[N], known: Sequence[N]) -> tuple[N, ...]:
    by_id = {thing.id: thing for thing in known}
    return tuple(_thing(thing, by_id[thing.id]) if thing.id in by_id else thing for thing in new)


def _thing(new: N, known: N) -> N:
    update: dict[str, Any] = {"aliases": tuple(dict.fromkeys((*new.aliases, *known.aliases)))}
    if set(new.name.values()) <= set(known.name.values()):
        update["name"] = known.name
    if isinstance(new, Room) and isinstance(known, Room):
        update |= {field: getattr(new, field) or getattr(known, field) for field in ("capacity", "directions", "point")}
    return new.model_copy(update=update)
