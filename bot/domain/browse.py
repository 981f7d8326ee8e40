"""Ways to narrow a day of the programme: by time, track, room or format."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.models import Named, Session
from bot.domain.programme import DAY_CHANGE, Index


class By(StrEnum):
    """What a day is narrowed by."""

    TIME = "time"
    TRACK = "track"
    ROOM = "room"
    FORMAT = "format"


def hours(index: Index, day: date) -> dict[int, int]:
    """How many sessions start in each local hour of the expo day, in time order; those after midnight come last."""
    return dict(Counter(index.local(index.start(one)).hour for one in index.on_day(day)))


def things(index: Index, by: By) -> Mapping[str, Named]:
    """What there is to narrow by, apart from time."""
    return {By.TRACK: index.tracks, By.ROOM: index.rooms, By.FORMAT: index.formats}[by]


def counts(index: Index, day: date, by: By) -> dict[str, int]:
    """How many sessions of the day each track, room or format has, in the programme's order."""
    found = Counter(one for session in index.on_day(day) for one in _ids(session, by))
    return {one: found[one] for one in things(index, by) if found[one]}


def _ids(session: Session, by: By) -> Sequence[str]:
    if by is By.ROOM:
        return session.rooms
    found = session.track if by is By.TRACK else session.format
    return [found] if found else []


def hour_interval(index: Index, day: date, hour: int) -> tuple[datetime, datetime]:
    """One local hour of an expo day, half-open."""
    start = datetime.combine(day, time(hour), index.zone)
    if timedelta(hours=hour) < DAY_CHANGE:
        start += timedelta(days=1)
    return start, start + timedelta(hours=1)


def day_interval(index: Index, day: date) -> tuple[datetime, datetime]:
    """One expo day, half-open: from midnight to midnight, or from change to change where that is not the same."""
    start = datetime.combine(day, time(0), index.zone)
    end = datetime.combine(day + timedelta(days=1), time(0), index.zone)
    if [*index.starting(start, end)] == [*index.on_day(day)]:
        return start, end
    return start + DAY_CHANGE, end + DAY_CHANGE
