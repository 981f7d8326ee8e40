"""Rewriting: a rule is a pattern over the kinds of items, and what to make of those that match."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final

from bot.questions.items import Item, TimeWords

_MIDNIGHT: Final = time()
_REMEMBERED: Final = 2048
"""Rows of kinds of which it is known which rule matches next: most questions are built like one before."""


@dataclass(frozen=True, slots=True)
class Setting:
    """When a question is asked: the local moment, the expo's days, and the words of its language."""

    now: datetime
    days: Sequence[date]
    words: TimeWords

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()

    def later(self, by: timedelta) -> datetime:
        """So much real time from now, also where the clocks are changed in between."""
        return (self.now.astimezone(UTC) + by).astimezone(self.now.tzinfo)

    def at(self, day: date, minute: int) -> datetime:
        """So many minutes into the local day; 24:00 and later are the next day's."""
        return datetime.combine(day, _MIDNIGHT, self.now.tzinfo) + timedelta(minutes=minute)


Value = tuple[str, Any]
Build = Callable[[Setting, Sequence[Item]], Value | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """`build` gives the kind and value of the one item that replaces those matched, or None to leave them."""

    pattern: re.Pattern[str]
    build: Build


def rule(pattern: str, build: Build) -> Rule:
    """A rule with its pattern compiled."""
    return Rule(re.compile(pattern), build)


class Rules:
    """Rules in the order in which they are applied."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._next = lru_cache(maxsize=_REMEMBERED)(self._first)

    def rewrite(self, items: Sequence[Item], setting: Setting) -> list[Item]:
        """The items after each rule in turn was applied wherever it matches."""
        current, kinds = list(items), _kinds(items)
        at = self._next(kinds, 0)
        while at < len(self._rules):
            current = _applied(current, kinds, self._rules[at], setting)
            kinds = _kinds(current)
            at = self._next(kinds, at + 1)
        return current

    def _first(self, kinds: str, start: int) -> int:
        """The place of the first rule from `start` on that matches; how many there are where none does."""
        places = range(start, len(self._rules))
        return next((at for at in places if self._rules[at].pattern.search(kinds)), len(self._rules))


def _kinds(items: Sequence[Item]) -> str:
    return "".join([item.kind for item in items])


def _applied(items: list[Item], kinds: str, one: Rule, setting: Setting) -> list[Item]:
    at = 0
    while match := one.pattern.search(kinds, at):
        matched = items[match.start() : match.end()]
        value = one.build(setting, matched) if matched else None
        if value is None:
            at = match.start() + 1
            continue
        items = [*items[: match.start()], _merged(value, matched), *items[match.end() :]]
        kinds = _kinds(items)
        at = match.start() + 1
    return items


def _merged(value: Value, matched: Sequence[Item]) -> Item:
    word = " ".join(item.word for item in matched if item.word)
    return Item(value[0], value[1], word, matched[0].first, matched[-1].last)
