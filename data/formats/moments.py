"""Moments and lengths of one file: naive ones in its zone, unreadable ones noted."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from data.formats import times
from data.formats.fields import text
from data.formats.reading import Notes


class Moments:
    """Reads what a file writes for times; None for what is empty or cannot be read."""

    def __init__(self, zone: ZoneInfo | None, notes: Notes) -> None:
        self._zone, self._notes = zone, notes

    def at(self, value: object, place: str) -> datetime | None:
        """The instant of an ISO date and time."""
        told = text(value).strip()
        return self.local(times.iso(told), place) if told else None

    def local(self, moment: datetime | None, place: str) -> datetime | None:
        """The instant of a moment that was there to read; None says that it could not be read."""
        instant = times.placed(moment, self._zone) if moment else None
        if instant is None:
            self._notes.add("bad-time", place)
        return instant

    def length(self, value: object, place: str) -> timedelta | None:
        """A length; a bare number is minutes."""
        told = text(value).strip()
        length = times.length(told.removesuffix(".0"))
        if length is None and told:
            self._notes.add("bad-length", place)
        return length
