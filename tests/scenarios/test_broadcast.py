"""/broadcast: written, aimed, looked at, sent, accounted for."""

import pytest

from bot.playground.botapi.faults import ServerFault
from data import attendees
from handlers.organiser.progress import show_progress
from tests.scenarios.broadcasting import STALE, audience, reported
from tests.scenarios.conftest import Conversation, World

__all__ = ["audience"]


async def test_text_behind_the_command_is_aimed_and_sent(
    world: World, ola: Conversation, audience: list[Conversation]
) -> None:
    await ola.says("/broadcast Lunsjen er klar.")
    assert ola.text == "Hvem skal få den?"
    assert ola.buttons == [
        ["Alle · 4"],
        ["English · 1"],
        ["Norsk (bokmål) · 3"],
        ["Følger mobilitet · 1"],
        ["✖ Avbryt"],
    ]
    await ola.presses("Alle · 4")
    preview, control = ola.messages[-2:]
    assert preview["text"] == "📣 Lunsjen er klar."
    assert control["text"] == "Slik kommer den. Alle · 4 personer"
    assert [one.unasked for one in audience] == [[], [], []]
    await ola.presses("✅")
    assert await reported(world, ola) == ["Sendt.", "4 levert", "0 har blokkert boten", "0 feilet", "= 4 i alt"]
    assert [one.unasked for one in audience] == [["📣 Lunsjen er klar."]] * 3


async def test_next_message_is_the_text(ola: Conversation, audience: list[Conversation]) -> None:
    del audience
    await ola.says("/broadcast")
    assert ola.text == "Skriv meldingen, så velger du etterpå hvem som skal få den."
    await ola.says("hva skjer kl 14?")
    await ola.presses("Alle")
    assert ola.messages[-2]["text"] == "📣 hva skjer kl 14?"
    await ola.says("hva skjer kl 14?")
    assert ola.lines[0] == "I dag kl. 14:00 – 8 sesjoner"


@pytest.mark.parametrize(("label", "reached"), [("English", [1]), ("Norsk", [0, 2]), ("Følger mobilitet", [2])])
async def test_audience_is_exactly_those_chosen(
    world: World, ola: Conversation, audience: list[Conversation], label: str, reached: list[int]
) -> None:
    await ola.says("/broadcast Hei")
    await ola.presses(label)
    await ola.presses("✅")
    await world.sent()
    assert [number for number, one in enumerate(audience) if one.unasked] == reached


async def test_formatting_arrives_as_written(world: World, ola: Conversation, audience: list[Conversation]) -> None:
    text = "/broadcast Lunsj <b> & 🎉 nå"
    entities = [
        {"type": "bot_command", "offset": 0, "length": 10},
        {"type": "bold", "offset": 0, "length": 16},
        {"type": "italic", "offset": 26, "length": 2},
    ]
    await ola.writes(text, entities)
    await ola.presses("Alle")
    await ola.presses("✅")
    await world.sent()
    message = audience[0].last
    assert message["text"] == "📣 Lunsj <b> & 🎉 nå"
    assert message["entities"] == [
        {"type": "bold", "offset": 3, "length": 5},
        {"type": "italic", "offset": 18, "length": 2},
    ]


@pytest.mark.parametrize("text", ["🎉" * 2000, "x" * 4000])
async def test_longest_text_arrives_whole(
    world: World, ola: Conversation, audience: list[Conversation], text: str
) -> None:
    await ola.says("/broadcast")
    await ola.says(text)
    await ola.presses("Alle")
    await ola.presses("✅")
    await world.sent()
    assert audience[0].unasked == [f"📣 {text}"]


async def test_longer_text_is_refused_and_may_be_shortened(ola: Conversation, audience: list[Conversation]) -> None:
    del audience
    await ola.says("/broadcast")
    await ola.says("x" * 4001)
    assert ola.text == "Meldingen er for lang: høyst 4\N{NO-BREAK SPACE}000 tegn."
    await ola.says("kort")
    assert ola.text == "Hvem skal få den?"


async def test_report_adds_up_with_blocked_and_failed(
    world: World, ola: Conversation, audience: list[Conversation]
) -> None:
    kari, eve, per = audience
    await world.database.write(lambda db: attendees.meet(db, 4711, "nb", 0))  # a chat Telegram does not know
    await ola.says("/broadcast Hei")
    await ola.presses("Alle · 5")
    kari.person.block()
    eve.person.deactivate()
    await ola.presses("✅")
    assert await reported(world, ola) == ["Sendt.", "2 levert", "1 har blokkert boten", "1 feilet", "= 4 i alt"]
    assert (kari.unasked, per.unasked) == ([], ["📣 Hei"])
    await ola.says("/broadcast Hei igjen")
    assert ola.buttons[0] == ["Alle · 3"]
    kari.person.unblock()
    await kari.says("/start")
    await ola.says("/broadcast Hei igjen")
    assert ola.buttons[0] == ["Alle · 4"]


async def test_draft_is_dropped(world: World, ola: Conversation, audience: list[Conversation]) -> None:
    await ola.says("/broadcast Hei")
    await ola.presses("Alle")
    await ola.presses("✖")
    assert ola.text == "Meldingen er forkastet. Ingen har fått den."
    await world.sent()
    assert [one.unasked for one in audience] == [[], [], []]


async def test_dropped_draft_takes_no_text(ola: Conversation, audience: list[Conversation]) -> None:
    del audience
    await ola.says("/broadcast")
    await ola.presses("✖")
    await ola.says("hva skjer kl 14?")
    assert ola.lines[0] == "I dag kl. 14:00 – 8 sesjoner"


async def test_second_tap_sends_nothing_more(world: World, ola: Conversation, audience: list[Conversation]) -> None:
    await ola.says("/broadcast Hei")
    await ola.presses("Alle")
    data = ola.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await ola.presses("✅")
    await reported(world, ola)
    assert (await ola.forges(data))["text"] == STALE
    await world.sent()
    assert [one.unasked for one in audience] == [["📣 Hei"]] * 3


async def test_quiet_hours_hold_it(world: World, ola: Conversation, audience: list[Conversation]) -> None:
    await world.moves_to("2019-09-24T23:00:00")
    await ola.says("/broadcast Frokost fra kl. 7")
    await ola.presses("Alle")
    await ola.presses("✅")
    assert ola.lines == [
        "Sender … ░░░░░░░░░░░░░░░░ 0 av 4",
        "Resten sendes når de stille timene er over, i morgen kl. 07:00.",
    ]
    await world.moves_to("2019-09-25T06:59:00")
    assert audience[0].unasked == []
    await world.moves_to("2019-09-25T07:00:00")
    assert audience[0].unasked == ["📣 Frokost fra kl. 7"]


async def test_report_counts_who_is_forgotten_meanwhile(
    world: World, ola: Conversation, audience: list[Conversation]
) -> None:
    await world.moves_to("2019-09-24T23:00:00")
    await ola.says("/broadcast Hei")
    await ola.presses("Alle · 4")
    await ola.presses("✅")
    await audience[0].says("/forget")
    await audience[0].presses("🗑")
    await world.moves_to("2019-09-25T07:00:00")
    assert await reported(world, ola) == [
        "Sendt.", "3 levert", "0 har blokkert boten", "0 feilet", "1 ikke sendt", "= 4 i alt",
    ]  # fmt: skip
    assert audience[0].unasked == []


async def test_report_survives_a_failed_edit(world: World, ola: Conversation, audience: list[Conversation]) -> None:
    del audience
    await ola.says("/broadcast Hei")
    await ola.presses("Alle")
    await ola.presses("✅")
    await world.sent()
    world.api.faults.add("editMessageText", ServerFault())
    await show_progress(world.app.bot, world.app.services)
    assert await reported(world, ola) == ["Sendt.", "4 levert", "0 har blokkert boten", "0 feilet", "= 4 i alt"]


@pytest.mark.parametrize("command", ["/agenda", "/nonsense"])
async def test_command_ends_a_begun_broadcast(ola: Conversation, audience: list[Conversation], command: str) -> None:
    del audience
    for text in ("/broadcast", command, "hva skjer kl 14?"):
        await ola.says(text)
    assert ola.lines[0] == "I dag kl. 14:00 – 8 sesjoner"


@pytest.mark.parametrize(
    ("moment", "answer"), [("11:30:00", "Hvem skal få den?"), ("11:31:00", "I dag kl. 14:00 – 8 sesjoner")]
)
async def test_text_is_waited_for_ten_minutes(
    world: World, ola: Conversation, audience: list[Conversation], moment: str, answer: str
) -> None:
    del audience
    await ola.says("/broadcast")
    await world.moves_to(f"2019-09-24T{moment}")
    await ola.says("hva skjer kl 14?")
    assert ola.lines[0] == answer
