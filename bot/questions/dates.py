"""Days: tomorrow, on Thursday, 25/9, the 26th, day two, the last day."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from bot.questions.clock import DAY_MINUTES, HOUR
from bot.questions.fixed import Fixed
from bot.questions.items import Item
from bot.questions.rules import Rule, Setting, Value, rule

_WEEK: Final = timedelta(days=7)
_DAY: Final = timedelta(days=1)
_CENTURY: Final = 2000
_LAST_SHORT_YEAR: Final = 99
_LAST_DAY: Final = 31
_YEARS: Final = range(1900, 2200)
_LAST_PLACE: Final = 3
_LAST_MONTH: Final = 12
_LAST_HOUR: Final = 24
_LONG_PAST: Final = timedelta(days=180)
_FRIDAY: Final = 4
_EVENING: Final = 18 * HOUR


def _relative(setting: Setting, matched: Sequence[Item]) -> Value | None:
    offset = matched[0].value
    return _one(setting.today + timedelta(days=offset)) if isinstance(offset, int) else None


def _full(_: Setting, matched: Sequence[Item]) -> Value | None:
    """2019-09-25, 25.9.2019, 25/9/19."""
    first, month, third = map(int, re.split("[-/.]", matched[0].value))
    year, day = (first, third) if first > _LAST_DAY else (third, first)
    return _one(_date(year if year > _LAST_SHORT_YEAR else year + _CENTURY, month, day))


def _numeric(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """25/9 and 25.9; 9/25 is read as Americans write it where it cannot be else, or where it is a day of the expo."""
    numbers = [int(part) for item in matched if item.kind in "smn" for part in _parts(item)]
    first, second = numbers
    if [item.kind for item in matched] == ["n", "-", "n"] and not _looks_like_date(matched, first, second):
        return None
    readings = [coming(setting, second, first), coming(setting, first, second)]
    expo = [reading for reading in readings if reading in setting.days]
    return _one(next((reading for reading in (*expo, *readings) if reading), None))


def _parts(item: Item) -> Iterable[str]:
    return str(item.value).replace("/", ".").split(".") if item.kind in "sm" else (item.word,)


def _looks_like_date(matched: Sequence[Item], first: int, second: int) -> bool:
    """13-15 is a stretch of hours; 27-11 and 15-02 are dates."""
    return second <= _LAST_MONTH < first and (
        first > _LAST_HOUR or matched[-1].word.startswith("0") or first > second + _LAST_MONTH
    )


def _named(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """25 September, September 25th, den 25. september 2019."""
    month = next(item.value for item in matched if item.kind == "M")
    numbers = [item.value for item in matched if item.kind in "no"]
    year = next((number for number in numbers if number > _LAST_DAY), None)
    day = next((number for number in numbers if number <= _LAST_DAY), None)
    if day is None:
        return None
    return _one(_date(year, month, day) if year else coming(setting, month, day))


def _named_range(setting: Setting, matched: Sequence[Item]) -> Value | None:
    month = next(item.value for item in matched if item.kind == "M")
    first, last = [item.value for item in matched if item.kind in "no"]
    start, end = coming(setting, month, first), coming(setting, month, last)
    return ("D", (start, end)) if start and end and start <= end else None


def _of_month(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """The 26th: of the expo, else the next one; "the first" in words is a place in a row."""
    day = next(item.value for item in matched if item.kind in "no")
    expo = [one for one in setting.days if one.day == day]
    if expo:
        return _one(expo[0])
    if day <= _LAST_PLACE and matched[-1].word.isalpha():
        return None
    month = setting.today if setting.today.day <= day else setting.today.replace(day=1) + timedelta(days=_LAST_DAY)
    return _one(_date(month.year, month.month, day))


def _of_expo(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """Day two, the second day, the last day."""
    if any(item.kind == "l" for item in matched):
        return _one(setting.days[-1]) if setting.days else None
    number = next(item.value for item in matched if item.kind in "nuo")
    if not isinstance(number, int) or not 0 < number <= len(setting.days):
        return None
    return _one(setting.days[number - 1])


def _weekday(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """Today's weekday is today; before the expo it is the expo's."""
    weekday = next(item.value for item in matched if item.kind == "W")
    coming = setting.today + timedelta(days=(weekday - setting.today.weekday()) % 7)
    ahead = [day for day in setting.days if day.weekday() == weekday and day >= setting.today]
    return _one(ahead[0] if ahead else coming)


def _next_weekday(setting: Setting, matched: Sequence[Item]) -> Value | None:
    weekday = next(item.value for item in matched if item.kind == "W")
    later = _WEEK if matched[-1].kind in "r*" else timedelta()
    return _one(setting.today + timedelta(days=(weekday - setting.today.weekday() - 1) % 7 + 1) + later)


def _weekday_of_week(setting: Setting, matched: Sequence[Item]) -> Value | None:
    weekday = next(item.value for item in matched if item.kind == "W")
    monday = setting.today - timedelta(days=setting.today.weekday())
    weeks = int(any(item.kind == "X" for item in matched))
    return _one(monday + weeks * _WEEK + timedelta(days=weekday))


def _weekday_date(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """Onsdag 25: a date where that day is such a weekday or no clock shows so much."""
    number = matched[-1].value
    day = _of_month(setting, matched[-1:])
    if day is None or not isinstance(number, int):
        return None
    fits = day[1][0].weekday() == matched[0].value
    return day if fits or number > _LAST_HOUR else None


def _week(setting: Setting, matched: Sequence[Item]) -> Value | None:
    if timedelta(seconds=matched[-1].value) != _WEEK:
        return None
    monday = setting.today - timedelta(days=setting.today.weekday())
    return "D", (monday, monday + _WEEK - _DAY)


def _weekend(setting: Setting, matched: Sequence[Item]) -> Value | None:
    """From Friday evening."""
    friday = setting.today + timedelta(days=_FRIDAY - setting.today.weekday())
    friday += _WEEK if any(item.kind == "X" for item in matched) else timedelta()
    return "G", Fixed(setting.at(friday, _EVENING), setting.at(friday + 2 * _DAY, DAY_MINUTES))


def _coming_week(setting: Setting, matched: Sequence[Item]) -> Value | None:
    if timedelta(seconds=matched[-1].value) != _WEEK:
        return None
    monday = setting.today + timedelta(days=7 - setting.today.weekday())
    return "D", (monday, monday + _WEEK - _DAY)


def _edge(_: Setting, matched: Sequence[Item]) -> Value | None:
    """The beginning or the end of a week: three days of it."""
    first, last = matched[-1].value
    if last - first < 3 * _DAY:
        return None
    return "D", (first, first + 2 * _DAY) if matched[0].kind == "(" else (last - 2 * _DAY, last)


def _next_day(setting: Setting, _: Sequence[Item]) -> Value | None:
    return _one(setting.today + _DAY)


def _same(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Wednesday, September 25: the date says more than the weekday."""
    return next(("D", item.value) for item in matched if item.kind == "D")


def _strong(_: Setting, matched: Sequence[Item]) -> Value | None:
    return "W", matched[0].value


def coming(setting: Setting, month: int, day: int) -> date | None:
    """That day of the year in which it is coming, or not long past; None for no such day."""
    this_year = _date(setting.today.year, month, day)
    if this_year is None or setting.today - this_year > _LONG_PAST:
        return _date(setting.today.year + 1, month, day)
    return this_year


def _date(year: int, month: int, day: int) -> date | None:
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _one(day: date | None) -> Value | None:
    return ("D", (day, day)) if day else None


DATES: Final[Sequence[Rule]] = (
    rule(r"D", _relative),
    rule(r"y", _full),
    rule(r"z?[no]\.?[-T&]z?[no]\.?[pt]?z?M", _named_range),
    rule(r"z?[no]\.?[zpt]*M[,.]?n?|Mz?[no]", _named),
    rule(r"s|(?<!_)z?m|n-n(?![-.]?M)|n\.n\.", _numeric),
    rule(r"[kY]\.?,?(?=[no]?[DMKCcm])|k\.?,?(?=[no]?P)|(?<![^pzti])(?:k(?=[,.]*$)|Y(?=[,.]*$|P))", _strong),
    rule(r"W[,.]?z?[no](?![U:_])", _weekday_date),
    rule(r"d[nu](?![U.])|z?od(?![,.]?M)|z?ld", _of_expo),
    rule(r"zn\.?(?![_U\-0-9])|zo(?![_d])|(?<=p)o(?![_d])", _of_month),
    rule(r"W[pzti]*[gX]U|[gX]U[pzti]*W", _weekday_of_week),
    rule(r"[pzti]*X[pzti]*W[r*]?", _next_weekday),
    rule(r"W", _weekday),
    rule(r"[pzgX]*w", _weekend),
    rule(r"[pzti]*gU", _week),
    rule(r"[pzti]*[Xe]U", _coming_week),
    rule(r"[()][pztig~]*D", _edge),
    rule(r"z?Xd", _next_day),
    rule(r"D[,.]?[pzti]*D", _same),
)
