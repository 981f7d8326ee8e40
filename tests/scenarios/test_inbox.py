"""Questions nobody could answer, and the organisers' answers."""

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
