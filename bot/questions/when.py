"""The time a question names: always an interval, or none."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from bot.questions.clock import DAY_MINUTES, HOUR
from bot.questions.clocks import CLOCKS
from bot.questions.compose import Days, days_of, stretch_of
from bot.questions.dates import DATES
from bot.questions.fixed import Fixed
from bot.questions.items import Item, time_words
from bot.questions.model import Interval
from bot.questions.rules import Rules, Setting, Value, rule
from bot.questions.spans import SIZES, SPANS
from bot.questions.tokens import Token
from bot.questions.wordlist import Part

_EARLY: Final = Part(6 * HOUR, 10 * HOUR, "am")


@dataclass(frozen=True, slots=True)
class Time:
    """What was said of time: days, a stretch of the day in minutes, or an interval reckoned from now.

    `after`: what starts in it is meant. `lunch`: lunch bounds it. `used`: the tokens that said it. `lengths`: bounds
    in minutes on how long a session lasts, by the query's field.
    """

    days: tuple[date, date] | None = None
    stretch: tuple[int, int] | None = None
    fixed: Fixed | None = None
    after: bool = False
    lunch: bool = False
    used: frozenset[int] = frozenset()
    lengths: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_named(self) -> bool:
        """Whether a time was named, not the length of a session alone."""
        return self.days is not None or self.stretch is not None or self.fixed is not None

    @property
    def firm(self) -> bool:
        """Whether a clock, a part of the day or the like was named, not a day alone."""
        return self.stretch is not None or self.fixed is not None

    def interval(self, setting: Setting, day: date | None = None) -> Interval:
        """As an interval; `day` stands in where no day was said, else today does."""
        if self.fixed:
            return Interval(start=self.fixed.start, end=self.fixed.end)
        first, last = self.days or (day or setting.today, day or setting.today)
        start, end = self.stretch or (0, DAY_MINUTES)
        return Interval(start=setting.at(first, start), end=setting.at(last, end))


def find(
    tokens: Sequence[Token],
    *,
    now: datetime,
    days: Sequence[date],
    language: str,
    taken: Collection[int] = (),
    is_known: Callable[[str], bool] = lambda _: False,
) -> tuple[Time | None, Setting]:
    """The time that the tokens name, None for none. `now` is the expo's local time; `taken` are names' tokens."""
    setting = Setting(now, days, time_words(language))
    items = _RULES.rewrite(setting.words.items(tokens, taken, is_known), setting)
    time = _composed(items, setting)
    lengths = [item for item in items if item.kind == "%"]
    if lengths:
        time = time or Time()
        used = time.used.union(*(range(item.first, item.last) for item in lengths))
        time = replace(time, lengths=dict(item.value for item in lengths), used=used)
    return time, setting


def _early(_: Setting, matched: Sequence[Item]) -> Value | None:
    part = next((item.value for item in matched if item.kind == "P"), None)
    if part is None:
        return "P", _EARLY
    middle = (part.start + part.end) // 2
    if any(item.kind == "E" for item in matched):
        return "P", _EARLY if part.half == "am" else replace(part, end=middle)
    return "P", replace(part, start=middle)


def _dinner(_: Setting, matched: Sequence[Item]) -> Value | None:
    """Middag i aften: where the word for noon also means dinner, the part of the day tells."""
    clock, part = (next(item for item in matched if item.kind == kind) for kind in "CP")
    said_in_words = not clock.value.loose and clock.word.isalpha()
    return ("P", part.value) if said_in_words and not part.value.start <= clock.value.minute < part.value.end else None


_RULES: Final = Rules(
    *CLOCKS,
    *SIZES,
    *DATES,
    *SPANS,
    rule(r"T?C[pzti]*P", _dinner),
    rule(r"E[pzti]*P|P[pzti]*E|L[pzti]*P|PL", _early),
    rule(r"(?<=D)E|E(?=[pzgti]*D)", _early),
)


def _composed(items: Sequence[Item], setting: Setting) -> Time | None:
    items = _with_weak_before(items, setting)
    days = days_of(items, setting)
    found = stretch_of(items, setting)
    said = [item for item in items if item.kind in "DE"]
    fixed = next((item for item in items if item.kind == "G"), None)
    if fixed and not (found and found.firm):
        return Time(fixed=fixed.value, after=fixed.value.after, used=_tokens(items, [*said, fixed]))
    if found:
        used = _tokens(items, [*said, *found.items])
        lunch = any(item.kind == "P" and item.value.is_lunch for item in found.items)
        return Time(days.days if days else None, (found.start, found.end), after=found.after, lunch=lunch, used=used)
    return _loose(items, days, setting)


def _loose(items: Sequence[Item], days: Days | None, setting: Setting) -> Time | None:
    """Only a day, or now, or later."""
    today = days is None or days.days == (setting.today, setting.today)
    midnight = setting.at(setting.today, DAY_MINUTES)
    said = [item for item in items if item.kind == "D"]
    for kind, fixed in (("r", Fixed(setting.now, midnight)), ("q", Fixed(setting.at(setting.today, 0), setting.now))):
        word = next((item for item in items if item.kind == kind), None)
        if word and today and (kind == "r" or days):
            return Time(fixed=fixed, used=_tokens(items, [*said, word]))
    now = next((item for item in items if item.kind == "N"), None)
    if now and today:
        return Time(fixed=now.value, used=_tokens(items, [*said, now]))
    return Time(days.days, after=days.after, used=_tokens(items, days.items)) if days else None


def _with_weak_before(items: Sequence[Item], setting: Setting) -> list[Item]:
    """For kl 11: "før" without its mark, where a clock or a meal follows."""
    weak = setting.words.weak_before
    if not weak:
        return list(items)
    return [
        item._replace(kind="b") if item.kind == "p" and item.word in weak and _is_bound(items, at + 1) else item
        for at, item in enumerate(items)
    ]


def _is_bound(items: Sequence[Item], at: int) -> bool:
    following = items[at] if at < len(items) else None
    return following is not None and (
        following.kind == "C" or (following.kind == "P" and following.value.before is not None)
    )


def _tokens(items: Sequence[Item], used: Sequence[Item]) -> frozenset[int]:
    """The tokens of the items used, and of the small words right before each."""
    firsts = {item.first for item in used}
    tokens: set[int] = set()
    is_near = False
    for item in reversed(items):
        is_near = item.first in firsts or (is_near and item.kind in "pzgKixO")
        if is_near:
            tokens.update(range(item.first, item.last))
    return frozenset(tokens)
