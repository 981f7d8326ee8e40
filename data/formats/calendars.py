"""The components of an iCalendar file and their properties, however broken."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Component

from data.formats.draft import check_number
from data.formats.errors import ProgrammeError
from data.formats.fields import items
from data.formats.text import line

BEGIN: Final = re.compile(r"^[ \t]*BEGIN:VCALENDAR[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_END: Final = "END:VCALENDAR"
_MOST_LINES: Final = 150_000
"""Lines, once unfolded; an event has some ten."""

_MOST_MARKS: Final = 500_000
"""Lines as they are and the parts of them, counted by commas and semicolons; the largest seen has 1,800."""


def parsed(text: str) -> Component:
    """The calendar in a text, if need be wrapped in something else. Raises ProgrammeError."""
    begin, end = BEGIN.search(text), text.upper().rfind(_END)
    if begin is None or end < begin.start():
        message = "the calendar is cut off: END:VCALENDAR is missing"
        raise ProgrammeError(message)
    check_number(text.count("BEGIN:"))
    _check_lines(text)
    try:
        return Calendar.from_ical(text[begin.start() : end + len(_END)].lstrip())
    except Exception as error:  # of any kind: the library trips over broken zones and properties
        reason = f": {error}" if isinstance(error, ValueError) else ""
        message = f"not a valid calendar{reason}"
        raise ProgrammeError(message) from error


def _check_lines(text: str) -> None:
    lines = text.count("\n") - text.count("\n ") - text.count("\n\t")
    for number, most, what in (
        (lines, _MOST_LINES, "lines"),
        (sum(map(text.count, "\n,;")), _MOST_MARKS, "lines, commas and semicolons"),
    ):
        if number > most:
            message = f"more than {most:,} {what} are in it; no programme has so many"
            raise ProgrammeError(message)


def first(component: Component, name: str) -> object:
    """A property's value, the first where it is there twice; None where it is missing."""
    value = component.get(name)
    return value[0] if isinstance(value, list) else value


def param(component: Component, name: str, part: str) -> str:
    """One of a property's parameters."""
    return line(getattr(first(component, name), "params", {}).get(part))


def text(component: Component, name: str) -> str:
    """A property in one line."""
    return line(first(component, name))


def moment(component: Component, name: str) -> datetime | date | None:
    """A property's date or moment; None where it is missing or broken."""
    told = _value(first(component, name), "dt")
    return told if isinstance(told, date) else None


def length(component: Component) -> timedelta | None:
    """How long an event lasts, where it says so."""
    told = _value(first(component, "DURATION"), "dt")
    return told if isinstance(told, timedelta) else None


def dates(component: Component, name: str) -> Iterator[date]:
    """The dates and moments a property lists."""
    for one in _listed(component, name, "dts"):
        told = _value(one, "dt")
        if isinstance(told, date):
            yield told


def categories(component: Component) -> tuple[str, ...]:
    """All of them, however many properties they stand in."""
    return tuple(map(str, _listed(component, "CATEGORIES", "cats")))


def _listed(component: Component, name: str, part: str) -> list[object]:
    return [one for told in items(component.get(name)) for one in items(_value(told, part))]


def _value(told: object, part: str) -> object:
    """A part of a property's value; None where the value is missing or broken, which the library raises for."""
    try:
        return getattr(told, part, None)
    except ValueError:
        return None
