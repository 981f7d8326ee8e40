"""Asking in free text."""

import json
from pathlib import Path

import pytest

from tests.scenarios.conftest import ORGANISER, Conversation, Start, World


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


async def test_question_in_another_language_is_answered_in_it(kari: Conversation) -> None:
    await kari.says("what's on tomorrow at 10?")
    assert kari.lines[:3] == [
        "Tomorrow at 10:00 – 8 sessions",
        "1 10:00–10:45 · Main Stage",
        "Strøm nok til alle · talk · value creation · 🇳🇴",
    ]
    await kari.says("/settings")
    assert kari.lines[0] == "Innstillinger"


async def test_answer_turns_its_pages(kari: Conversation) -> None:
    await kari.says("hva skjer i morgen?")
    first = kari.text, kari.buttons
    assert kari.lines[0] == "I morgen – 59 sesjoner"
    assert kari.lines[-1] == "… og 51 til"
    assert kari.buttons[-1] == ["▶"]
    await kari.presses("▶")
    assert kari.lines[:2] == ["I morgen – 59 sesjoner", "9 09:15–09:45 · Loftet"]
    assert kari.buttons[-1] == ["◀", "▶"]
    await kari.presses("◀")
    assert (kari.text, kari.buttons) == first
    assert len(kari.messages) == 1


async def test_answer_has_a_last_page(kari: Conversation) -> None:
    await kari.says("hva skjer i morgen?")
    for _ in range(7):
        await kari.presses("▶")
    assert kari.buttons == [["☆ 57", "☆ 58", "☆ 59"], ["57", "58", "59"], ["◀"]]


async def test_ambiguous_question_is_asked_back(kari: Conversation) -> None:
    await kari.says("når snakker Solheim?")
    assert kari.text == "Hvilken mener du?"
    assert kari.buttons == [["Ingrid Solheim"], ["Per Solheim"]]
    await kari.presses("Per Solheim")
    assert kari.lines[:2] == [
        "🎤 Per Solheim, gründer, Fjøsbotikk",
        "Bondesønn og robotbygger. Ingen slektning av de andre som heter Solheim på programmet, så vidt han vet.",
    ]


async def test_follow_up_keeps_the_thread(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.says("og i morgen?")
    assert kari.lines[0] == "I morgen kl. 14:00 – 8 sesjoner"
    await kari.says("bare på engelsk")
    assert kari.lines[0] == "I morgen kl. 14:00 · på engelsk – 2 sesjoner"
    await kari.says("husk den første")
    assert kari.lines == [
        "The smartest thing is a bench",
        "i morgen kl. 14:00 · Hovedscenen",
        "★ Lagret. Jeg sier fra i morgen kl. 13:45.",
    ]


async def test_follow_up_after_a_break_begins_anew(world: World, kari: Conversation) -> None:
    await kari.says("hva skjer kl 14 i morgen?")
    await world.moves_to("2019-09-24T11:40:00")
    await kari.says("hva skjer kl 15?")
    assert kari.lines[0] == "I dag kl. 15:00 – 7 sesjoner"


async def test_follow_up_belongs_to_its_own_chat(world: World, kari: Conversation) -> None:
    per = world.meets(1002, "Per")
    await kari.says("hva skjer i Sal 3 i morgen?")
    await per.says("hva skjer kl 14?")
    assert per.lines[0] == "I dag kl. 14:00 – 8 sesjoner"


async def test_several_questions_are_all_answered(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14? hva skjer i morgen kl 10?")
    assert [message["text"].splitlines()[0] for message in kari.messages] == [
        "I dag kl. 14:00 – 8 sesjoner",
        "I morgen kl. 10:00 – 8 sesjoner",
    ]


async def test_question_without_an_answer_offers_the_nearest(kari: Conversation) -> None:
    await kari.says("noe om energi i sal 3 etter kl 16?")
    assert kari.lines[:5] == [
        "Jeg fant ingenting for: I dag fra kl. 16:00 · Sal 3 · «energi».",
        "Det nærmeste jeg har:",
        "I dag",
        "1 15:15–16:00 · Sal 3",
        "Varme fra datasenteret · foredrag · verdiskaping",
    ]


async def test_day_outside_the_expo_says_when_the_expo_is(kari: Conversation) -> None:
    await kari.says("hva skjer på mandag?")
    assert kari.lines[:5] == [
        "Jeg fant ingenting for: Mandag 30. september.",
        "Messen varer fra tirsdag 24. september til torsdag 26. september.",
        "Det nærmeste jeg har:",
        "Torsdag 26. september",
        "1 15:00–15:30 · Hovedscenen",
    ]
    assert kari.buttons[-1] == ["Torsdag 26. september"]
    await kari.presses("Torsdag")
    assert kari.lines == ["Torsdag 26. september – 41 sesjoner"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("når er det slutt i kveld?", "Slutter kl. 22:00."),
        ("when does the expo end", "Ends: Thursday 26 September at 15:30"),
        ("när slutar Strøm nok til alle?", "Slutar i morgon kl. 10.45."),
        ("hvornår er det slut i morgen", "Slutter i morgen kl. 22:30."),
    ],
)
async def test_end_is_said_first(kari: Conversation, text: str, line: str) -> None:
    await kari.says(text)
    assert kari.lines[0] == line


async def test_short_is_said_in_minutes(kari: Conversation) -> None:
    await kari.says("noe kort om mobilitet")
    assert kari.lines[0] == "Mobilitet · høyst 30 min – 1 sesjon"


async def test_agenda_asked_for_is_the_agenda(world: World, kari: Conversation) -> None:
    await kari.says("husk Strøm nok til alle")
    await kari.says("husk Kommune søker gründer")
    ola = world.meets(ORGANISER, "Ola")
    await ola.says("/cancel Strøm nok til alle")
    await kari.says("/agenda")
    agenda = kari.lines, kari.buttons
    assert "2 ❌ avlyst · Hovedscenen" in kari.lines
    await kari.says("vis agendaen min")
    assert (kari.lines, kari.buttons) == agenda
    await kari.says("agendaen min i morgen")
    assert kari.lines[:2] == ["Din agenda · I morgen – 1 sesjon", "1 ❌ avlyst · Hovedscenen"]


async def test_session_without_a_time_is_shown_without_one(start: Start, tmp_path: Path) -> None:
    title = "Welcome to the harbour"
    sessions = [{"id": "a", "title": title}, {"id": "b", "title": title, "cancelled": True}]
    programme = {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "sessions": sessions}
    (tmp_path / "programme.json").write_text(json.dumps(programme))
    world = await start(programme=str(tmp_path / "programme.json"))
    kari = world.meets(1001, "Kari", "en")
    await kari.says(f"when is {title}?")
    assert kari.lines == [f"{title} – 2 sessions", "1 🕑 not scheduled yet", title, "2 ❌ cancelled", title]
    assert (await kari.presses("☆ 1"))["text"] == "★ Saved"
    await kari.presses("1")
    assert kari.lines == [title, "🕑 not scheduled yet"]
    await kari.presses("2")
    assert kari.lines == [title, "❌ cancelled"]


async def test_exhibitors_come_in_pages(kari: Conversation) -> None:
    await kari.says("hvilke utstillere finnes?")
    assert (kari.lines[0], kari.lines[-1], kari.buttons) == ("40 utstillere", "… og 32 til", [["▶"]])
    for _ in range(4):
        await kari.presses("▶")
    assert (kari.lines[0], kari.buttons) == ("40 utstillere", [["◀"]])
    assert len(kari.lines) == 17


async def test_topic_that_is_a_track_is_listed_in_time_order(world: World, kari: Conversation) -> None:
    await kari.says("i morgen etter lunsj om mobilitet")
    assert [line.split()[1][:5] for line in kari.lines[1::2]] == ["13:00", "14:00", "15:00", "16:00", "16:00"]
    await world.moves_to("2019-09-25T15:30")
    await kari.says("noe om mobilitet")
    assert [kari.lines[1], *(line.split(" · ")[0] for line in kari.lines[3:6:2])] == [
        "I dag",
        "Parcels, pavements and patience",
        "Free buses for everyone?",
    ]


async def test_saving_what_is_held_twice_asks_which(world: World, kari: Conversation) -> None:
    await kari.says("lagre Byen uten kø")
    assert kari.text == "Hvilken mener du?"
    assert kari.buttons == [["Kl. 14:00 · Byen uten kø"], ["I morgen kl. 11:00 · Byen uten kø"]]
    assert await world.app.services.agenda.favourites(1001) == set()
    await kari.presses("I morgen")
    assert await world.app.services.agenda.favourites(1001) == {"byen-uten-ko-onsdag"}
    await world.moves_to("2019-09-24T15:00")
    await kari.says("lagre Byen uten kø")
    assert kari.lines[1] == "i morgen kl. 11:00 · Hovedscenen"
