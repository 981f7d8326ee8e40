"""When the rows of a sheet are: dates carried on, half-day clocks made whole."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from data.formats import times
from data.formats.cells import When, later
from data.formats.headers import normal
from data.formats.moments import Moments
from data.formats.reading import Notes

ANY_ROW: Final = "day"
"""The label of rows that have none."""

_DAY: Final = timedelta(days=1)


def labelled_days(mapping: Mapping[str, str]) -> dict[str, date]:
    """Which date a label such as "Day 1" stands for, of a mapping that also says which column is which field."""
    return {_bare(label): day for label, told in mapping.items() if (day := times.day(told))}


def _bare(label: str) -> str:
    """The label as one compares it: "Day 1" and "1" are the same."""
    return re.sub(r"^(?:day|dag|tag)\s*(?=\d)", "", normal(label))


class Timeline:
    """Goes down a sheet. `twelve`: its hours run to 12 only, so that times rise through the day."""

    def __init__(self, moments: Moments, notes: Notes, days: Mapping[str, date], *, twelve: bool) -> None:
        self._moments, self._notes, self._days, self._twelve = moments, notes, days, twelve
        self._label, self._day = "", days.get(ANY_ROW)
        self._previous = time.min

    def at(self, day: When, start: When, end: When, place: str) -> tuple[datetime | None, datetime | None]:
        """Start and end of a row, whose cells these are."""
        self._turn(day if day.day or day.label else start)
        if start.instant:
            return self._moments.local(start.instant, place), self._ended(start, end, place)
        first = start.start or day.start
        last = end.start or start.end or day.end
        if first is None:
            return None, None
        if self._day is None:
            self._notes.add("no-date", place)
            return None, None
        if not times.believable(self._day):
            return self._moments.local(None, place), None
        sure = start.sure or day.sure
        first = self._risen(first, sure=sure)
        opening = datetime.combine(self._day, first)
        closing = self._closing(opening, last, end.day, sure=sure or end.sure)
        return self._moments.local(opening, place), self._moments.local(closing, place) if closing else None

    def _ended(self, start: When, end: When, place: str) -> datetime | None:
        if end.instant or not (start.day and end.start):
            return self._moments.local(end.instant, place) if end.instant else None
        return self._moments.local(datetime.combine(end.day or start.day, end.start), place)

    def _turn(self, told: When) -> None:
        day = told.day or (self._days.get(_bare(told.label)) if told.label else None)
        if (told.day and told.day != self._day) or (told.label and told.label != self._label):
            self._day, self._label, self._previous = day, told.label, time.min

    def _risen(self, start: time, *, sure: bool) -> time:
        if self._twelve and not sure and start < self._previous and later(start) > start:
            start = later(start)
        self._previous = max(start, self._previous)
        return start

    def _closing(self, opening: datetime, last: time | None, day: date | None, *, sure: bool) -> datetime | None:
        if last is None:
            return None
        closing = datetime.combine(day or opening.date(), last)
        if closing > opening or day:
            return closing
        half = closing + _DAY / 2
        return half if self._twelve and not sure and half > opening else closing + _DAY
