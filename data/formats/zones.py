"""The expo's time zone out of what a file says."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from data.formats.errors import ProgrammeError
from data.formats.times import NO_ZONE

_HOUR: Final = timedelta(hours=1)


@lru_cache(maxsize=1)
def _all() -> frozenset[str]:
    return frozenset(available_timezones())


def known(name: str) -> str:
    """The IANA name for an IANA or a Windows name; "" for any other."""
    name = name.strip()
    return name if name in _all() else str(WINDOWS_TO_OLSON.get(name, ""))


def zone(*names: str | None) -> ZoneInfo | None:
    """The first name that is known, as a zone."""
    found = next((iana for name in names if (iana := known(name or ""))), "")
    return ZoneInfo(found) if found else None


def of_offsets(starts: Iterable[datetime | None]) -> str:
    """A zone with the one offset all the starts have. Raises ProgrammeError where there is no such zone."""
    offsets = {start.utcoffset() or timedelta(0) for start in starts if start}
    if len(offsets) != 1 or (offset := offsets.pop()) % _HOUR:
        raise ProgrammeError(NO_ZONE)
    hours = offset // _HOUR
    return f"Etc/GMT{-hours:+d}" if hours else "UTC"
