"""Any text is answered."""

import sys
from collections.abc import Callable
from datetime import datetime
from types import FrameType

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.models import Expo, Programme
from bot.domain.programme import Index
from bot.questions.engine import Engine
from bot.questions.model import Query

NOW = datetime.fromisoformat("2019-09-24T11:20:00+02:00")
EMPTY = Engine(Index(Programme(expo=Expo(name="Expo", timezone="Europe/Oslo"))))
WORDS = [
    "kl", "14", "15:30", "14.30", "25/9", "9999-12-31", "halv", "tre", "kvart", "på", "over", "til", "fra", "mellom",
    "og", "i", "om", "en", "neste", "siste", "dag", "uke", "time", "morgen", "lunsj", "før", "etter", "at", "in", "the",
    "next", "last", "between", "and", "to", "past", "half", "99", "1000000000000", "1/0", "?", ".", "-", "26.", "26th",
    "GMT",
]  # fmt: skip

MOST_CALLS = 100_000
"""A usual question takes a thousand or two, 500 characters of nonsense half of this in 16 ms."""

texts = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))


@settings(deadline=None, max_examples=300)
@given(texts, st.sampled_from(("nb", "en", "sv", "da")))
def test_ask_answers_any_text(text: str, language: str) -> None:
    first = EMPTY.ask(text, now=NOW, language=language)
    again = EMPTY.ask(text, now=NOW, language=language, thread=first.query)
    assert Query.model_validate_json(again.query.model_dump_json()) == again.query


@settings(deadline=None, max_examples=20)
@given(st.sampled_from(WORDS))
def test_ask_reads_the_beginning_of_an_endless_text(word: str) -> None:
    assert EMPTY.ask(f"{word} " * 3000, now=NOW, language="nb").sessions == ()


class Work:
    """Counts the calls of functions, which unlike seconds are the same on every machine."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _frame: FrameType, event: str, _arg: object) -> None:
        self.calls += event == "call"

    def of(self, do: Callable[[], object]) -> int:
        before = sys.getprofile()
        sys.setprofile(self)
        try:
            do()
        finally:
            sys.setprofile(before)
        return self.calls


@settings(deadline=None, max_examples=60)
@given(st.one_of(texts, st.text(min_size=400, max_size=600), st.sampled_from(WORDS).map(lambda word: word * 2000)))
def test_ask_does_bounded_work_for_any_text(text: str) -> None:
    EMPTY.warm()
    assert Work().of(lambda: EMPTY.ask(text, now=NOW, language="nb")) < MOST_CALLS
