"""What differs between the programme in force and a new one, and what comes into force."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal, TypeVar

from bot.domain.identity import same_sessions, speakers_of
from bot.domain.localised import in_language
from bot.domain.models import Programme, Session, Thing

Kind = Literal["new", "cancelled", "back", "moved", "length", "room", "renamed", "speakers", "text"]

_LAST: Final = datetime.max.replace(tzinfo=UTC)
_TEXT: Final = ("subtitle", "abstract", "track", "format", "languages", "audiences", "tags", "url")

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True, slots=True)
class Change:
    """What has become of one session: in `kinds`, the gravest first.

    `moved` is another start, `length` only another end, `text` what concerns neither time, place, title nor people.
    `before` is None for a new session; one that vanished is cancelled in `after`.
    """

    kinds: tuple[Kind, ...]
    before: Session | None
    after: Session


@dataclass(frozen=True, slots=True)
class Difference:
    """The changes by start, and the programme to put in force.

    That is the new one, its sessions under the ids they have had so far, those that vanished kept as cancelled.
    """

    changes: tuple[Change, ...]
    programme: Programme


def compare(old: Programme, new: Programme) -> Difference:
    """The difference between two programmes of one expo."""
    ids = same_sessions(old, new)
    gone = [session for session in old.sessions if session.id not in ids.values()]
    programme = _with_gone(_under_old_ids(new, ids), old, gone)
    before = {session.id: session for session in old.sessions}
    comparison = _Comparison(old, programme)
    changes = [
        Change(kinds, before.get(session.id), session)
        for session in programme.sessions
        if (kinds := tuple(comparison.kinds(before.get(session.id), session)))
    ]
    changes.sort(key=lambda change: (change.after.start or _LAST, change.after.title))
    return Difference(tuple(changes), programme)


def _under_old_ids(new: Programme, ids: Mapping[str, str]) -> Programme:
    if all(key == known for key, known in ids.items()):
        return new
    sessions = [session.model_copy(update={"id": ids.get(session.id, session.id)}) for session in new.sessions]
    exhibitors = [
        exhibitor.model_copy(update={"sessions": tuple(ids.get(key, key) for key in exhibitor.sessions)})
        for exhibitor in new.exhibitors
    ]
    return new.model_copy(update={"sessions": tuple(sessions), "exhibitors": tuple(exhibitors)})


def _with_gone(new: Programme, old: Programme, gone: Sequence[Session]) -> Programme:
    """The programme with the sessions that vanished, cancelled, and with what they refer to."""
    if not gone:
        return new
    cancelled = (session.model_copy(update={"cancelled": True}) for session in gone)
    return with_things(new.model_copy(update={"sessions": (*new.sessions, *cancelled)}), old, gone)


def with_things(new: Programme, old: Programme, sessions: Sequence[Session]) -> Programme:
    """The programme with whatever those sessions refer to and only the old one has."""
    rooms = {key for session in sessions for key in session.rooms}
    speakers = {key for session in sessions for key in session.speakers}
    audiences = {key for session in sessions for key in session.audiences}
    return new.model_copy(
        update={
            "rooms": _joined(new.rooms, old.rooms, rooms),
            "tracks": _joined(new.tracks, old.tracks, {session.track for session in sessions}),
            "formats": _joined(new.formats, old.formats, {session.format for session in sessions}),
            "speakers": _joined(new.speakers, old.speakers, speakers),
            "audiences": _joined(new.audiences, old.audiences, audiences),
        }
    )


def _joined(new: Sequence[T], old: Sequence[T], needed: set[str] | set[str | None]) -> tuple[T, ...]:
    there = {thing.id for thing in new}
    return (*new, *(thing for thing in old if thing.id in needed and thing.id not in there))


class _Comparison:
    """Compares sessions by what people see: rooms and speakers by name, as ids may differ between two exports."""

    def __init__(self, old: Programme, new: Programme) -> None:
        self._old_speakers, self._new_speakers = speakers_of(old), speakers_of(new)
        self._old_rooms, self._new_rooms = _rooms(old), _rooms(new)

    def kinds(self, before: Session | None, after: Session) -> Iterator[Kind]:
        """What has happened to the session, nothing where it is the same."""
        if after.cancelled:
            if before and not before.cancelled:
                yield "cancelled"
        elif before is None:
            yield "new"
        else:
            yield from (kind for kind, is_so in self._found(before, after).items() if is_so)

    def _found(self, before: Session, after: Session) -> Mapping[Kind, bool]:
        return {
            "back": before.cancelled,
            "moved": before.start != after.start,
            "length": before.start == after.start and _told_end(before) != _told_end(after),
            "room": self._named(before, self._old_rooms) != self._named(after, self._new_rooms),
            "renamed": before.title != after.title,
            "speakers": self._old_speakers[before.id] != self._new_speakers[after.id],
            "text": any(getattr(before, field) != getattr(after, field) for field in _TEXT),
        }

    @staticmethod
    def _named(session: Session, rooms: Mapping[str, str]) -> list[str]:
        return [rooms.get(room, room) for room in session.rooms]


def _rooms(programme: Programme) -> Mapping[str, str]:
    return {room.id: in_language(room.name, "en") for room in programme.rooms}


def _told_end(session: Session) -> datetime | None:
    return None if session.end_estimated else session.end
