"""From an update to a handler and back, where something is wrong."""

import logging
import sqlite3
from collections.abc import Callable

import pytest

from bot.delivery import backoff
from bot.playground.botapi.faults import NoReply, Reset
from handlers import dispatch
from tests.scenarios.conftest import Conversation, World

STALE = "Den knappen er for gammel. Spør på nytt, så får du nye knapper."
APOLOGY = "Noe gikk galt hos meg. Det er notert; prøv gjerne igjen."


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little time between two tries."""
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.002)


def without(table: str) -> Callable[[sqlite3.Connection], None]:
    """Breaks the store, and with it whatever needs the table."""

    def work(db: sqlite3.Connection) -> None:
        db.execute(f"DROP TABLE {table}")

    return work


async def test_fault_in_a_command_is_logged_and_apologised_for(
    world: World, kari: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    await kari.says("/start")
    await world.database.write(without("threads"))
    await kari.says("når snakker Kari Nordmann?")
    assert kari.text == APOLOGY
    errors = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert [record.getMessage() for record in errors] == ["an update could not be handled"]
    assert "Nordmann" not in caplog.text


async def test_apology_is_in_the_chats_language(world: World, kari: Conversation) -> None:
    await kari.says("/language")
    await kari.presses("Svenska")
    await world.database.write(without("threads"))
    await kari.says("hva skjer kl 14?")
    assert kari.text == "Något gick fel hos mig. Det är noterat; försök gärna igen."


async def test_apology_comes_even_where_the_store_is_gone(world: World, kari: Conversation) -> None:
    await world.database.write(without("attendees"))
    await kari.says("hva skjer kl 14?")
    assert kari.text == APOLOGY


async def test_fault_behind_a_button_is_told_on_the_button(world: World, kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await world.database.write(without("favourites"))
    assert await kari.presses("☆ 1") == {"text": APOLOGY, "show_alert": True, "url": ""}


@pytest.mark.parametrize("fault", [NoReply(delivered=False), NoReply(delivered=True), Reset(delivered=False)])
async def test_press_that_cannot_be_answered_shows_what_it_is_for_all_the_same(
    world: World, kari: Conversation, fault: NoReply | Reset, caplog: pytest.LogCaptureFixture
) -> None:
    await kari.says("hva skjer i morgen?")
    first = kari.text
    world.api.faults.add("answerCallbackQuery", fault, times=3)
    message, button = kari.last, kari.last["reply_markup"]["inline_keyboard"][-1][0]
    kari.person.press(message["message_id"], button["callback_data"])
    await world.settled()
    assert kari.text != first
    warnings = [record.getMessage() for record in caplog.records if record.name == dispatch.__name__]
    assert [warning.partition(":")[0] for warning in warnings] == ["a press could not be answered"]


async def test_fault_behind_a_button_is_logged_even_where_the_press_cannot_be_answered(
    world: World, kari: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    await kari.says("hva skjer kl 14?")
    await world.database.write(without("favourites"))
    world.api.faults.add("answerCallbackQuery", NoReply(delivered=False))
    star = next(one for row in kari.last["reply_markup"]["inline_keyboard"] for one in row if one["text"] == "☆ 1")
    kari.person.press(kari.last["message_id"], star["callback_data"])
    await world.settled()
    faults = [record.exc_info[0] for record in caplog.records if record.levelno >= logging.ERROR and record.exc_info]
    assert faults == [sqlite3.OperationalError]


async def test_others_are_answered_after_a_fault(world: World, kari: Conversation) -> None:
    per = world.meets(1002, "Per")
    world.api.inject("message", {"nonsense": True})
    await kari.says("hva skjer kl 14?")
    await per.says("hva skjer kl 14?")
    assert kari.lines[0] == per.lines[0] == "I dag kl. 14:00 – 8 sesjoner"


async def test_person_who_blocks_before_the_answer_is_no_fault(
    world: World, kari: Conversation, caplog: pytest.LogCaptureFixture
) -> None:
    await kari.says("/start")
    kari.person.send("hva skjer kl 14?")
    kari.person.block()
    await world.settled()
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    assert len(kari.messages) == 1


FORGED = """
 zz c c:a:b b:2019-09-24:time a:1 a:x:0 a:1:1.5 a:999:0 o:1:7 o:999:0 l:99999999999 l:-1 l:7 h:3:4 h:99:99 i:xx s:zz
 b:x:::0 b:0001-01-01:track:mobilitet:0 b:9999-12-31:time:5:0 b:2019-09-30:::0 b:2019-09-24:time:99:0
 b:2019-09-24:colour:red:0 b:2019-09-24:track:gone:0 ba:1:all: bs:1 bx:1
"""


async def test_forged_button_gets_a_kind_sentence(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    text = kari.text
    answers = {data: (await kari.forges(data))["text"] for data in ["", *FORGED.split()]}
    assert set(answers.values()) == {STALE}, answers
    assert (len(kari.messages), kari.text) == (1, text)


async def test_button_of_something_gone_says_what(kari: Conversation) -> None:
    await kari.says("/start")
    session, track = "Den sesjonen er ikke lenger i programmet.", "Det sporet er ikke lenger i programmet."
    sentences = {
        "c:gone": session,
        "f:gone": session,
        "u:gone": session,
        "q:gone": session,
        "w:gone": "Det rommet er ikke lenger i programmet.",
        "p:gone": "Den foredragsholderen er ikke lenger i programmet.",
        "t:gone": track,
        "n:gone": track,
    }
    assert {data: (await kari.forges(data))["text"] for data in sentences} == sentences


async def test_answer_of_another_chat_cannot_be_turned(world: World, kari: Conversation) -> None:
    per = world.meets(1002, "Per")
    await kari.says("hva skjer i morgen?")
    await per.says("/start")
    data = kari.last["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    assert (await per.forges(data))["text"] == STALE


async def test_page_turned_twice_is_no_fault(kari: Conversation, caplog: pytest.LogCaptureFixture) -> None:
    await kari.says("hva skjer i morgen?")
    data = kari.last["reply_markup"]["inline_keyboard"][-1][0]["callback_data"]
    await kari.presses("▶")
    await kari.forges(data)
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_button_outside_any_message_is_answered_apart(world: World, kari: Conversation) -> None:
    await kari.says("/start")
    user = kari.person.user
    query = {"id": "77", "from": user, "chat_instance": "1", "inline_message_id": "1", "data": "z"}
    world.api.inject("callback_query", query)
    await world.settled()
    assert kari.text == "Da lar jeg alt være som det er."
