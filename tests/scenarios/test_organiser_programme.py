"""Organisers change the programme in chat: a file, /move, /cancel, /restore, /add."""

import asyncio
import json
from importlib.resources import files
from typing import Any

import pytest

from bot.domain.models import Programme
from data.proposals import Offer
from tests.scenarios.conftest import Conversation, World

SAMPLE = Programme.model_validate_json((files("data") / "sample" / "programme.json").read_bytes())


def document(**changes: dict[str, Any]) -> bytes:
    """The sample's file, with fields of sessions changed; underscores stand for hyphens."""
    told = json.loads((files("data") / "sample" / "programme.json").read_text())
    for session in told["sessions"]:
        session.update(changes.get(session["id"].replace("-", "_"), {}))
    return json.dumps(told).encode()


async def saves(person: Conversation, key: str) -> None:
    await person.says(f"/start s_{key}")
    await person.presses("☆ Lagre")


async def hears(person: Conversation, count: int) -> None:
    async with asyncio.timeout(30):
        while len(person.messages) < count:
            await asyncio.sleep(0.01)


async def uploads(world: World, person: Conversation, content: bytes, name: str = "program.json") -> None:
    person.person.upload(name, content)
    await world.settled()


MOVED = {
    "byen_uten_ko": {"start": "2019-09-24T15:30:00+02:00", "end": "2019-09-24T16:15:00+02:00", "room": "sal-1"},
    "varme_hender": {"abstract": "Ny tekst."},
}


async def test_file_shows_its_difference_and_waits_for_yes(world: World, kari: Conversation, ola: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    count = len(kari.messages)
    await uploads(world, ola, document(**MOVED))
    assert ola.lines == [
        "program.json: 157 sesjoner",
        "1 flyttet · 1 bare med ny tekst",
        "🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Sal 1.",
        "Gjelder 1 person.",
        "✏ Velferdsteknologi med varme hender: bare tekst",
        "Gjelder 0 personer.",
        "Til sammen gjelder det 1 person.",
    ]
    assert ola.buttons == [["✅ Ta i bruk", "✖ Avbryt"]]
    assert len(kari.messages) == count
    await ola.presses("✅ Ta i bruk")
    assert ola.text == "✅ Nå gjelder det nye programmet. Endringer: 2. Personer som får vite om dem: 1."
    await hears(kari, count + 1)
    assert kari.lines[0].startswith("🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Sal 1.")


async def test_file_may_bring_people_and_rooms_nobody_knows_yet(world: World, ola: Conversation) -> None:
    told = json.loads(document(byen_uten_ko={"room": "teltet"}, varme_hender={"speakers": ["ny"]}))
    told["rooms"].append({"id": "teltet", "name": "Teltet"})
    told["speakers"].append({"id": "ny", "name": "Nora Nyvik"})
    await uploads(world, ola, json.dumps(told).encode())
    assert ola.lines[2].endswith("Hovedscenen → Teltet.")
    assert ola.lines[4].endswith("→ Nora Nyvik.")


async def test_file_declined_changes_nothing(world: World, ola: Conversation) -> None:
    await uploads(world, ola, document(**MOVED))
    await ola.presses("✖ Avbryt")
    assert ola.text == "Programmet blir som det er."
    assert world.app.services.programme.index.programme == SAMPLE


async def test_broken_file_gets_one_clear_line(world: World, ola: Conversation) -> None:
    await uploads(world, ola, b'{"expo": {"name": "X"}, "sessions": 7}')
    assert len(ola.lines) == 1
    assert ola.text.startswith("Jeg klarer ikke å lese program.json; programmet blir som det er. line 1")
    assert world.app.services.programme.index.programme == SAMPLE


async def test_file_telegram_does_not_hand_over_is_said_kindly(world: World, ola: Conversation) -> None:
    await uploads(world, ola, b"x" * (20 * 1024 * 1024 + 1))
    assert ola.text == "Filen er for stor: Telegram lar meg hente høyst 20 MB."


async def test_suspicious_file_needs_a_second_yes(world: World, ola: Conversation) -> None:
    told = json.loads(document())
    told["sessions"], told["exhibitors"] = told["sessions"][:20], []
    await uploads(world, ola, json.dumps(told).encode())
    assert ola.lines[-1] == "⚠ Mer enn en tredel av programmet ville bli borte. Er det riktig fil?"
    await ola.presses("✅ Ta i bruk")
    assert world.app.services.programme.index.programme == SAMPLE
    await ola.presses("✅ Ta i bruk")
    assert len(world.app.services.programme.index.sessions) == 20


async def test_file_from_an_attendee_is_not_understood(world: World, kari: Conversation) -> None:
    await uploads(world, kari, document(**MOVED))
    assert kari.text == "Jeg leser bare tekst. Skriv det du lurer på, for eksempel «hva skjer kl. 14»."


async def test_move_by_key_title_and_part_of_it(world: World, kari: Conversation, ola: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    count = len(kari.messages)
    await ola.says("/move byen-uten-ko 15:30 Sal 1")
    assert ola.lines == [
        "🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Sal 1.",
        "Gjelder 1 person.",
    ]
    await hears(kari, count + 1)
    await ola.says("/move velferdsteknologi 16.00-16.30")
    assert ola.lines[0] == "🔁 Velferdsteknologi med varme hender er flyttet: 14:00 Sal 3 → 16:00 Sal 3."
    moved = world.app.services.programme.index.all_sessions["varme-hender"]
    assert (str(moved.start), str(moved.end)) == ("2019-09-24 16:00:00+02:00", "2019-09-24 16:30:00+02:00")


async def test_move_asks_which_where_several_fit(ola: Conversation) -> None:
    await ola.says("/move byen uten kø 15:30")
    assert ola.buttons == [
        ["Byen uten kø · kl. 14:00"],
        ["Byen uten kø · i morgen kl. 11:00"],
        ["✖ Avbryt"],
    ]
    await ola.presses("Byen uten kø · i morgen")
    assert ola.lines[0] == (
        "🔁 Byen uten kø er flyttet: i morgen kl. 11:00 Hovedscenen → i morgen kl. 15:30 Hovedscenen."
    )


@pytest.mark.parametrize(
    ("order", "answer"),
    [
        (
            "/move",
            "Skriv /move, sesjonens nøkkel eller tittel, et klokkeslett og gjerne et rom: /move åpning 15:30 Sal 1",
        ),
        ("/move byen-uten-ko", "Skriv /move, sesjonens nøkkel eller tittel, et klokkeslett og gjerne et rom: "),
        ("/move byen-uten-ko 15:30 Månen", "Jeg finner ikke noe rom som heter «Månen», eller flere passer."),
        ("/move ingenting 15:30", "Jeg kjenner ingen sesjon som heter «ingenting 15:30»."),
        ("/cancel", "Skriv /cancel og sesjonens nøkkel eller tittel."),
        ("/restore", "Skriv /restore og nøkkelen eller tittelen til en avlyst sesjon."),
        ("/move byen-uten-ko 14:00", "Ingenting er endret."),
    ],
)
async def test_order_that_cannot_be_carried_out_says_why(ola: Conversation, order: str, answer: str) -> None:
    await ola.says(order)
    assert ola.text.startswith(answer)


async def test_cancel_and_restore(kari: Conversation, ola: Conversation) -> None:
    await saves(kari, "varme-hender")
    count = len(kari.messages)
    await ola.says("/cancel varme-hender")
    assert ola.lines == ["❌ Velferdsteknologi med varme hender kl. 14:00 er avlyst.", "Gjelder 1 person."]
    await hears(kari, count + 1)
    assert kari.lines[0] == "❌ Velferdsteknologi med varme hender kl. 14:00 er avlyst."
    await ola.says("/restore velferdsteknologi")
    assert ola.lines[0] == "✅ Velferdsteknologi med varme hender blir noe av likevel: 14:00 Sal 3."


async def test_cancel_of_a_title_again_asks_before_the_other_is_cancelled(ola: Conversation) -> None:
    await ola.says("/cancel byen uten kø")
    await ola.presses("Byen uten kø · kl. 14:00")
    assert ola.lines[0] == "❌ Byen uten kø kl. 14:00 er avlyst."
    await ola.says("/cancel byen uten kø")
    assert ola.buttons == [["Byen uten kø · i morgen kl. 11:00"], ["✖ Avbryt"]]


async def test_add_by_a_dialogue(ola: Conversation) -> None:
    await ola.says("/add")
    assert ola.text == "Hva heter sesjonen? Skriv tittelen."
    await ola.says("Ekstra om ferger")
    assert ola.text.startswith("Når er «Ekstra om ferger»?")
    await ola.says("i ettermiddag")
    assert ola.text == "Jeg trenger et klokkeslett, som 15:30 eller 15:30–16:15."
    await ola.says("16:00–16:30")
    assert ola.text == "Hvor er «Ekstra om ferger»?"
    await ola.presses("Sal 2")
    assert ola.lines == ["Ekstra om ferger", "kl. 16:00 · Sal 2", "Skal jeg legge den til?"]
    await ola.presses("✅ Legg til")
    assert ola.lines == ["🔔 Ny sesjon: Ekstra om ferger, kl. 16:00 · Sal 2.", "Gjelder 0 personer."]
    await ola.says("hva skjer kl 16 i sal 2?")
    assert "Ekstra om ferger" in ola.text


@pytest.mark.parametrize(
    ("answers", "question", "answer"),
    [
        ([], "hva skjer kl. 14?", "kl. 14:00"),
        (["Ekstra om ferger"], "hva skjer kl. 14:00?", "kl. 14:00"),
        (["Ekstra om ferger"], "hvor er Sal 2", "Sal 2"),
        (["Ekstra om ferger", "16:00"], "hvor kan jeg få lunsj?", "lunsj"),
    ],
)
async def test_question_in_the_dialogue_is_answered(
    ola: Conversation, answers: list[str], question: str, answer: str
) -> None:
    await ola.says("/add")
    for text in answers:
        await ola.says(text)
    asked = ola.text
    await ola.says(question)
    assert answer.casefold() in ola.text.casefold()
    assert ola.text != asked
    await ola.says(["Hvem eier havet?", "16:00", "Sal 2"][len(answers)])
    assert ola.buttons[-1:] == [["✖ Avbryt"]]


async def test_title_may_be_a_question(ola: Conversation) -> None:
    await ola.says("/add")
    await ola.says("Hvem eier havet?")
    assert ola.text.startswith("Når er «Hvem eier havet?»?")


async def test_answer_that_does_not_fit_may_be_left(ola: Conversation) -> None:
    for text in ("/add", "Ekstra om ferger", "i ettermiddag"):
        await ola.says(text)
    assert (ola.text, ola.buttons) == ("Jeg trenger et klokkeslett, som 15:30 eller 15:30–16:15.", [["✖ Avbryt"]])


async def test_command_ends_the_dialogue(ola: Conversation) -> None:
    await ola.says("/add")
    await ola.says("/agenda")
    await ola.says("Ekstra om ferger")
    assert not ola.text.startswith("Når er")


async def test_add_in_one_line_may_be_dropped(world: World, ola: Conversation) -> None:
    await ola.says("/add Ekstra om ferger 16:00 Sal 2")
    assert ola.lines == ["Ekstra om ferger", "kl. 16:00 · Sal 2", "Skal jeg legge den til?"]
    await ola.presses("✖ Avbryt")
    assert ola.text == "Da blir alt som det er."
    assert world.app.services.programme.index.programme == SAMPLE


async def test_commands_do_not_exist_for_attendees(kari: Conversation) -> None:
    for order in ("/move byen-uten-ko 15:30", "/cancel byen-uten-ko", "/restore byen-uten-ko", "/add X 15:00"):
        await kari.says(order)
        assert kari.text == "Den kommandoen kjenner jeg ikke. /help viser hva jeg kan – eller bare spør."


async def test_manual_change_outlives_an_import(world: World, ola: Conversation) -> None:
    await ola.says("/move byen-uten-ko 15:30 Sal 1")
    await ola.says("/add Ekstra om ferger 16:00 Sal 2")
    await ola.presses("✅ Legg til")
    await uploads(world, ola, document(varme_hender={"abstract": "Ny tekst."}))
    assert ola.lines[1] == "1 bare med ny tekst"
    await ola.presses("✅ Ta i bruk")
    index = world.app.services.programme.index
    moved = index.all_sessions["byen-uten-ko"]
    assert (str(moved.start), moved.room) == ("2019-09-24 15:30:00+02:00", "sal-1")
    assert not index.all_sessions["added-ekstra-om-ferger"].cancelled


@pytest.mark.parametrize(
    ("label", "room", "after"),
    [("✅ Behold vår", "sal-1", "Endringen vår gjelder fortsatt."), ("✖ Ta kildens", "sal-4", "🔁 Byen uten kø")],
)
async def test_source_that_changes_the_same_field_is_asked_about(
    world: World, ola: Conversation, label: str, room: str, after: str
) -> None:
    await ola.says("/move byen-uten-ko 15:30 Sal 1")
    theirs = document(byen_uten_ko={"room": "sal-4"})
    await uploads(world, ola, theirs)
    await ola.presses("✅ Ta i bruk")
    assert ola.lines == [
        "⚠ Kilden har endret Byen uten kø, som er endret for hånd her.",
        "Her: kl. 15:30 · Sal 1",
        "Kilden: kl. 15:30 · Sal 4",
    ]
    services = world.app.services
    assert services.programme.index.all_sessions["byen-uten-ko"].room == "sal-1"
    await ola.presses(label)
    assert ola.text.startswith(after)
    assert services.programme.index.all_sessions["byen-uten-ko"].room == room
    source = Programme.model_validate_json(theirs)
    done = await services.updates.put_in_force(Offer(source, b"", "program.json"))
    assert done.conflicts == ()
    assert services.programme.index.all_sessions["byen-uten-ko"].room == room
