"""Spans and what is reckoned from now: in half an hour, the next two hours, the rest of the day."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.questions.clock import DAY_MINUTES
from bot.questions.fixed import Fixed, Span
from bot.questions.items import Item
from bot.questions.rules import Rule, Rules, Setting, Value, rule
from bot.questions.wordlist import Part

_MOMENT: Final = timedelta(minutes=1)
_DAY: Final = timedelta(days=1)
_WEEK: Final = timedelta(days=7)
_MOST: Final = 1000
_BOUNDS: Final = {">": "longer_than", "<": "shorter_than", "J": "at_least", "V": "at_most"}


def _span(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Two and a half hours, en halv time, et kvarter."""
    amount = _amount(matched)
    if not amount or amount > _MOST:
        return None
    if matched[-1].kind == "d":
        return "S", Span(_DAY * amount, days=True)
    unit = timedelta(seconds=next((item.value for item in matched if item.kind == "U"), 0))
    unit = unit or timedelta(minutes=60 if matched[-1].kind == "O" else 1)
    return "S", Span(unit * amount, days=unit >= _DAY)


def _amount(matched: Sequence[Item]) -> float | None:
    if any(item.kind == "Q" for item in matched):
        return 15 if matched[-1].kind == "Q" else 0.25
    said = next((item.value for item in matched if item.kind in "sm"), None)
    if said:
        return _fraction(said) if "/" in said else float(said)
    numbers = [item.value for item in matched if item.kind in "nua"]
    if any(item.kind == "," for item in matched):
        return float(f"{numbers[0]}.{numbers[1]}")
    if not any(item.kind == "H" for item in matched):
        return float(numbers[0]) if numbers else None
    joined = any(item.kind == "&" for item in matched)
    return (numbers[0] if numbers and joined else 1 if joined else 0) + 0.5


def _fraction(written: str) -> float | None:
    above, below = map(int, written.split("/"))
    return above / below if below else None


def _length(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Longer than an hour, at most half an hour."""
    bound = _BOUNDS[matched[0].kind]
    return "%", (bound, int(matched[-1].value.length / _MOMENT))


def _in(setting: Setting, matched: Sequence[Item]) -> Value | None:
    span = next(item.value for item in matched if item.kind == "S")
    if span.days:
        day = setting.today + span.length
        return "D", (day, day)
    return "G", _moment(setting.later(span.length))


def _ago(setting: Setting, matched: Sequence[Item]) -> Value | None:
    return "G", _moment(setting.later(-matched[0].value.length))


def _moment(start: datetime) -> Fixed:
    return Fixed(start, start + _MOMENT)


def _next(setting: Setting, matched: Sequence[Item]) -> Value | None:
    span = _size(matched)
    if not span.days:
        return "G", Fixed(setting.now, setting.later(span.length))
    if span.length % _WEEK == timedelta():
        monday = setting.today + timedelta(days=7 - setting.today.weekday())
        return "D", (monday, monday + span.length - _DAY)
    return "D", (setting.today + _DAY, setting.today + span.length)


def _last(setting: Setting, matched: Sequence[Item]) -> Value | None:
    span = _size(matched)
    return None if span.days else ("G", Fixed(setting.later(-span.length), setting.now))


def _size(matched: Sequence[Item]) -> Span:
    item = next(item for item in matched if item.kind in "SU")
    if isinstance(item.value, Span):
        return item.value
    length = timedelta(seconds=item.value)
    return Span(length, days=length >= _DAY)


def _within(setting: Setting, matched: Sequence[Item]) -> Value | None:
    return "G", Fixed(setting.now, setting.later(matched[-1].value.length))


def _after(setting: Setting, matched: Sequence[Item]) -> Value | None:
    start = setting.later(matched[-1].value.length)
    return "G", Fixed(start, setting.at(start.date(), DAY_MINUTES), after=True)


def _rest(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """The rest of the day, of the afternoon, of the week; of another day it is that day."""
    of = matched[-1]
    if of.kind == "D":
        return ("D", of.value) if of.value != (setting.today, setting.today) else _until(setting, DAY_MINUTES)
    if of.kind == "P" and isinstance(of.value, Part):
        start = setting.at(setting.today, of.value.start)
        return "G", Fixed(max(setting.now, start), setting.at(setting.today, of.value.end))
    if of.kind == "U" and timedelta(seconds=of.value) == _WEEK:
        return _until(setting, DAY_MINUTES * (7 - setting.today.weekday()))
    return _until(setting, DAY_MINUTES)


def _until(setting: Setting, minute: int) -> Value:
    return "G", Fixed(setting.now, setting.at(setting.today, minute))


def _now(setting: Setting, _: Sequence[Item]) -> Value | None:
    return "N", _moment(setting.now)


SIZES: Final[Sequence[Rule]] = (
    rule(r"(?<=i)nO|(?<=i)[nu](?=[,.]*$)|(?<=i)~?Q|a?QU", _span),
    rule(r"[nua]&a?HU|a?U&a?H|n,nU|[sm]p?U|a?HU|[nu]p?U", _span),
    rule(r"(?<=[iebXl><JV])aU|(?<=i~)aU|aU(?=[fj])", _span),
    rule(r"[nu]d|(?<=[ieb])ad|ad(?=[fj])", _span),
)
"""To be applied before the dates."""

LEADS: Final = Rules(*SIZES, rule(r"aU", _span))
"""Also "an hour" by itself."""

SPANS: Final[Sequence[Rule]] = (
    rule(r"[><JV][pzti]*S", _length),
    rule(r"i~?S|Sf", _in),
    rule(r"Sj", _ago),
    rule(r"[ipzt]*[gz]?Xz?(?:S|U)", _next),
    rule(r"[pzti]*l(?:S|U)", _last),
    rule(r"bS", _within),
    rule(r"eS", _after),
    rule(r"R[pzgti]*[_0]?[DPdU]|R(?=[,.]*$)", _rest),
    rule(r"f", _rest),
    rule(r"N", _now),
)
