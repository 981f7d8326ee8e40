"""The language of a question."""

import pytest

from bot.questions.language import detect
from bot.questions.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hva skjer i morgen?", "nb"),
        ("Kva skjer i morgon?", "nn"),
        ("What is on tomorrow?", "en"),
        ("Vad händer imorgon?", "sv"),
        ("Hvad sker der i morgen?", "da"),
        ("vad hander pa torsdag", "sv"),
        ("hvor er do?", "nb"),
    ],
)
def test_detect_tells_the_language_by_its_words(text: str, language: str) -> None:
    assert {detect(tokenise(text), chat) for chat in ("nb", "en", "sv", "da")} == {language}


@pytest.mark.parametrize("chat", ["nb", "en", "sv", "da"])
def test_detect_falls_back_on_the_chats_language(chat: str) -> None:
    assert [detect(tokenise(text), chat) for text in ("25/9", "Solheim", "", "日本語")] == [chat] * 4
