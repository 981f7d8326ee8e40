"""What a file from another tool cannot tell, kept from the programme in force."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

from bot.domain.identity import same_sessions
from bot.domain.models import Exhibitor, Expo, Format, Named, Programme, Room, Session, Speaker

UNNAMED: Final = "Expo"
"""What an expo is called whose file does not name it."""

_SILENT: Final = ("theme", "venue", "url")
_SILENT_THINGS: Final[Mapping[type[Named], Sequence[str]]] = {
    Room: ("capacity", "directions", "point"),
    Format: ("is_break",),
}

N = TypeVar("N", bound=Named)


def complemented(new: Programme, known: Programme) -> Programme:
    """`new` with what it is silent about taken from `known`, unless that is the sample expo's.

    That is the expo's name, theme and venue; audiences, biographies, exhibitors, stands and practical answers where it
    has none at all; and ids, other names, capacity, directions and the place on the plan of the rooms, tracks and
    formats they share, by id or else by name.
    """
    if known.expo.demo and new.expo.name != known.expo.name:
        return new
    new = _under_known_ids(new, known)
    rooms, stands = _things(new.rooms, known.rooms), new.stands or known.stands
    missing = {stand.room for stand in stands} - {room.id for room in rooms}
    return new.model_copy(
        update={
            "expo": _expo(new.expo, known.expo),
            "rooms": (*rooms, *(room for room in known.rooms if room.id in missing)),
            "tracks": _things(new.tracks, known.tracks),
            "formats": _things(new.formats, known.formats),
            "audiences": new.audiences or known.audiences,
            "sessions": new.sessions if new.audiences else _sessions(new, known),
            "speakers": _speakers(new.speakers, known.speakers),
            "exhibitors": new.exhibitors or _exhibitors(known, new),
            "stands": stands,
            "practical": new.practical or known.practical,
        }
    )


def _expo(new: Expo, known: Expo) -> Expo:
    update = {field: getattr(new, field) or getattr(known, field) for field in _SILENT}
    return new.model_copy(update={**update, "name": known.name if new.name == UNNAMED else new.name})


def _exhibitors(known: Programme, new: Programme) -> tuple[Exhibitor, ...]:
    ids = {old: key for key, old in same_sessions(known, new).items()}
    return tuple(
        exhibitor.model_copy(update={"sessions": tuple(ids[key] for key in exhibitor.sessions if key in ids)})
        for exhibitor in known.exhibitors
    )


def _sessions(new: Programme, known: Programme) -> tuple[Session, ...]:
    ids, before = same_sessions(known, new), {session.id: session for session in known.sessions}
    return tuple(
        session.model_copy(update={"audiences": before[ids[session.id]].audiences}) if session.id in ids else session
        for session in new.sessions
    )


def _speakers(new: Sequence[Speaker], known: Sequence[Speaker]) -> tuple[Speaker, ...]:
    if any(speaker.biography for speaker in new):
        return tuple(new)
    told = {key: speaker.biography for speaker in known for key in (speaker.name, speaker.id)}
    return tuple(
        speaker.model_copy(update={"biography": told.get(speaker.id) or told.get(speaker.name, {})}) for speaker in new
    )


def _under_known_ids(new: Programme, known: Programme) -> Programme:
    """The rooms, tracks and formats of a known name under their known ids, by which people follow them."""
    rooms, tracks = _ids(new.rooms, known.rooms), _ids(new.tracks, known.tracks)
    formats = _ids(new.formats, known.formats)

    def moved(session: Session) -> Session:
        within = [rooms.get(room, room) for room in session.rooms]
        told = {
            "room": within[0] if session.room else None,
            "more_rooms": tuple(within[1:] if session.room else within),
            "track": session.track and tracks.get(session.track, session.track),
            "format": session.format and formats.get(session.format, session.format),
        }
        return session.model_copy(update=told)

    if not rooms and not tracks and not formats:
        return new
    return new.model_copy(
        update={
            "sessions": tuple(map(moved, new.sessions)),
            "rooms": _under(new.rooms, rooms),
            "tracks": _under(new.tracks, tracks),
            "formats": _under(new.formats, formats),
        }
    )


def _ids(new: Sequence[Named], known: Sequence[Named]) -> Mapping[str, str]:
    """The known id of each new thing that has another, but the name of one known thing only."""
    ids, old_ids = {thing.id for thing in new}, {thing.id for thing in known}
    named = [(name, thing.id) for thing in known if thing.id not in ids for name in _names(thing)]
    often = Counter(name for name, _ in named)
    by_name = {name: key for name, key in named if often[name] == 1}
    found = {
        thing.id: next(iter(keys))
        for thing in new
        if thing.id not in old_ids and len(keys := {by_name[name] for name in _names(thing) if name in by_name}) == 1
    }
    taken = Counter(found.values())
    return {key: old for key, old in found.items() if taken[old] == 1}


def _names(thing: Named) -> set[str]:
    return {name.casefold() for name in thing.name.values()}


def _under(things: Sequence[N], ids: Mapping[str, str]) -> tuple[N, ...]:
    return tuple(thing.model_copy(update={"id": ids.get(thing.id, thing.id)}) for thing in things)


def _things(new: Sequence[N], known: Sequence[N]) -> tuple[N, ...]:
    by_id = {thing.id: thing for thing in known}
    return tuple(_thing(thing, by_id[thing.id]) if thing.id in by_id else thing for thing in new)


def _thing(new: N, known: N) -> N:
    update: dict[str, Any] = {"aliases": tuple(dict.fromkeys((*new.aliases, *known.aliases)))}
    if set(new.name.values()) <= set(known.name.values()):
        update["name"] = known.name
    update |= {field: getattr(new, field) or getattr(known, field) for field in _SILENT_THINGS.get(type(new), ())}
    return new.model_copy(update=update)
