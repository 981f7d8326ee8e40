"""The time a question names."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.questions.tokens import tokenise
from bot.questions.when import find

NOW = datetime(2019, 9, 24, 11, 20, tzinfo=ZoneInfo("Europe/Oslo"))
DAYS = [date(2019, 9, 24), date(2019, 9, 25), date(2019, 9, 26)]


def _when(language: str, text: str) -> str | None:
    time, setting = find(tokenise(text), now=NOW, days=DAYS, language=language)
    if time is None or not time.is_named:
        return None
    interval = time.interval(setting)
    return f"{interval.start:%d %H:%M}–{interval.end:%d %H:%M}{' after' if time.after else ''}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "kl 14", "24 14:00–24 14:01"),
        ("nb", "kl14", "24 14:00–24 14:01"),
        ("nb", "klokka 0900", "24 09:00–24 09:01"),
        ("nb", "14.30", "24 14:30–24 14:31"),
        ("nb", "halv ett", "24 12:30–24 12:31"),
        ("nb", "fem på tolv", "24 11:55–24 11:56"),
        ("nb", "kvart på ett", "24 12:45–24 12:46"),
        ("nb", "ved 14-tiden", "24 14:00–24 14:01"),
        ("sv", "vid tretiden", "24 15:00–24 15:01"),
        ("sv", "tio i halv ett", "24 12:20–24 12:21"),
        ("da", "kvart i et", "24 12:45–24 12:46"),
        ("en", "half two", "24 14:30–24 14:31"),
        ("en", "ten to three", "24 14:50–24 14:51"),
        ("en", "two thirty tomorrow", "25 14:30–25 14:31"),
        ("en", "2 p.m.", "24 14:00–24 14:01"),
        ("en", "7 in the morning", "24 07:00–24 07:01"),
        ("en", "at 8 tonight", "24 20:00–24 20:01"),
        ("en", "midnight", "25 00:00–25 00:01"),
        ("en", "8:00 GMT", "24 10:00–24 10:01"),
    ],
)
def test_when_reads_clocks(language: str, text: str, expected: str) -> None:
    assert _when(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "i overmorgen", "26 00:00–27 00:00"),
        ("nb", "tirsdag", "24 00:00–25 00:00"),
        ("nb", "den 26.", "26 00:00–27 00:00"),
        ("nb", "26.9. kl 13", "26 13:00–26 13:01"),
        ("nb", "24.-26. september", "24 00:00–27 00:00"),
        ("nb", "onsdag og torsdag", "25 00:00–27 00:00"),
        ("nb", "etter onsdag", "26 00:00–27 00:00"),
        ("sv", "den 25:e", "25 00:00–26 00:00"),
        ("da", "den anden dag", "25 00:00–26 00:00"),
        ("en", "Sept 26 at 10", "26 10:00–26 10:01"),
        ("en", "9/25", "25 00:00–26 00:00"),
        ("en", "2019-09-25", "25 00:00–26 00:00"),
        ("en", "day three", "26 00:00–27 00:00"),
        ("en", "wed 10am", "25 10:00–25 10:01"),
        ("en", "the weekend", "27 18:00–30 00:00"),
    ],
)
def test_when_reads_days(language: str, text: str, expected: str) -> None:
    assert _when(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "mellom ett og tre", "24 13:00–24 15:00"),
        ("nb", "mellom 15 og 14", "24 14:00–24 15:00"),
        ("en", "between 15 and 14", "24 14:00–24 15:00"),
        ("nb", "fra 9 til 10.30", "24 09:00–24 10:30"),
        ("nb", "mellom lunsj og kl 15", "24 13:00–24 15:00"),
        ("nb", "i ettermiddag mellom 2 og 4", "24 14:00–24 16:00"),
        ("nb", "før lunsj på torsdag", "26 06:00–26 12:00"),
        ("nb", "for kl 11", "24 00:00–24 11:00"),
        ("nb", "etter kl. 15", "24 15:00–25 00:00 after"),
        ("nb", "tidlig onsdag", "25 06:00–25 10:00"),
        ("sv", "sent ikväll", "24 21:00–25 00:00"),
        ("da", "efter frokost", "24 13:00–24 18:00 after"),
        ("da", "middag i aften", "24 18:00–25 00:00"),
        ("en", "between 1 and 3 pm", "24 13:00–24 15:00"),
        ("en", "11:30-1:30", "24 11:30–24 13:30"),
        ("en", "until 3", "24 00:00–24 15:00"),
        ("en", "from noon", "24 12:00–25 00:00 after"),
    ],
)
def test_when_reads_stretches_of_the_day(language: str, text: str, expected: str) -> None:
    assert _when(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "om halvannen time", "24 12:50–24 12:51"),
        ("nb", "de neste to timene", "24 11:20–24 13:20"),
        ("nb", "for en time siden", "24 10:20–24 10:21"),
        ("nb", "hva er igjen i dag", "24 11:20–25 00:00"),
        ("nn", "no", "24 11:20–24 11:21"),
        ("sv", "om en kvart", "24 11:35–24 11:36"),
        ("da", "den næste halve time", "24 11:20–24 11:50"),
        ("en", "in an hour and a half", "24 12:50–24 12:51"),
        ("en", "within the next 30 minutes", "24 11:20–24 11:50"),
        ("en", "the rest of the afternoon", "24 12:00–24 18:00"),
        ("en", "earlier today", "24 00:00–24 11:20"),
    ],
)
def test_when_reckons_from_now(language: str, text: str, expected: str) -> None:
    assert _when(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nb", "tre foredrag om energi"),
        ("nb", "5G og 6G"),
        ("nb", "rom 14"),
        ("nb", "Python 3.12"),
        ("nb", "hva er nytt i 2019"),
        ("en", "room 101"),
        ("en", "the May conference"),
        ("en", "second session"),
        ("en", "what about 2030"),
        ("en", "3 talks on energy"),
        ("en", "no time"),
    ],
)
def test_when_is_none_where_no_time_is_named(language: str, text: str) -> None:
    assert _when(language, text) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("nb", "imrogen ettermidag", "25 12:00–25 18:00"),
        ("nb", "onsadg", "25 00:00–26 00:00"),
        ("nb", "kvart ovver to", "24 14:15–24 14:16"),
        ("sv", "torsdg kl 10", "26 10:00–26 10:01"),
        ("en", "wendesday at hlaf two", "25 14:30–25 14:31"),
    ],
)
def test_when_reads_through_slips(language: str, text: str, expected: str) -> None:
    assert _when(language, text) == expected


def test_when_is_reckoned_in_real_time_where_the_clocks_are_changed() -> None:
    night = datetime(2019, 10, 27, 2, 30, tzinfo=ZoneInfo("Europe/Oslo"))
    time, setting = find(tokenise("om en time"), now=night, days=DAYS, language="nb")
    assert time is not None
    assert time.interval(setting).start.isoformat() == "2019-10-27T02:30:00+01:00"
