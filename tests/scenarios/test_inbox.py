"""Questions nobody could answer, and the organisers' answers."""

import pytest

from tests.scenarios.conftest import Conversation, World


async def test_answer_reaches_who_asked_and_the_next_who_asks(
    world: World, kari: Conversation, ola: Conversation
) -> None:
    await kari.says("xyzzy plugh quux")
    assert kari.buttons == [["🔔 Si fra når de svarer"]]
    assert (await kari.presses("🔔"))["text"] == "🔔 Jeg sier fra når de svarer."
    await ola.says("/inbox")
    assert ola.lines == ["Ubesvarte spørsmål: 1", "1 xyzzy plugh quux (1 gang)"]
    await ola.presses("✏ 1")
    await ola.says("Ved <vestibylen>.")
    assert ola.text == "«xyzzy plugh quux» er besvart. 1 person får svaret nå."
    await world.until(lambda: kari.lines == ["Du spurte: xyzzy plugh quux", "Ved <vestibylen>."])
    await kari.says("Xyzzy plugh, quux?")
    assert kari.lines == ["Ved <vestibylen>."]


async def test_dropped_question_leaves_the_inbox(kari: Conversation, ola: Conversation) -> None:
    await kari.says("xyzzy plugh quux")
    await ola.says("/inbox")
    assert (await ola.presses("✖ 1"))["text"] == "Tatt ut av listen"
    assert ola.text == "Ingen ubesvarte spørsmål."


async def test_inbox_does_not_exist_for_attendees(kari: Conversation) -> None:
    await kari.says("/inbox")
    assert kari.text == "Den kommandoen kjenner jeg ikke. /help viser hva jeg kan – eller bare spør."


async def begins_to_answer(kari: Conversation, ola: Conversation) -> None:
    await kari.says("xyzzy plugh quux")
    await ola.says("/inbox")
    await ola.presses("✏ 1")


@pytest.mark.parametrize("command", ["/agenda", "/broadcast", "/nonsense"])
async def test_command_ends_a_begun_answer(kari: Conversation, ola: Conversation, command: str) -> None:
    await begins_to_answer(kari, ola)
    await ola.says(command)
    await ola.says("Bare mellom oss.")
    await ola.says("/inbox")
    assert ola.lines[1] == "1 xyzzy plugh quux (1 gang)"


@pytest.mark.parametrize(("moment", "first"), [("11:30:00", "«xyzzy"), ("11:31:00", "I dag kl. 14:00")])
async def test_begun_answer_is_waited_for_ten_minutes(
    world: World, kari: Conversation, ola: Conversation, moment: str, first: str
) -> None:
    await begins_to_answer(kari, ola)
    await world.moves_to(f"2019-09-24T{moment}")
    await ola.says("kl 14")
    assert ola.text.startswith(first)


async def test_organisers_question_is_answered_and_not_published(kari: Conversation, ola: Conversation) -> None:
    await begins_to_answer(kari, ola)
    await ola.says("hva skjer kl 14?")
    assert ola.lines[0] == "I dag kl. 14:00 – 8 sesjoner"
    await ola.says("Ved vestibylen.")
    assert ola.text == "«xyzzy plugh quux» er besvart. 0 personer får svaret nå."


async def test_answer_takes_the_place_of_what_was_begun(kari: Conversation, ola: Conversation) -> None:
    await kari.says("xyzzy plugh quux")
    await ola.says("/inbox")
    await ola.says("/broadcast")
    await ola.presses("✏ 1")
    await ola.says("Ved vestibylen.")
    assert ola.text.startswith("«xyzzy plugh quux» er besvart.")


@pytest.mark.parametrize(("length", "answer"), [(3400, "«xyzzy"), (3401, "Svaret er for langt")])
async def test_answer_is_measured_without_its_markup(
    kari: Conversation, ola: Conversation, length: int, answer: str
) -> None:
    await begins_to_answer(kari, ola)
    await ola.says("&" * length)
    assert ola.text.startswith(answer)


async def test_long_message_is_no_answer_where_none_was_begun(ola: Conversation) -> None:
    await ola.says("xyzzy " * 600)
    assert not ola.text.startswith("Svaret er for langt")
