"""The programme indexed: what is on when and where. Immutable; a new programme is a new `Index`."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.keys import key
from bot.domain.models import Expo, Programme, Session, Thing

DAY_CHANGE: Final = timedelta(hours=4)
"""A session that starts before 04:00 belongs to the evening before, as conference programmes print it."""

_USUAL_LENGTH: Final = timedelta(hours=1)

T = TypeVar("T", bound=Thing)


def _by_id(things: Iterable[T]) -> Mapping[str, T]:
    return {thing.id: thing for thing in things}


class Index:
    """Looks up sessions and things by id, by key, by time and by place.

    `sessions` are the scheduled ones that are not cancelled, by start, then by the room's order in the programme.
    """

    def __init__(self, programme: Programme) -> None:
        self.programme = programme
        self.zone: ZoneInfo = programme.zone
        self.all_sessions = _by_id(programme.sessions)
        self.rooms = _by_id(programme.rooms)
        self.tracks = _by_id(programme.tracks)
        self.formats = _by_id(programme.formats)
        self.speakers = _by_id(programme.speakers)
        self.audiences = _by_id(programme.audiences)
        self.exhibitors = _by_id(programme.exhibitors)
        self.stands = _by_id(programme.stands)
        self.practical = _by_id(programme.practical)
        place = {room: number for number, room in enumerate(self.rooms)}
        self.sessions: Sequence[Session] = sorted(
            (session for session in programme.sessions if session.start and not session.cancelled),
            key=lambda session: (session.start, place.get(session.room or "", len(place)), session.title),
        )
        # Seconds, as datetimes of different zones are slow to compare.
        self._starts = [self.start(session).timestamp() for session in self.sessions]
        self._ends = [self.end(session).timestamp() for session in self.sessions]
        self._longest = max((end - start for start, end in zip(self._starts, self._ends, strict=True)), default=0.0)
        self._keys = self._all_keys()

    def _all_keys(self) -> dict[tuple[type[Thing], str], Thing]:
        groups = (
            self.all_sessions, self.rooms, self.tracks, self.formats, self.speakers,
            self.audiences, self.exhibitors, self.stands, self.practical,
        )  # fmt: skip
        return {(type(thing), key(thing.id)): thing for group in groups for thing in group.values()}

    def find(self, kind: type[T], wanted: str) -> T | None:
        """The thing of that kind with that key (see `keys.key`), None where there is none."""
        thing = self._keys.get((kind, wanted))
        return thing if isinstance(thing, kind) else None

    @staticmethod
    def start(session: Session) -> datetime:
        """When a scheduled session starts."""
        if session.start is None:
            message = f"session {session.id} is not scheduled"
            raise ValueError(message)
        return session.start

    @classmethod
    def end(cls, session: Session) -> datetime:
        """When a scheduled session ends; an hour after its start where the programme doesn't say."""
        return session.end or cls.start(session) + _USUAL_LENGTH

    def local(self, moment: datetime) -> datetime:
        """The instant as the expo's clocks show it."""
        return moment.astimezone(self.zone)

    def day(self, session: Session) -> date:
        """The expo day a scheduled session belongs to."""
        return (self.local(self.start(session)) - DAY_CHANGE).date()

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The expo's days: those between its first and last, or else those with sessions."""
        expo = self.programme.expo
        if expo.start and expo.end:
            return tuple(expo.start + timedelta(days=n) for n in range((expo.end - expo.start).days + 1))
        return tuple(sorted({self.day(session) for session in self.sessions}))

    def starting(self, start: datetime, end: datetime) -> Sequence[Session]:
        """Sessions that start in [start, end), in time order."""
        return self.sessions[self._first(start.timestamp()) : self._first(end.timestamp())]

    def _first(self, second: float) -> int:
        """The place of the first session that starts at that second or later."""
        return bisect_left(self._starts, second)

    def overlapping(self, start: datetime, end: datetime) -> Sequence[Session]:
        """Sessions that run at some time in [start, end), in time order."""
        opens = start.timestamp()
        first, last = self._first(opens - self._longest), self._first(end.timestamp())
        spans = zip(self.sessions[first:last], self._starts[first:last], self._ends[first:last], strict=True)
        return [session for session, began, ended in spans if ended > opens or began == opens]

    def running(self, moment: datetime) -> Sequence[Session]:
        """Sessions that run at the moment, in time order."""
        return self.overlapping(moment, moment + timedelta(microseconds=1))

    def following(self, moment: datetime) -> Sequence[Session]:
        """Sessions that start after the moment, in time order."""
        return self.sessions[bisect_right(self._starts, moment.timestamp()) :]

    def on_day(self, day: date) -> Sequence[Session]:
        """Sessions of one expo day, in time order."""
        return [session for session in self.sessions if self.day(session) == day]

    @cached_property
    def _by_track(self) -> Mapping[str, Sequence[Session]]:
        found: defaultdict[str, list[Session]] = defaultdict(list)
        for session in self.sessions:
            if session.track and not self.is_break(session):
                found[session.track].append(session)
        return found

    def talks_of(self, track: str) -> Sequence[Session]:
        """The track's sessions but for its breaks, in time order."""
        return self._by_track.get(track, ())

    def repeats(self, session: Session) -> Sequence[Session]:
        """The other occurrences of the same session, in time order."""
        if session.series is None:
            return []
        return [other for other in self.sessions if other.series == session.series and other.id != session.id]

    def is_break(self, session: Session) -> bool:
        """Whether it is a break, lunch or the like."""
        kind = self.formats.get(session.format or "")
        return kind is not None and kind.is_break


NOTHING: Final = Index(Programme(expo=Expo(name="", timezone="Etc/UTC")))
"""What there is to look up before a programme is in force."""
