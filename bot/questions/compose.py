"""Joins clocks, parts of the day and days by what stands between them: before, after, from, till, between."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from bot.questions.clock import DAY_MINUTES, HALF_DAY, HOUR, Clock
from bot.questions.clocks import of_number
from bot.questions.items import Item
from bot.questions.rules import Setting
from bot.questions.wordlist import Part

_EVENING: Final = 18 * HOUR
_SURE_HOUR: Final = 8
"""A bare number from here on is a clock even where an unknown word follows: "after 15 energy"."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes of the day [start, end), what said so, and whether a clock or an operator did (`firm`)."""

    start: int
    end: int
    items: Sequence[Item]
    after: bool = False
    firm: bool = True


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day, what said so, and whether those that start then are meant."""

    days: tuple[date, date]
    items: Sequence[Item]
    after: bool = False


@dataclass(frozen=True, slots=True)
class _Half:
    """The half of the day that is said, and whether it is the evening."""

    name: str = ""
    evening: bool = False

    def of(self, value: Clock) -> int:
        minute = value.settled(self.name)
        midnight = self.evening and value.loose and minute == HALF_DAY
        return DAY_MINUTES if midnight else minute


_Bounds = tuple[int, int, bool]
_Compose = Callable[[Sequence[Item], _Half, Setting], _Bounds | None]


def stretch_of(items: Sequence[Item], setting: Setting) -> Stretch | None:
    """The stretch of the day that is said."""
    core = [item for item in items if item.kind not in "DpzgK,.xvOE*0"]
    kinds = "".join(item.kind for item in core)
    part = next((item.value for item in core if item.kind == "P"), None)
    half = _Half(part.half, part.start >= _EVENING) if part else _Half()
    for pattern, compose in (_MOMENT,) if _JOINING.isdisjoint(kinds) else (*_JOINTS, _MOMENT):
        for match in pattern.finditer(kinds):
            matched = core[match.start() : match.end()]
            bounds = compose(matched, half, setting) if _are_clocks(matched, items) else None
            if bounds:
                used = [*matched, *(item for item in core if item.kind == "P")]
                return Stretch(bounds[0], bounds[1], used, bounds[2])
    return _beside_day(items, half) or _part(core)


def _are_clocks(matched: Sequence[Item], items: Sequence[Item]) -> bool:
    return all(_is_clock(item, items) for item in matched if item.kind in "nu")


def _is_clock(item: Item, items: Sequence[Item]) -> bool:
    if of_number(item) is None:
        return False
    following = next((other for other in items if other.first == item.last), None)
    if following is None or following.kind not in "_USdw%":
        return True
    return following.kind == "_" and item.kind == "n" and item.value >= _SURE_HOUR


def _range(matched: Sequence[Item], half: _Half, setting: Setting) -> _Bounds | None:
    first, last = [item for item in matched if item.kind in "CnuPN"]
    start = setting.now.hour * HOUR + setting.now.minute if first.kind == "N" else _bound(first, half, is_start=True)
    end = _bound(last, half, is_start=False)
    one, two = of_number(first), of_number(last)
    if one and two and one.loose and not two.loose:
        start = max((m for m in (one.minute % HALF_DAY, one.minute % HALF_DAY + HALF_DAY) if m < end), default=start)
    if two and two.loose and end <= start:
        end = end % HALF_DAY + HALF_DAY
    return (start, end, False) if start < end else None


def _bound(item: Item, half: _Half, *, is_start: bool) -> int:
    if isinstance(item.value, Part):
        is_meal = item.value.before is not None
        return item.value.end if is_meal == is_start else item.value.start
    value = of_number(item)
    return half.of(value) if value else 0


def _between(matched: Sequence[Item], half: _Half, setting: Setting) -> _Bounds | None:
    """Between 14 and 15, and between 15 and 14."""
    return _range(matched, half, setting) or _range(matched[::-1], half, setting)


def _both(matched: Sequence[Item], half: _Half, setting: Setting) -> _Bounds | None:
    """At 14 and at 15: what runs from the one to the other."""
    found = _range(matched, half, setting)
    return (found[0], found[1] + 1, False) if found else None


def _from_back(matched: Sequence[Item], half: _Half, setting: Setting) -> _Bounds | None:
    """Before 16 but after 14."""
    return _range(matched[::-1], half, setting)


def _after(matched: Sequence[Item], half: _Half, _: Setting) -> _Bounds | None:
    part = matched[-1].value
    if isinstance(part, Part):
        return (part.end, part.after or DAY_MINUTES, True) if part.end < DAY_MINUTES else None
    return _bound(matched[-1], half, is_start=True), DAY_MINUTES, True


def _from(matched: Sequence[Item], half: _Half, _: Setting) -> _Bounds | None:
    part = matched[-1].value
    return (part.start if isinstance(part, Part) else _bound(matched[-1], half, is_start=True)), DAY_MINUTES, True


def _before(matched: Sequence[Item], half: _Half, _: Setting) -> _Bounds | None:
    part = matched[-1].value
    if isinstance(part, Part):
        return part.before or 0, part.start, False
    end = _bound(matched[-1], half, is_start=False)
    return (0, end, False) if end else None


def _moment(matched: Sequence[Item], half: _Half, _: Setting) -> _Bounds | None:
    minute = _bound(matched[-1], half, is_start=True)
    return minute, minute + 1, False


def _part(core: Sequence[Item]) -> Stretch | None:
    parts = [item for item in core if item.kind == "P"]
    return Stretch(parts[0].value.start, parts[0].value.end, parts, firm=False) if parts else None


_JOINTS: Final[Sequence[tuple[re.Pattern[str], _Compose]]] = (
    (re.compile(r"B[CnuP][&\-T][CnuP]"), _between),
    (re.compile(r"e[CnuP]&?b[CnuP]"), _range),
    (re.compile(r"b[CnuP]&?e[CnuP]"), _from_back),
    (re.compile(r"F[CnuP][T\-b&t][CnuP]"), _range),
    (re.compile(r"[CP][T\-t][CnuP]|[nu][T\-]C|N[T\-b][CnuP]|n[T\-]n|(?<!_)uTu"), _range),
    (re.compile(r"C&C"), _both),
    (re.compile(r"[eh][CnuP]"), _after),
    (re.compile(r"F[CnuP]"), _from),
    (re.compile(r"[bT][CnuP]"), _before),
)
_JOINING: Final = frozenset("BebFTht&-")
"""Each of the joints has one of these."""

_MOMENT: Final = (re.compile(r"C|~[nu]|^&?n$"), _moment)


def _beside_day(items: Sequence[Item], half: _Half) -> Stretch | None:
    """9 tomorrow, torsdag 14, eight tonight."""
    close = [item for item in items if item.kind not in "pzgK,.xi0"]
    part = [item for item in close if item.kind == "P"]
    for one, two in pairwise(close):
        number = two if one.kind in "DP" else one if two.kind in "DP" else None
        beside_part = "P" in {one.kind, two.kind}
        if number and (number.kind == "n" or (number.kind == "u" and beside_part)) and _is_clock(number, items):
            minute = half.of(of_number(number) or Clock(0))
            return Stretch(minute, minute + 1, [number, *part])
    return None


def days_of(items: Sequence[Item], setting: Setting) -> Days | None:
    """The day or days that are said."""
    close = [item for item in items if item.kind not in "pzgK,.xE0"]
    kinds = "".join(item.kind for item in close)
    said = [item for item in close if item.kind == "D"]
    if not said:
        return None
    first, last = said[0].value
    if match := re.search(r"D[T\-&]D", kinds):
        one, two = close[match.start()].value, close[match.end() - 1].value
        if one[0] <= two[1] and (kinds[match.start() + 1] != "&" or (two[0] - one[1]).days == 1):
            return Days((one[0], two[1]), said)
    return _open_days(close, kinds, setting) or Days((first, last), said)


def _open_days(close: Sequence[Item], kinds: str, setting: Setting) -> Days | None:
    """After Wednesday, until Thursday, from Wednesday: as far as the expo goes."""
    match = re.search(r"[ebFT]D(?![CnuP])", kinds)
    if match is None or not setting.days:
        return None
    operator, day = close[match.start()], close[match.start() + 1]
    if operator.word in setting.words.weak_till and "F" not in kinds:
        return None
    first, last = day.value
    if operator.kind == "e":
        bounds = last + timedelta(days=1), max(setting.days[-1], last + timedelta(days=1))
    elif operator.kind == "F":
        bounds = first, max(setting.days[-1], last)
    else:
        bounds = min(setting.days[0], setting.today), last if operator.kind == "T" else first - timedelta(days=1)
    return Days(bounds, [operator, day]) if bounds[0] <= bounds[1] else None
