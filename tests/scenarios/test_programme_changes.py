"""The programme changes: who hears of it, what they read, what becomes of their reminders."""

from tests.scenarios.changing import SAMPLE, at, changed, comes, moved, saves, takes, without
from tests.scenarios.conftest import Conversation, World


async def test_move_reaches_who_saved_it_and_nobody_else(world: World, kari: Conversation) -> None:
    other = world.meets(1002, "Per")
    await other.says("/start")
    await saves(kari, "byen-uten-ko")
    before = len(other.messages)
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15", room="sal-1"))
    assert kari.text == (
        "🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Sal 1. Jeg minner deg på den kl. 15:15."
    )
    assert kari.buttons == [["✅ Behold", "✖ Fjern"], ["🔕 Ikke flere slike varsler"]]
    assert len(other.messages) == before


async def test_reminder_moves_along(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15", room="sal-1"))
    count = len(kari.messages)
    await comes(world, "2019-09-24T13:50:00")
    assert len(kari.messages) == count
    await comes(world, "2019-09-24T15:15:00")
    assert kari.text == "⏰ kl. 15:30 · Sal 1 – Byen uten kø"


async def test_keep_and_remove_where_it_arrived(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender")
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15"))
    assert (await kari.presses("✅ Behold"))["text"] == "★ Den blir i agendaen din"
    assert kari.buttons == [["★ Lagret"], ["🔕 Ikke flere slike varsler"]]
    world.clock.set(at("11:30"), 1)
    await takes(world, moved(moved(SAMPLE, "byen-uten-ko", "15:30", "16:15"), "varme-hender", "16:00", "16:45"))
    assert (await kari.presses("✖ Fjern"))["text"] == "☆ Fjernet fra agendaen"
    assert kari.buttons == [["✅ Behold", "☆ Lagre"], ["🔕 Ikke flere slike varsler"]]
    assert await world.app.services.agenda.favourites(1001) == {"byen-uten-ko"}


async def test_cancelled_one_comes_with_what_there_is_instead(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, without(SAMPLE, "byen-uten-ko"))
    assert kari.lines == [
        "❌ Byen uten kø kl. 14:00 er avlyst.",
        "Den holdes også:",
        "1 i morgen kl. 11:00 · Hovedscenen – Byen uten kø",
    ]
    assert kari.buttons == [["☆ Lagre"], ["🔕 Ikke flere slike varsler"]]
    count = len(kari.messages)
    await comes(world, "2019-09-24T13:50:00")
    assert len(kari.messages) == count


async def test_cancelled_one_without_a_repeat_offers_its_track(world: World, kari: Conversation) -> None:
    await saves(kari, "sparkesykkelen")
    await takes(world, changed(SAMPLE, "sparkesykkelen", cancelled=True))
    assert kari.lines[1:] == [
        "I samme spor:",
        "1 kl. 13:00 · Sal 3 – Skoleveien er barnas",
        "2 kl. 14:00 · Hovedscenen – Byen uten kø",
        "3 kl. 16:00 · Hovedscenen – The last private car in town",
    ]
    assert kari.buttons[0] == ["☆ 1", "☆ 2", "☆ 3"]


async def test_vanished_session_that_comes_back_is_still_saved(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, without(SAMPLE, "byen-uten-ko"))
    world.clock.set(at("11:40"), 1)
    await takes(world, SAMPLE)
    assert kari.text == ("✅ Byen uten kø blir noe av likevel: 14:00 Hovedscenen. Jeg minner deg på den kl. 13:45.")


async def test_agenda_lists_what_is_not_on_last_and_lets_it_be_removed(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender", "ung-i-radet")
    off = changed(SAMPLE, "byen-uten-ko", cancelled=True)
    await takes(world, changed(off, "varme-hender", start=None, end=None))
    await kari.says("/agenda")
    assert kari.lines == [
        "Din agenda – 3 sesjoner",
        "I dag",
        "1 14:00–14:45 · KS-paviljongen",
        "Ung i rådet, gammel i saken · intervju · demokrati under press",
        "2 ❌ avlyst · Hovedscenen",
        "Byen uten kø · foredrag · mobilitet",
        "3 🕑 tidspunktet er ikke satt ennå · Sal 3",
        "Velferdsteknologi med varme hender · paneldebatt · sosial bærekraft",
    ]
    await kari.presses("★ 2")
    await kari.presses("★ 3")
    await kari.says("/agenda")
    assert kari.lines[0] == "Din agenda – 1 sesjon"
