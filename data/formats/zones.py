"""The expo's time zone out of what a file says."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from bot.domain.models import zone_names
from data.formats.errors import ProgrammeError
from data.formats.times import NO_ZONE

_HOUR: Final = timedelta(hours=1)


def known(name: str) -> str:
    """The IANA name for an IANA or a Windows name; "" for any other."""
    name = name.strip()
    return name if name in zone_names() else str(WINDOWS_TO_OLSON.get(name, ""))


def zone(*names: str | None) -> ZoneInfo | None:
    """The first name that is known, as a zone."""
    found = next((iana for name in names if (iana := known(name or ""))), "")
    return ZoneInfo(found) if found else None


def choose(declared: str, setting: str | None, starts: Iterable[datetime | None]) -> str:
    """The declared zone, else the setting unless every start's offset contradicts it, else one by the offsets.

    Raises ProgrammeError where nothing tells.
    """
    if known(declared):
        return known(declared)
    told = [start for start in starts if start]
    preferred = zone(setting)
    if preferred and (not told or any(_agrees(start, preferred) for start in told)):
        return preferred.key
    offsets = {start.utcoffset() or timedelta(0) for start in told}
    if len(offsets) == 1 and not (offset := offsets.pop()) % _HOUR:
        return f"Etc/GMT{-(offset // _HOUR):+d}" if offset else "UTC"
    if preferred:
        return preferred.key
    raise ProgrammeError(NO_ZONE)


def _agrees(start: datetime, preferred: ZoneInfo) -> bool:
    return start.utcoffset() in (timedelta(0), start.astimezone(preferred).utcoffset())
