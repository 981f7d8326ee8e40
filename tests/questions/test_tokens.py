"""Tokens."""

from bot.questions.tokens import LONGEST, tokenise


def _shapes(text: str) -> list[tuple[str, str]]:
    return [(token.shape, token.text) for token in tokenise(text)]


def test_tokenise_keeps_clocks_and_dates_whole() -> None:
    assert _shapes("kl. 14.30 25/9 2019-09-25 15:00 26:e") == [
        ("word", "kl"), ("sign", "."), ("dotted", "14.30"), ("slashed", "25/9"), ("date", "2019-09-25"),
        ("clock", "15:00"), ("ordinal", "26:e"),
    ]  # fmt: skip


def test_tokenise_splits_room_names_at_signs() -> None:
    assert _shapes("K.1.105") == [
        ("word", "K"), ("sign", "."), ("number", "1"), ("sign", "."), ("number", "105"),
    ]  # fmt: skip


def test_tokenise_reads_no_more_than_the_longest_question() -> None:
    assert len(tokenise("a " * 10_000)) == LONGEST / 2
