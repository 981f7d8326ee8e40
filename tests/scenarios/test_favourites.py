"""Saving, the agenda, and reminders."""

from tests.scenarios.conftest import Conversation, World


async def test_star_saves_and_turns(world: World, kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    answer = await kari.presses("☆ 1")
    assert answer["text"] == "★ Lagret. Jeg sier fra kl. 13:45."
    assert kari.buttons[0] == ["★ 1", "☆ 2", "☆ 3", "☆ 4"]
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.text == "⏰ kl. 14:00 · Hovedscenen – Byen uten kø"
    await kari.presses("📍 Finn fram")
    assert kari.lines[0] == "📍 Hovedscenen"
