"""The four languages: each gets its answer, its ☆, its reminder and the broadcast."""

import pytest

from tests.scenarios.conftest import Conversation, World


@pytest.mark.parametrize(
    ("language", "question", "heading", "saved", "reminder"),
    [
        (
            "nb",
            "hva skjer kl 14?",
            "I dag kl. 14:00 – 8 sesjoner",
            "★ Lagret. Jeg sier fra kl. 13:45.",
            "⏰ kl. 14:00 · Hovedscenen – Byen uten kø",
        ),
        (
            "en",
            "what's on at 2 pm?",
            "Today at 14:00 – 8 sessions",
            "★ Saved. Reminder: 13:45.",
            "⏰ 14:00 · Main Stage – Byen uten kø",
        ),
        (
            "sv",
            "vad händer kl 14?",
            "I dag kl. 14.00 – 8 sessioner",
            "★ Sparad. Jag säger till kl. 13.45.",
            "⏰ kl. 14.00 · Stora scenen – Byen uten kø",
        ),
        (
            "da",
            "hvad sker der kl. 14?",
            "I dag kl. 14:00 – 8 sessioner",
            "★ Gemt. Jeg siger til kl. 13:45.",
            "⏰ kl. 14:00 · Hovedscenen – Byen uten kø",
        ),
    ],
)
async def test_language_is_kept_from_question_to_broadcast(
    world: World, ola: Conversation, language: str, question: str, heading: str, saved: str, reminder: str
) -> None:
    guest = world.meets(2001, "Guest", language)
    await guest.says(question)
    assert guest.lines[0] == heading
    assert (await guest.presses("☆ 1"))["text"] == saved
    await world.moves_to("2019-09-24T13:45:00")
    assert guest.unasked == [reminder]
    await ola.says("/broadcast Lunch!")
    await ola.presses("Alle")
    await ola.presses("✅")
    await world.sent()
    assert guest.unasked[1:] == ["📣 Lunch!"]
