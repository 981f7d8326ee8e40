"""Quiet hours: when nothing unasked but reminders goes out."""

from datetime import datetime, time, timedelta
from typing import NamedTuple


class QuietHours(NamedTuple):
    """Local hours [start, end); `start` may be later than `end`, as in 22:00-07:00."""

    start: time
    end: time


def read_hours(text: str) -> QuietHours | None:
    """`22:00-07:00` as hours, "" as None; raises ValueError."""
    if not text.strip():
        return None
    start, _, end = text.partition("-")
    return QuietHours(time.fromisoformat(start.strip()), time.fromisoformat(end.strip()))


def write_hours(hours: QuietHours | None) -> str:
    """The hours as `read_hours` takes them."""
    return f"{hours.start:%H:%M}-{hours.end:%H:%M}" if hours else ""


def after_quiet(moment: datetime, hours: QuietHours | None) -> datetime:
    """The moment (in the expo's zone) itself, or the end of the quiet hours it falls into."""
    if hours is None or not _within(moment.time(), hours):
        return moment
    end = moment.replace(hour=hours.end.hour, minute=hours.end.minute, second=0, microsecond=0)
    return end if end > moment else end + timedelta(days=1)


def _within(clock: time, hours: QuietHours) -> bool:
    if hours.start <= hours.end:
        return hours.start <= clock < hours.end
    return clock >= hours.start or clock < hours.end
