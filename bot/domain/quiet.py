"""Quiet hours: when nothing unasked but reminders goes out."""

import re
from datetime import datetime, time, timedelta, tzinfo
from typing import Final, NamedTuple

_HOURS: Final = re.compile(r"\s*(\d\d?):(\d\d)\s*-\s*(\d\d?):(\d\d)\s*", re.ASCII)


class QuietHours(NamedTuple):
    """Local hours [start, end); `start` may be later than `end`, as in 22:00-07:00."""

    start: time
    end: time


def read_hours(text: str) -> QuietHours | None:
    """`22:00-07:00` as hours, "" as None; raises ValueError."""
    if not text.strip():
        return None
    found = _HOURS.fullmatch(text)
    if not found:
        raise ValueError(text)
    start_hour, start_minute, end_hour, end_minute = map(int, found.groups())
    return QuietHours(time(start_hour, start_minute), time(end_hour, end_minute))


def own_hours(own: str | None, default: QuietHours | None) -> QuietHours | None:
    """A person's own hours, as `read_hours` takes them, or the expo's where they chose none."""
    return default if own is None else read_hours(own)


def write_hours(hours: QuietHours | None) -> str:
    """The hours as `read_hours` takes them."""
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}" if hours else ""


def after_quiet(moment: datetime, hours: QuietHours | None) -> datetime:
    """The moment (in the expo's zone) itself, or the end of the quiet hours it falls into."""
    if hours is None or not _within(moment.time(), hours):
        return moment
    end = moment.replace(hour=hours.end.hour, minute=hours.end.minute, second=0, microsecond=0)
    return end if end > moment else end + timedelta(days=1)


def seconds_after_quiet(at: int, own: str | None, *, zone: tzinfo | None, default: QuietHours | None) -> int:
    """The same in seconds since 1970, by a person's own hours (see `own_hours`) in the expo's zone."""
    return int(after_quiet(datetime.fromtimestamp(at, zone), own_hours(own, default)).timestamp())


def _within(clock: time, hours: QuietHours) -> bool:
    if hours.start <= hours.end:
        return hours.start <= clock < hours.end
    return clock >= hours.start or clock < hours.end
