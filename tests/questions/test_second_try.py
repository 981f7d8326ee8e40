"""Dates only dateparser reads."""

from collections.abc import Callable

import pytest

from bot.questions.model import Answer

Ask = Callable[..., Answer]


def _day(answer: Answer) -> str | None:
    when = answer.query.when
    return f"{when.start:%d.%m. %H:%M}–{when.end:%d.%m. %H:%M}" if when else None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "what's on 25-sep", "25.09. 00:00–26.09. 00:00"),
        ("en", "talks on the 25th day of September", "25.09. 00:00–26.09. 00:00"),
        ("en", "sessions on 9-25-2019", "25.09. 00:00–26.09. 00:00"),
        ("en", "what's on 25/Sep/2019 at 2pm", "25.09. 14:00–25.09. 14:01"),
        ("nb", "hva skjer 26-sept-2019", "26.09. 00:00–27.09. 00:00"),
        ("sv", "vad händer 25/sep?", "25.09. 00:00–26.09. 00:00"),
        ("da", "hvad sker der 25-september", "25.09. 00:00–26.09. 00:00"),
    ],
)
def test_second_try_reads_dates_the_grammar_does_not(ask: Ask, language: str, text: str, expected: str) -> None:
    assert _day(ask(text, language)) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "anything about the March 2020 report"),
        ("en", "when does April/12 Monkeys play?"),
        ("en", "sep 2019 keynote"),
        ("en", "May-Britt 5G"),
        ("nb", "når snakker Mai Lundekvam om 5G?"),
        ("nb", "noe om mars-roveren 2020"),
        ("da", "noget om maj-demonstrationer"),
        ("en", "version 99-99-2019"),
    ],
)
def test_second_try_takes_no_name_and_no_topic_for_a_date(ask: Ask, language: str, text: str) -> None:
    assert _day(ask(text, language)) is None
