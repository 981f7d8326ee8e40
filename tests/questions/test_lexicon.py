"""The lexicon files."""

import pytest

from bot.questions.items import KINDS, VALUES
from bot.questions.tokens import tokenise
from bot.questions.wordlist import VARIANTS, Words, own_table, table

_REFERENCE = table("nb")


@pytest.mark.parametrize("language", VARIANTS)
def test_lexicon_has_the_lists_that_are_read(language: str) -> None:
    rows = table(language)
    assert set(rows["time"]) <= set(KINDS)
    assert set(VALUES) <= set(rows)
    assert set(rows["cues"]) == set(_REFERENCE["cues"])


@pytest.mark.parametrize("language", VARIANTS)
def test_lexicon_is_in_lower_case(language: str) -> None:
    rows = table(language)
    lists = [rows["stop"], *rows["cues"].values(), *rows["time"].values(), *(rows[name] for name in VALUES)]
    assert [word for entries in lists for word in entries if word != word.lower()] == []


def test_concepts_have_at_least_two_words_each() -> None:
    rows = own_table("concepts")
    assert [row for rows_of_kind in rows.values() for row in rows_of_kind if len(row) < 2] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("aften", "aften"),
        ("afetn", "aften"),
        ("aftn", "aften"),
        ("aftten", "aften"),
        ("maten", "maten"),
        ("fat", "fat"),
    ],
)
def test_word_is_read_through_one_slip_but_not_two(written: str, meant: str) -> None:
    assert Words({"aften", "formiddag"}).meant(tokenise(written)[0], lambda _: False) == meant
