"""Spans and what is reckoned from now: in half an hour, the next two hours, the rest of the day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.questions.items import Item
from bot.questions.rules import DAY_MINUTES, Rule, Setting, Value, rule
from bot.questions.wordlist import Part

_MOMENT: Final = timedelta(minutes=1)
_WEEK: Final = 7 * DAY_MINUTES


@dataclass(frozen=True, slots=True)
class Fixed:
    """An interval reckoned from now; `after`: what starts in it is meant, not what runs."""

    start: datetime
    end: datetime
    after: bool = False


def _span(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Two and a half hours, en halv time, et kvarter."""
    unit = next((item.value for item in matched if item.kind == "U"), 1 if matched[-1].kind == "Q" else None)
    unit = DAY_MINUTES if unit is None and matched[-1].kind == "d" else unit
    amount = _amount(matched)
    return ("S", round(amount * unit)) if unit and amount else None


def _amount(matched: Sequence[Item]) -> float | None:
    if matched[-1].kind == "Q" or any(item.kind == "Q" for item in matched):
        return 15 if matched[-1].kind == "Q" else 0.25
    numbers = [item.value for item in matched if item.kind in "nua" and isinstance(item.value, int | float)]
    halves = 0.5 if any(item.kind == "H" for item in matched) else 0.0
    dotted = [float(item.value) for item in matched if item.kind == "m"]
    if dotted:
        return dotted[0]
    joined = any(item.kind == "&" for item in matched)
    if any(item.kind == "," for item in matched):
        return float(f"{numbers[0]}.{numbers[1]}")
    return (numbers[0] if numbers and (joined or not halves) else 0) + halves


def _length(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Longer than an hour."""
    return "%", ("longer_than" if matched[0].kind == ">" else "shorter_than", matched[-1].value)


def _in(setting: Setting, matched: Sequence[Item]) -> Value | None:
    size = next(item.value for item in matched if item.kind == "S")
    if size >= DAY_MINUTES and size % DAY_MINUTES == 0:
        day = setting.today + timedelta(minutes=size)
        return "D", (day, day)
    return "G", _moment(setting.now + timedelta(minutes=size))


def _ago(setting: Setting, matched: Sequence[Item]) -> Value | None:
    return "G", _moment(setting.now - timedelta(minutes=matched[0].value))


def _moment(start: datetime) -> Fixed:
    return Fixed(start, start + _MOMENT)


def _next(setting: Setting, matched: Sequence[Item]) -> Value | None:
    size = _size(matched)
    if size is None:
        return None
    if size < DAY_MINUTES:
        return "G", Fixed(setting.now, setting.now + timedelta(minutes=size))
    if size % _WEEK == 0:
        monday = setting.today + timedelta(days=7 - setting.today.weekday())
        return "D", (monday, monday + timedelta(minutes=size) - timedelta(days=1))
    return "D", (setting.today + timedelta(days=1), setting.today + timedelta(minutes=size))


def _last(setting: Setting, matched: Sequence[Item]) -> Value | None:
    size = _size(matched)
    if size is None or size >= DAY_MINUTES:
        return None
    return "G", Fixed(setting.now - timedelta(minutes=size), setting.now)


def _size(matched: Sequence[Item]) -> int | None:
    return next((int(item.value) for item in matched if item.kind in "SU"), None)


def _within(setting: Setting, matched: Sequence[Item]) -> Value | None:
    return "G", Fixed(setting.now, setting.now + timedelta(minutes=matched[-1].value))


def _after(setting: Setting, matched: Sequence[Item]) -> Value | None:
    start = setting.now + timedelta(minutes=matched[-1].value)
    return "G", Fixed(start, setting.at(start.date(), DAY_MINUTES), after=True)


def _rest(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """The rest of the day, of the afternoon, of the week; of another day it is that day."""
    of = matched[-1]
    if of.kind == "D":
        return ("D", of.value) if of.value != (setting.today, setting.today) else _until(setting, DAY_MINUTES)
    if of.kind == "P" and isinstance(of.value, Part):
        start = setting.at(setting.today, of.value.start)
        return "G", Fixed(max(setting.now, start), setting.at(setting.today, of.value.end))
    if of.kind == "U" and of.value == _WEEK:
        return _until(setting, DAY_MINUTES * (7 - setting.today.weekday()))
    return _until(setting, DAY_MINUTES)


def _until(setting: Setting, minute: int) -> Value:
    return "G", Fixed(setting.now, setting.at(setting.today, minute))


def _now(setting: Setting, _: Sequence[Item]) -> Value | None:
    return "N", _moment(setting.now)


SIZES: Final[Sequence[Rule]] = (
    rule(r"[nua]&a?HU|a?U&a?H|(?<=i)~?Q|a?QU|n,nU|mU|a?HU|[nu]U|(?<=[iebXl><])aU|(?<=i~)aU|aU(?=[fj])", _span),
    rule(r"[nu]d|(?<=[ieb])ad", _span),
)
"""To be applied before the dates."""

SPANS: Final[Sequence[Rule]] = (
    rule(r"[><][pz]*S", _length),
    rule(r"i~?S|Sf", _in),
    rule(r"Sj", _ago),
    rule(r"[ipz]*[gz]?Xz?(?:S|U)", _next),
    rule(r"[pz]*l(?:S|U)", _last),
    rule(r"bS", _within),
    rule(r"eS", _after),
    rule(r"R[pzg]*[DPdU]|R(?=[,.]*$)", _rest),
    rule(r"f", _rest),
    rule(r"N", _now),
)
