"""Events of a calendar that repeat by a rule."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final

_LONGEST: Final = 31
"""Days within which a rule has to end: longer ones are a venue's habits and no expo."""

_WEEK: Final = 7
_DAYS: Final = {name: number for number, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_UNDERSTOOD: Final = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "WKST"}

Rule = Mapping[str, Sequence[object]]


def repeated(rule: object, start: datetime) -> list[datetime]:
    """When an event that begins at `start` is held, by an RRULE that is daily or weekly and ends within a month.

    Nothing for any other rule. Hours are kept when clocks turn.
    """
    if not isinstance(rule, Mapping) or not set(rule) <= _UNDERSTOOD:
        return []
    interval, count, until = _number(rule, "INTERVAL"), _number(rule, "COUNT"), _until(rule)
    weekdays = [_DAYS.get(str(day), -1) for day in rule.get("BYDAY", ())]
    if -1 in weekdays or (interval is not None and interval < 1) or (count is not None and count < 1):
        return []
    ends = count is not None or (until is not None and _is_after(start + timedelta(days=_LONGEST), until))
    found = [day for day in _days(rule, start, interval or 1, weekdays) if until is None or not _is_after(day, until)]
    if not ends or len(found) < (count or 0):
        return []
    return found[:count]


def _days(rule: Rule, start: datetime, interval: int, weekdays: Sequence[int]) -> Iterator[datetime]:
    """The days of a month that a rule fits, wherever it ends."""
    weekly = _first(rule, "FREQ") == "WEEKLY"
    if not weekly and _first(rule, "FREQ") != "DAILY":
        return
    monday = (start.weekday() - _DAYS.get(str(_first(rule, "WKST")), 0)) % _WEEK
    for number in range(_LONGEST):
        day = start + timedelta(days=number)
        period = (number + monday) // _WEEK if weekly else number
        wanted = weekdays or ([start.weekday()] if weekly else range(_WEEK))
        if period % interval == 0 and day.weekday() in wanted:
            yield day


def _first(rule: Rule, part: str) -> object:
    return next(iter(rule.get(part, ())), None)


def _number(rule: Rule, part: str) -> int | None:
    told = _first(rule, part)
    return told if isinstance(told, int) else None


def _until(rule: Rule) -> date | None:
    told = _first(rule, "UNTIL")
    return told if isinstance(told, date) else None


def _is_after(moment: datetime, until: date) -> bool:
    if not isinstance(until, datetime):
        return moment.date() > until
    if until.utcoffset() is None or moment.utcoffset() is None:
        return moment.replace(tzinfo=None) > until.replace(tzinfo=None)
    return moment > until
