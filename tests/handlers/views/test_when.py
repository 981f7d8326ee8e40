from datetime import date, datetime, time

import pytest

from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.questions.model import Interval
from bot.texts import texts_in
from handlers.views import when

INDEX = Index(Programme.model_validate({"expo": {"name": "Byen", "timezone": "Europe/Oslo"}}))
TUESDAY = date(2019, 9, 24)


def at(moment: str, offset: str = "+02:00") -> datetime:
    return datetime.fromisoformat(f"2019-09-{moment}{offset}")


NOW = at("24T11:20")


@pytest.mark.parametrize(("language", "shown"), [("nb", "14:05"), ("en", "14:05"), ("sv", "14.05"), ("da", "14:05")])
def test_clock_is_as_the_language_writes_it(language: str, shown: str) -> None:
    assert when.clock(texts_in(language), time(14, 5)) == shown


def test_span_is_in_the_expos_zone() -> None:
    assert when.span(texts_in("nb"), INDEX, at("24T12:00", "+00:00"), at("24T12:45", "+00:00")) == "14:00–14:45"


@pytest.mark.parametrize(
    ("language", "day", "shown"),
    [
        ("nb", 24, "i dag"),
        ("nb", 25, "i morgen"),
        ("nb", 26, "torsdag 26. september"),
        ("nb", 23, "mandag 23. september"),
        ("en", 25, "tomorrow"),
        ("en", 26, "Thursday 26 September"),
        ("sv", 26, "torsdag 26 september"),
        ("da", 26, "torsdag 26. september"),
    ],
)
def test_day_is_named_as_people_say_it(language: str, day: int, shown: str) -> None:
    assert when.day(texts_in(language), date(2019, 9, day), TUESDAY) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [("nb", "tir. 24. sep."), ("en", "Tue 24 Sep"), ("sv", "tis 24 sep."), ("da", "tirs. 24. sep.")],
)
def test_day_on_a_button_is_short(language: str, shown: str) -> None:
    assert when.short_day(texts_in(language), TUESDAY) == shown


@pytest.mark.parametrize(
    ("language", "moment", "shown"),
    [
        ("nb", "24T14:00", "kl. 14:00"),
        ("nb", "25T14:00", "i morgen kl. 14:00"),
        ("nb", "26T14:00", "torsdag 26. september kl. 14:00"),
        ("en", "24T14:00", "14:00"),
        ("en", "25T14:00", "tomorrow at 14:00"),
        ("sv", "25T14:00", "i morgon kl. 14.00"),
        ("da", "24T14:00", "kl. 14:00"),
    ],
)
def test_moment_is_told_by_day_and_time(language: str, moment: str, shown: str) -> None:
    assert when.at(texts_in(language), INDEX, at(moment), NOW) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("24T11:20", "24T11:21", "nå, kl. 11:20"),
        ("24T14:00", "24T14:01", "i dag kl. 14:00"),
        ("25T00:00", "25T00:01", "i morgen kl. 00:00"),
        ("25T00:00", "26T00:00", "i morgen"),
        ("25T00:00", "25T12:00", "i morgen før kl. 12:00"),
        ("25T12:00", "26T00:00", "i morgen fra kl. 12:00"),
        ("25T23:00", "26T00:00", "i morgen fra kl. 23:00"),
        ("25T12:00", "25T15:30", "i morgen kl. 12:00–15:30"),
        ("24T00:00", "26T00:00", "fra i dag til i morgen"),
        ("25T00:00", "27T00:00", "fra i morgen til torsdag 26. september"),
        ("25T22:00", "26T02:00", "fra i morgen til torsdag 26. september"),
    ],
)
def test_interval_is_put_into_words(start: str, end: str, shown: str) -> None:
    assert when.interval(texts_in("nb"), INDEX, Interval(start=at(start), end=at(end)), NOW) == shown


def test_interval_is_shown_in_the_expos_zone() -> None:
    night = Interval(start=at("23T22:00", "+00:00"), end=at("24T22:00", "+00:00"))
    assert when.interval(texts_in("en"), INDEX, night, NOW) == "today"


def test_day_when_the_clocks_change_is_a_day() -> None:
    start, end = (datetime.fromisoformat(one) for one in ("2019-10-27T00:00+02:00", "2019-10-28T00:00+01:00"))
    assert when.interval(texts_in("nb"), INDEX, Interval(start=start, end=end), NOW) == "søndag 27. oktober"


@pytest.mark.parametrize(("text", "shown"), [("i dag", "I dag"), ("øl", "Øl"), ("", ""), ("«x»", "«x»")])
def test_capital_is_the_first_letters(text: str, shown: str) -> None:
    assert when.capital(text) == shown
