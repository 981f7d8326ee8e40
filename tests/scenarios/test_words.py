"""What is asked for in words is done: each thing a command or a button does."""

import sqlite3

import pytest

from data import favourites, subscriptions
from tests.scenarios.conftest import Conversation, World


@pytest.mark.parametrize(
    ("text", "said", "button"),
    [
        ("følg mobilitet", "🔔 Du følger mobilitet.", "🔕 Slutt å følge mobilitet"),
        ("I want to follow the mobility track", "🔔 You follow mobility.", "🔕 Unfollow mobility"),
        ("jag vill följa mobilitet", "🔔 Du följer mobilitet.", "🔕 Sluta följa mobilitet"),
        ("abonner på sporet mobilitet, tak", "🔔 Du følger mobilitet.", "🔕 Følg ikke længere mobilitet"),
    ],
)
async def test_track_is_followed(world: World, kari: Conversation, text: str, said: str, button: str) -> None:
    await kari.says(text)
    assert (kari.text, kari.buttons) == (said, [[button]])
    assert await world.database.read(lambda db: subscriptions.of_chat(db, 1001)) == ["mobilitet"]


async def test_track_is_followed_no_more(world: World, kari: Conversation) -> None:
    await kari.says("følg mobilitet")
    await kari.says("hvilke spor følger jeg?")
    assert kari.lines[0] == "Sporene"
    await kari.says("unfollow mobility")
    assert kari.text == "🔕 You no longer follow mobility."
    assert await world.database.read(lambda db: subscriptions.of_chat(db, 1001)) == []


async def test_track_of_what_is_shown_is_followed(kari: Conversation) -> None:
    await kari.says("Strøm nok til alle")
    await kari.says("følg det sporet")
    assert kari.text == "🔔 Du følger verdiskaping."


async def test_unknown_track_to_unfollow_shows_them_all(kari: Conversation) -> None:
    await kari.says("slutt å følge romfart")
    assert kari.lines[0] == "Sporene"


@pytest.mark.parametrize("text", ["hva følger etter lunsj?", "what follows the mobility panel", "følg med på energi"])
async def test_question_is_no_order(world: World, kari: Conversation, text: str) -> None:
    await kari.says(text)
    assert await world.database.read(lambda db: subscriptions.of_chat(db, 1001)) == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("slett alt om meg", "Skal jeg slette alt jeg har om deg"),
        ("please forget me", "Shall I erase everything I keep about you"),
        ("radera mina uppgifter", "Ska jag radera allt jag har om dig"),
        ("slet alt om mig", "Skal jeg slette alt, hvad jeg har om dig"),
    ],
)
async def test_forgetting_is_confirmed(world: World, kari: Conversation, text: str, question: str) -> None:
    await kari.says("husk Strøm nok til alle")
    await kari.says(text)
    assert kari.text.startswith(question)
    assert await world.app.services.agenda.favourites(1001) == {"strom-nok-til-alle"}
    await kari.presses("🗑")
    assert await world.app.services.agenda.favourites(1001) == set()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("hva vet du om meg?", "Alt jeg har om deg"),
        ("what data do you have about me", "Everything I keep about you"),
        ("vad har du sparat om mig", "Allt jag har om dig"),
        ("innstillinger", "Innstillinger"),
        ("settings", "Settings"),
        ("tysta timmar", "Inställningar"),
        ("personvernerklæring", "Personvern"),
        ("bytt språk", "Hvilket språk skal jeg snakke?"),
        ("do you speak German?", "Which language shall I speak?"),
        ("påminnelser", "Hvor lenge før en sesjon vil du bli minnet på den?"),
    ],
)
async def test_command_may_be_said(kari: Conversation, text: str, heading: str) -> None:
    await kari.says(text)
    assert (kari.messages[-1]["text"] if len(kari.messages) == 1 else "").splitlines()[0] == heading


@pytest.mark.parametrize(
    ("text", "language", "lines"),
    [
        ("stop reminders", "nb", ["Changed. This is what holds now:", "🕑 No reminders"]),
        ("skru av påminnelser", "nb", ["Endret. Nå gjelder:", "🕑 Ingen påminnelser"]),
        ("påminn mig 45 minuter innan", "sv", ["Ändrat. Nu gäller:", "🕑 Påminnelse 45 minuter innan"]),
        ("remind me an hour before", "en", ["Changed. This is what holds now:", "🕑 Reminder 60 minutes before"]),
        ("minn meg alltid på en halvtime før", "nb", ["Endret. Nå gjelder:", "🕑 Påminnelse 30 minutter før"]),
    ],
)
async def test_reminders_are_set(world: World, text: str, language: str, lines: list[str]) -> None:
    asker = world.meets(1001, "Kari", language)
    await asker.says(text)
    assert asker.lines[:2] == lines


async def test_reminders_are_switched_on_again(kari: Conversation) -> None:
    await kari.says("ingen påminnelser")
    await kari.says("skru på påminnelser")
    assert kari.lines[1] == "🕑 Påminnelse 15 minutter før"


async def test_lead_of_ones_own_is_among_the_choices(kari: Conversation) -> None:
    await kari.says("minn meg på det 45 minutter før")
    await kari.presses("🕑")
    assert kari.buttons == [["5 min", "10 min", "15 min"], ["30 min", "✅ 45 min", "60 min"], ["Av"]]
    await kari.presses("✅ 45 min")
    assert kari.lines[1] == "🕑 Påminnelse 45 minutter før"


async def test_alerts_are_switched_off_and_on(kari: Conversation) -> None:
    await kari.says("skru av varsler")
    assert (kari.lines[0], kari.lines[3]) == ("Endret. Nå gjelder:", "🔕 Ingen varsler om endringer")
    await kari.says("skru på varsler")
    assert kari.lines[3] == "🔔 Varsler når noe du har lagret eller følger, endres"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("change language to English", "nb", "English"),
        ("bytt til norsk", "sv", "Norsk (bokmål)"),
        ("kan du snakke svensk?", "nb", "Svenska"),
        ("skift til dansk", "nb", "Dansk"),
        ("prata norska", "sv", "Norsk (bokmål)"),
    ],
)
async def test_language_is_changed(world: World, text: str, language: str, name: str) -> None:
    asker = world.meets(1001, "Kari", language)
    await asker.says(text)
    assert asker.lines[-1] == f"💬 {name}"
    await asker.says("/settings")
    assert asker.lines[-1] == f"💬 {name}"


async def test_reminder_has_a_lead_of_its_own(world: World, kari: Conversation) -> None:
    await kari.says("husk Strøm nok til alle")
    await kari.says("minn meg på det 30 minutter før")
    assert kari.lines[-1] == "★ Lagret. Jeg sier fra i morgen kl. 09:30."
    await kari.says("/settings")
    assert kari.lines[1] == "🕑 Påminnelse 15 minutter før"
    await kari.says("/mydata")
    assert "· Strøm nok til alle · 30 min" in kari.lines
    await world.moves_to("2019-09-25T09:30")
    assert [text.splitlines()[0] for text in kari.unasked] == ["⏰ kl. 10:00 · Hovedscenen – Strøm nok til alle"]


async def test_reminder_of_a_named_session_has_its_lead(kari: Conversation) -> None:
    await kari.says("remind me of Strøm nok til alle an hour before")
    assert kari.lines[-1] == "★ Saved. Reminder: tomorrow at 09:00."


async def test_session_is_taken_out(world: World, kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.says("lagre nummer to")
    assert len(await world.app.services.agenda.favourites(1001)) == 1
    await kari.says("remove it from my agenda")
    assert (kari.lines[-1], kari.buttons[0]) == ("☆ Removed from your agenda", ["☆ 1"])
    assert await world.app.services.agenda.favourites(1001) == set()


async def test_session_that_is_saved_once_is_the_one_to_take_out(world: World, kari: Conversation) -> None:
    await kari.says("husk Byen uten kø i morgen")
    await kari.says("fjern Byen uten kø fra agendaen min")
    assert kari.lines[1:] == ["i morgen kl. 11:00 · Hovedscenen", "☆ Fjernet fra agendaen"]
    assert await world.app.services.agenda.favourites(1001) == set()


async def test_session_is_silenced_and_reminded_of_again(world: World, kari: Conversation) -> None:
    def leads(db: sqlite3.Connection) -> list[int | None]:
        return [one.lead for one in favourites.of_chat(db, 1001)]

    await kari.says("husk Strøm nok til alle")
    await kari.says("ikke minn meg på den")
    assert kari.lines[-1] == "Greit, ingen flere påminnelser om denne. Den er fortsatt lagret."
    assert await world.database.read(leads) == [0]
    await kari.says("husk den")
    assert kari.lines[-1] == "★ Lagret. Jeg sier fra i morgen kl. 09:45."
    assert await world.database.read(leads) == [None]


async def test_nothing_to_take_out_shows_the_agenda(kari: Conversation) -> None:
    await kari.says("husk Strøm nok til alle")
    await kari.says("/settings")
    await kari.says("tøm agendaen")
    assert kari.lines[0] == "Din agenda – 1 sesjon"
