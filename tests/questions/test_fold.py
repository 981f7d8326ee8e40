"""Folding."""

from bot.questions.fold import fold


def test_fold_writes_nordic_letters_as_plain_ones() -> None:
    assert fold("Ærlig Å ønske blåbär på övermorgon, Zürich café") == "aerlig a onske blabar pa overmorgon, zurich cafe"
