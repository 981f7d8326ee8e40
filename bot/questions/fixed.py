"""Lengths of time, and intervals reckoned from now."""

from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time; `days`: reckoned in whole days."""

    length: timedelta
    days: bool = False


@dataclass(frozen=True, slots=True)
class Fixed:
    """An interval reckoned from now; `after`: what starts in it is meant, not what runs."""

    start: datetime
    end: datetime
    after: bool = False
