"""Clocks: 14:30, 2 pm, kl 14, halv tre, ten past two."""

from collections.abc import Sequence
from typing import Final

from bot.questions.clock import HOUR, Clock, clock
from bot.questions.items import Item
from bot.questions.rules import Rule, Setting, Value, rule

_FIRST_HOUR: Final = 8
_FIVE: Final = 5
_ROUND: Final = (5, 10, 15, 20, 25)
_UP_TO_HALF: Final = range(1, 30)
_UP_TO_HOUR: Final = range(1, HOUR)
_SPELT_MINUTES: Final = range(10, HOUR)
_YEARS: Final = range(1900, 2100)
_TWO_DIGITS: Final = 2
_FOUR_DIGITS: Final = 4


def of_number(item: Item, *, years: bool = False) -> Clock | None:
    """The clock of a bare number: 9, 14, 0900, 1530; None for what is no clock or, unless `years`, may be a year."""
    if item.kind == "C":
        return item.value if isinstance(item.value, Clock) else None
    if not isinstance(item.value, int):
        return None
    digits = len(item.word) if item.kind == "n" else _TWO_DIGITS
    if digits <= _TWO_DIGITS:
        return clock(item.value, exact=item.word.startswith("0"))
    if digits > _FOUR_DIGITS or (item.value in _YEARS and not years):
        return None
    return clock(item.value // 100, item.value % 100, exact=item.word.startswith("0"))


def _written(_: Setting, matched: Sequence[Item]) -> Value | None:
    text = next(item.value for item in matched if item.kind == "c")
    hour, minute = text.replace("h", ":").split(":")[:2]
    return _value(clock(int(hour), int(minute), exact=len(hour) > 1 and hour < "10"))


def _dotted_said(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Kl 9.30, from 10.30."""
    first, second = matched[0].value.split(".")
    if len(second) != _TWO_DIGITS:
        return None
    return _value(clock(int(first), int(second), exact=first[0] == "0"))


def _dotted(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """14.30 is a clock; 25.9 and what is a day of the expo are dates."""
    first, second = map(int, matched[0].value.split("."))
    return None if _is_expo_day(setting, first, second) else _dotted_said(setting, matched)


def _dotted_after_word(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """A talk 14.30; but Python 3.12 is a version."""
    first, second = map(int, matched[0].value.split("."))
    return _dotted(setting, matched) if first >= _FIRST_HOUR and second % _FIVE == 0 else None


def _is_expo_day(setting: Setting, day: int, month: int) -> bool:
    return any((one.day, one.month) == (day, month) for one in setting.days)


def _said(_: Setting, matched: Sequence[Item]) -> Value | None:
    return _value(of_number(matched[-1], years=True))


def _oclock(_: Setting, matched: Sequence[Item]) -> Value | None:
    return _value(of_number(matched[0], years=True))


def _half(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """Halv tre, and half two."""
    return _value(_half_of(setting, matched[-1]))


def _half_of(setting: Setting, item: Item) -> Clock | None:
    hour = of_number(item)
    if hour is None or not hour.is_full_hour:
        return None
    return hour.moved(-30 if setting.words.half_before else 30)


def _past_half(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """Ti på halv tre, fem over halv tre."""
    half = _half_of(setting, matched[-1])
    by = _minutes(setting, matched[0], matched[-3])
    return _value(half.moved(by)) if half and by else None


def _half_past(setting: Setting, matched: Sequence[Item]) -> Value | None:
    hour = of_number(matched[2])
    is_past = matched[1].word in setting.words.past
    return _value(hour.moved(30)) if hour and is_past and hour.is_full_hour else None


def _past(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """Ten past two, kvart på tre, 20 over 15."""
    hour = of_number(matched[-1])
    spelt_out = any(item.kind == "U" for item in matched)
    by = _minutes(setting, matched[0], matched[-2], _UP_TO_HOUR if spelt_out else _UP_TO_HALF)
    if hour is None or not hour.is_full_hour or not by:
        return None
    digits = matched[0].kind == matched[-1].kind == "n" and not spelt_out
    return None if digits and matched[-2].kind in "Tti~" else _value(hour.moved(by))


def _minutes(setting: Setting, amount: Item, preposition: Item, sizes: range = _UP_TO_HALF) -> int | None:
    size = 15 if amount.kind == "Q" else amount.value
    if not isinstance(size, int) or size not in sizes:
        return None
    if preposition.word in setting.words.to:
        return -size if amount.kind == "n" or size in _ROUND else None
    return size if preposition.word in setting.words.past else None


def _spelt(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Ten thirty, two forty-five."""
    hour, *rest = (item.value for item in matched if item.kind in "nu")
    minute = sum(value for value in rest if isinstance(value, int))
    two_digits = matched[-1].kind == "u" or len(matched[-1].word) == _TWO_DIGITS
    return _value(clock(hour, minute)) if minute in _SPELT_MINUTES and two_digits else None


def _halved(_: Setting, matched: Sequence[Item]) -> Value | None:
    value = of_number(matched[0], years=True)
    if value is None:
        return None
    return _value(Clock(value.settled(matched[-1].value))) if value.loose else _value(value)


def _value(value: Clock | None) -> Value | None:
    return ("C", value) if value else None


def _in_zone(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """8:00 GMT, as the expo's clocks show it."""
    value = next((of_number(item, years=True) for item in matched if item.kind in "Cn"), None)
    zone = next(item.value for item in matched if item.kind == "+")
    offset = setting.now.utcoffset()
    if value is None or offset is None:
        return None
    return _value(Clock(value.settled("am") + int(offset.total_seconds()) // HOUR - zone))


_HOUR: Final = "(?:[nu](?![Ud])|a(?![UdHQ_]))"

CLOCKS: Final[Sequence[Rule]] = (
    rule(r"K?[~,.]?c", _written),
    rule(r"(?<=[K~eBbFT])m|m(?=A)", _dotted_said),
    rule(r"(?<!_)m", _dotted),
    rule(r"m", _dotted_after_word),
    rule(rf"K?[nu]U?[hpteTi]H{_HOUR}", _past_half),
    rule(rf"K?H[hepF]{_HOUR}", _half_past),
    rule(rf"K?H{_HOUR}", _half),
    rule(rf"K?(?<![FBC])(?:Q|[nu]U?)[hpteTib~](?:C|{_HOUR})", _past),
    rule(r"uuu?(?=A)|(?<=K)uuu?|(?<=K)nn|(?<![nu])u-?u(?![uUd_])", _spelt),
    rule(r"K[~,.]?[nua](?![Ud])", _said),
    rule(r"(?<!i)[nu]\.?O|[nu]-?Z", _oclock),
    rule(r"(?:C|[nu])[,]?A", _halved),
    rule(r"[Cn],?\+,?", _in_zone),
    rule(r"K[~,.]?C|CO", lambda _, matched: _value(next(i.value for i in matched if i.kind == "C"))),
)
