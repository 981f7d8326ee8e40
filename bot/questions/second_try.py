"""Dates the grammar does not read, given to dateparser: guarded, as it takes names and bare numbers for dates."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from dateparser.date import DateDataParser

from bot.questions.dates import coming
from bot.questions.items import time_words
from bot.questions.rules import Setting
from bot.questions.tokens import Token
from bot.questions.when import Time

_REACH: Final = 4
"""So many tokens at most stand between a month's name and the numbers around it."""

_LONGEST: Final = 40
_MONTH_DAYS: Final = range(1, 32)
_SEASON: Final = timedelta(days=60)
"""Dates farther from today and from the expo are somebody's topic."""

_SETTINGS: Final = {"REQUIRE_PARTS": ["day", "month"], "DATE_ORDER": "DMY"}
_LANGUAGES: Final = {"nb": "nb", "nn": "nb", "en": "en", "sv": "sv", "da": "da"}


def second_try(
    tokens: Sequence[Token], taken: Collection[int], time: Time | None, setting: Setting, language: str
) -> Time | None:
    """The time with the day that dateparser finds where the grammar found none; `taken` are names' tokens."""
    if time and (time.days or time.fixed):
        return time
    shut = {*taken, *(time.used if time else ())}
    span = _span(tokens, shut, language)
    day = _day([tokens[at] for at in span], setting, language) if span else None
    if day is None or not any(abs(day - other) < _SEASON for other in (setting.today, *setting.days)):
        return time
    return replace(time or Time(), days=(day, day), used=(time.used if time else frozenset()).union(span))


def warm() -> None:
    """Do what is slow the first time in each language: up to half a second."""
    for language in _LANGUAGES:
        _parser(language).get_date_data("25-9-2019")


@lru_cache
def _parser(language: str) -> DateDataParser:
    return DateDataParser(languages=[_LANGUAGES[language]], settings=_SETTINGS)


def _span(tokens: Sequence[Token], shut: Collection[int], language: str) -> range:
    """A date of digits, or a month's name and the numbers near it, of which one may be a day; empty for none."""
    words = time_words(language)
    for at, token in enumerate(tokens):
        if at in shut:
            continue
        if token.shape == "date":
            return range(at, at + 1)
        if words.month(token.plain):
            numbers = [one for one in _near(at, len(tokens), shut) if tokens[one].shape in {"number", "ordinal"}]
            if any(_number(tokens[one]) in _MONTH_DAYS for one in numbers):
                return range(min(at, *numbers), max(at, *numbers) + 1)
    return range(0)


def _near(at: int, end: int, shut: Collection[int]) -> range:
    first, last = at, at + 1
    while first > max(at - _REACH, 0) and first - 1 not in shut:
        first -= 1
    while last < min(at + _REACH + 1, end) and last not in shut:
        last += 1
    return range(first, last)


def _number(token: Token) -> int:
    return int(token.text.partition(":")[0])


def _day(tokens: Sequence[Token], setting: Setting, language: str) -> date | None:
    """The date; without a year it is the one that is coming."""
    found: datetime | None = _parser(language).get_date_data(_written(tokens, language)[:_LONGEST]).date_obj
    if found is None:
        return None
    has_year = any(str(found.year) in token.text for token in tokens)
    return found.date() if has_year else coming(setting, found.month, found.day)


def _written(tokens: Sequence[Token], language: str) -> str:
    """Without signs, the month in full: dateparser knows no "25/sept" in three of the languages."""
    text, end = "", -1
    for token in tokens:
        glue = "" if token.start == end else " "
        end = token.end
        text += " " if token.shape == "sign" else glue + (time_words(language).month(token.plain) or token.text)
    return text.strip()
