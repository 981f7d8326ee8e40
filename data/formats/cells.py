"""What a cell of a sheet says of dates and times."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from data.formats import times

_NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_MONTHS: Final = ("jan", "feb", "m[aä]r", "apr", "ma[yij]", "jun", "jul", "aug", "sep", "o[ck]t", "nov", "de[czs]")
_MONTH: Final = rf"({'|'.join(_MONTHS)})[a-zäö]*\.?"
_DAY_MONTH: Final = re.compile(rf"(?<!\d)(\d{{1,2}})(?:\.|st|nd|rd|th)?\s+{_MONTH}(?:,?\s+(\d{{4}}))?")
_MONTH_DAY: Final = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{{4}}))?")
_LABEL: Final = re.compile(
    r"(?:day|dag|tag)\s*\d{1,2}|\d{1,2}|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|"
    r"(?:man|tir|tis|ons|tor|fre|l[øoö]r|s[øoö]n)[a-z]*|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
)
_ONE: Final = r"(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*([ap]\.?m\.?)?"
_TIMES: Final = re.compile(
    rf"(?:kl\.?\s*)?{_ONE}(?:\s*(?:-|–|—|to|til|till|bis)\s*(?:kl\.?\s*)?{_ONE})?\s*(?:uhr|h|on|\+)?"
)
_PACKED: Final = re.compile(r"(\d{2})(\d{2})")
_SERIAL_ZERO: Final = date(1899, 12, 30)
_FIRST_SERIAL: Final = 30_000
_LAST_SERIAL: Final = 80_000
_CENTURY: Final = 100
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class When:
    """A cell's date, times of day, or a day's label; `sure` says that its hours can't be half a day off."""

    day: date | None = None
    start: time | None = None
    end: time | None = None
    label: str = ""
    sure: bool = False
    instant: datetime | None = None


NOTHING: Final = When()


def is_midnight(cell: object) -> bool:
    """Whether a typed cell has no time of day, or midnight, which a sheet writes the same."""
    return isinstance(cell, datetime) and cell.time() == time.min


def read(cell: object, *, month_first: bool = False, year: int | None = None) -> When:
    """What the cell says; NOTHING for one that says nothing of time."""
    if isinstance(cell, datetime):
        return When(cell.date(), cell.time(), sure=True)
    if isinstance(cell, date):
        return When(cell)
    if isinstance(cell, time):
        return When(start=cell, sure=True)
    if isinstance(cell, int | float) and _FIRST_SERIAL < cell < _LAST_SERIAL:
        return When(_SERIAL_ZERO + timedelta(days=int(cell)), _at_minute(round(cell % 1 * 1440)) if cell % 1 else None)
    if isinstance(cell, float) and 0 <= cell < 1:
        return When(start=_at_minute(round(cell * 1440)), sure=True)
    return _written(str(cell), month_first=month_first, year=year) if isinstance(cell, str | int) else NOTHING


def _written(text: str, *, month_first: bool, year: int | None) -> When:
    text = " ".join(text.lower().replace("`", " ").split())
    moment = times.iso(text) if len(text) > len("2024-08-12") else None
    if moment is not None:
        instant = None if times.is_naive(moment) else moment
        return When(moment.date(), moment.time(), sure=True, instant=instant)
    day, rest = _date(text, month_first=month_first, year=year)
    label = _LABEL.match(rest)
    if label and not day and (not label[0].isdigit() or label[0] == rest):
        return replace(_clock(rest[label.end() :]), label=label[0])
    return replace(_clock(rest[label.end() :] if label and not label[0].isdigit() else rest), day=day)


def _date(text: str, *, month_first: bool, year: int | None) -> tuple[date | None, str]:
    """The date in a text, and the text without it."""
    found, parts = _parts(text, month_first=month_first, year=year)
    try:
        day = date(*parts) if found else None
    except ValueError:
        return None, text
    if not found or not day:
        return None, text
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
    return (day if times.believable(day) else None), rest


def _parts(text: str, *, month_first: bool, year: int | None) -> tuple[re.Match[str] | None, tuple[int, int, int]]:
    """Where a date stands, and its year, month and day."""
    if found := _ISO.search(text):
        return found, (int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.search(text):
        month, day = (found[1], found[3]) if month_first and found[2] == "/" else (found[3], found[1])
        return found, (_full(int(found[4])), int(month), int(day))
    if found := _DAY_MONTH.search(text):
        return found, (int(found[3] or year or 0), _month(found[2]), int(found[1]))
    if found := _MONTH_DAY.search(text):
        return found, (int(found[3] or year or 0), _month(found[1]), int(found[2]))
    return None, (0, 0, 0)


def _full(year: int) -> int:
    return year + 2000 if year < _CENTURY else year


def _month(name: str) -> int:
    return next(number for number, pattern in enumerate(_MONTHS, 1) if re.match(pattern, name))


def _clock(text: str) -> When:
    text = text.strip(" ,.")
    if packed := _PACKED.fullmatch(text):
        return When(start=_time(packed[1], packed[2], None), sure=True)
    found = _TIMES.fullmatch(text)
    if not found or (found[2] is None and found[3] is None and found[4] is None and not text.startswith("kl")):
        return NOTHING
    start = _time(found[1], found[2], found[3])
    end = _time(found[4], found[5], found[6]) if found[4] else None
    if start and end and found[6] and not found[3]:
        late = _time(found[1], found[2], found[6])
        start = late if late and late <= end else start
    return When(start=start, end=end, sure=bool(found[3] or found[6]))


def _time(hour: str, minute: str | None, half: str | None) -> time | None:
    hours = int(hour)
    if half and hours <= _NOON:
        hours = hours % _NOON + (_NOON if half.startswith("p") else 0)
    hours = 0 if hours == 24 and not int(minute or 0) else hours  # noqa: PLR2004 - midnight, as some write it
    try:
        return time(hours, int(minute or 0))
    except ValueError:
        return None


def later(moment: time) -> time:
    """The time of day half a day later."""
    return moment.replace(hour=(moment.hour + _NOON) % 24)


def _at_minute(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)


def month_comes_first(cells: Iterable[object]) -> bool:
    """Whether dates such as 4/3/16 are month/day: where only that can be, or where it makes the expo shorter."""
    pairs = list(_slashed(cells))
    if not pairs:
        return False
    spans = [_span(date_of) for date_of in ([(y, b, a) for a, b, y in pairs], [(y, a, b) for a, b, y in pairs])]
    return spans[1] < spans[0]


def _slashed(cells: Iterable[object]) -> Iterator[tuple[int, int, int]]:
    for cell in cells:
        found = _NUMERIC.search(cell) if isinstance(cell, str) else None
        if found and found[2] == "/":
            yield int(found[1]), int(found[3]), _full(int(found[4]))


def _span(parts: Iterable[tuple[int, int, int]]) -> timedelta:
    try:
        days = [date(*part) for part in parts]
    except ValueError:
        return timedelta.max
    return max(days) - min(days)
