"""The greeting and what links and QR codes open."""

import pytest

from tests.scenarios.conftest import Conversation, Start, World


async def test_start_greets_with_examples(kari: Conversation) -> None:
    await kari.says("/start")
    assert kari.lines == [
        "Hei! Jeg kan programmet til Nordic Edge Expo 2019. Spør med dine egne ord.",
        "Life Actually – mennesker før teknologi",
        "Dette er en demonstrasjon: nesten alle sesjoner, navn og utstillere er oppdiktet.",
        "· hva skjer kl. 14",
        "· noe om energi i morgen etter lunsj?",
        "· hvem snakker i Sal 2 nå?",
        "Trykk ☆ for å lagre en sesjon, så sier jeg fra før den begynner. /programme viser alt, /help resten.",
    ]


@pytest.mark.parametrize(
    ("language", "greeting"),
    [
        ("nb", "Hei! Jeg kan programmet til Nordic Edge Expo 2019. Spør med dine egne ord."),
        ("nn", "Hei! Jeg kan programmet til Nordic Edge Expo 2019. Spør med dine egne ord."),
        ("sv", "Hej! Jag kan programmet för Nordic Edge Expo 2019. Fråga med egna ord."),
        ("da", "Hej! Jeg kender programmet for Nordic Edge Expo 2019. Spørg med dine egne ord."),
        ("en-GB", "Hi! I know the programme of Nordic Edge Expo 2019. Ask in your own words."),
        ("fi", "Hi! I know the programme of Nordic Edge Expo 2019. Ask in your own words."),
    ],
)
async def test_start_speaks_the_language_of_telegram(world: World, language: str, greeting: str) -> None:
    guest = world.meets(2001, "Guest", language)
    await guest.says("/start")
    assert guest.lines[0] == greeting


async def test_link_to_a_session_opens_its_card(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("1")
    card = kari.text
    links = [entity for entity in kari.messages[0]["entities"] if entity["type"] == "text_link"]
    payload = links[0]["url"].partition("?start=")[2]
    await kari.opens(payload)
    assert payload.startswith("s_")
    assert kari.text == card


async def test_link_to_a_room_opens_what_runs_there(kari: Conversation) -> None:
    await kari.opens("r_hovedscenen")
    pin, room = kari.messages
    assert pin["venue"]["title"] == "Stavanger Forum"
    assert room == kari.last
    assert kari.lines == [
        "📍 Hovedscenen",
        "Rett fram fra inngangen, gjennom Torget og inn til venstre.",
        "Nå: Hvem blir igjen på kaia? (til kl. 11:45)",
        "Deretter: Hva skal vi leve av etterpå?, kl. 13:00",
    ]


async def test_link_to_an_exhibitor_shows_it(kari: Conversation) -> None:
    await kari.opens("e_ladehavn")
    assert kari.lines[:2] == ["1 utstiller", "Ladehavn · 📍 stand 4"]


@pytest.mark.parametrize("payload", ["s_gone", "r_gone", "e_gone", "s_", "r_", "e_"])
async def test_link_to_what_is_gone_says_so(kari: Conversation, payload: str) -> None:
    await kari.opens(payload)
    assert kari.text == ("Den lenken peker på noe som ikke er i programmet lenger. Spør meg heller hva som skjer.")


async def test_link_with_an_unknown_payload_greets(kari: Conversation) -> None:
    await kari.opens("summer-campaign")
    assert kari.lines[0] == "Hei! Jeg kan programmet til Nordic Edge Expo 2019. Spør med dine egne ord."


async def test_bot_without_a_programme_says_so(start: Start) -> None:
    world = await start(programme=None)
    kari = world.meets(1001, "Kari")
    for text in ("/start", "hva skjer kl 14?", "/now", "/programme", "/tracks"):
        await kari.says(text)
        assert kari.text == "Programmet er ikke på plass ennå. Prøv igjen om litt."
    await kari.says("/settings")
    assert kari.lines[0] == "Innstillinger"
