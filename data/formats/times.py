"""Instants, days and lengths as files write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo

from data.formats.errors import ProgrammeError

NO_ZONE: Final = "the file names no time zone; say which one it is in (--timezone Europe/Oslo)"

_CLOCK: Final = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2}))?")
_LENGTH: Final = re.compile(r"(\d{1,5})(?::(\d{1,3}))?(?::(\d{1,2}))?")
_ISO_LENGTH: Final = re.compile(r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,5}S)?)?")
_HOURS: Final = 24
_YEARS: Final = range(1970, 2200)


def is_naive(moment: datetime) -> bool:
    """Whether it names no offset."""
    return moment.utcoffset() is None


def believable(date: date) -> bool:
    """Whether an expo may be on that date."""
    return date.year in _YEARS


def credible(moment: datetime) -> bool:
    """Whether an expo may be at that instant, wherever it is."""
    return believable(moment.date()) and believable(moment.astimezone(UTC).date())


def iso(text: str) -> datetime | None:
    """An ISO moment, aware only where an offset stands in it; None for anything else."""
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        return None


def placed(moment: datetime, zone: ZoneInfo | None) -> datetime | None:
    """The moment with a fixed offset: its own counts, else the zone's; None where the year is not believable.

    Raises ProgrammeError for a naive moment where the zone isn't known.
    """
    if is_naive(moment) and zone is None:
        raise ProgrammeError(NO_ZONE)
    if not believable(moment.date()):
        return None
    instant = fixed(moment, zone)
    return instant if credible(instant) else None


def fixed(moment: datetime, zone: tzinfo | None = None) -> datetime:
    """The moment with its offset as a fixed one, a naive one at the zone's: arithmetic stays right when clocks turn."""
    aware = moment.replace(tzinfo=zone) if is_naive(moment) else moment
    return aware.replace(tzinfo=timezone(aware.utcoffset() or timedelta(0)))


def day(text: str) -> date | None:
    """The date an ISO date or moment begins with."""
    try:
        found = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return found if believable(found) else None


def clock(text: str) -> time | None:
    """A time of day such as 09:30, 9.30 or 09:30:00."""
    found = _CLOCK.fullmatch(text.strip())
    try:
        return time(int(found[1]), int(found[2]), int(found[3] or 0)) if found else None
    except ValueError:
        return None


def length(text: str) -> timedelta | None:
    """A length: M, H:MM, D:HH:MM (as pretalx writes it from 24 hours on), HH:MM:SS or ISO 8601; None for others."""
    text = text.strip()
    found = _LENGTH.fullmatch(text)
    if not found:
        parts = _ISO_LENGTH.fullmatch(text)
        days, hours, minutes = (int(part or 0) for part in parts.groups()) if parts else (0, 0, 0)
        return timedelta(days=days, hours=hours, minutes=minutes) if days or hours or minutes else None
    first, second, third = found.groups()
    if second is None:
        return timedelta(minutes=int(first))
    if third is None:
        return timedelta(hours=int(first), minutes=int(second))
    if len(first) == 1 and first != "0" and int(second) < _HOURS:
        return timedelta(days=int(first), hours=int(second), minutes=int(third))
    return timedelta(hours=int(first), minutes=int(second), seconds=int(third))
