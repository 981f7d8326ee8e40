"""Asking in free text."""

from tests.scenarios.conftest import Conversation


async def test_question_lists_what_runs_then(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    assert kari.lines[:3] == [
        "I dag kl. 14:00 – 8 sesjoner",
        "1 14:00–14:45 · Hovedscenen",
        "Byen uten kø · foredrag · mobilitet",
    ]
    assert kari.buttons == [
        ["☆ 1", "☆ 2", "☆ 3", "☆ 4"],
        ["☆ 5", "☆ 6", "☆ 7", "☆ 8"],
        ["1", "2", "3", "4", "5", "6", "7", "8"],
    ]
