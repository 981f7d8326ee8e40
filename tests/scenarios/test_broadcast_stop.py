"""✖ under a broadcast: who may stop it, and what becomes of one whose organiser is gone."""

from tests.scenarios.broadcasting import STALE, audience, reported
from tests.scenarios.conftest import ORGANISER, Conversation, Start, World, lines_of

__all__ = ["audience"]


async def test_stop_ends_what_is_under_way(start: Start) -> None:
    world = await start(messages_per_second=20)
    ola = world.meets(ORGANISER, "Ola")
    people = [world.meets(2000 + number, "Guest") for number in range(30)]
    for one in (ola, *people):
        one.person.start()
    await world.settled()
    await ola.says("/broadcast Hei")
    await ola.presses("Alle · 31")
    await ola.presses("✅")
    assert ola.lines == ["Sender … ░░░░░░░░░░░░░░░░ 0 av 31"]
    await world.until(lambda: any(one.unasked for one in people))
    await ola.presses("✖ Stopp")
    report = await reported(world, ola)
    delivered, withheld = int(report[1].split()[0]), int(report[4].split()[0])
    assert report == [
        "Stoppet.",
        f"{delivered} levert",
        "0 har blokkert boten",
        "0 feilet",
        f"{withheld} ikke sendt",
        "= 31 i alt",
    ]
    assert delivered + withheld == 31
    assert sum(bool(one.unasked) for one in (ola, *people)) == delivered


async def held(world: World, ola: Conversation, liv: Conversation) -> None:
    """What Ola sends in the night waits for the morning; Liv is to get it, too."""
    await liv.says("/start")
    await world.moves_to("2019-09-24T23:00:00")
    await ola.says("/broadcast Lunsjen er avlyst.")
    await ola.presses("Alle · 2")
    await ola.presses("✅")


async def test_any_organiser_sees_and_stops_what_another_sends(start: Start) -> None:
    world = await start(organiser_ids=(ORGANISER, 2))
    ola, liv = world.meets(ORGANISER, "Ola"), world.meets(2, "Liv")
    await held(world, ola, liv)
    await liv.says("/broadcast")
    assert [one["text"] for one in liv.messages[-3:]] == [
        "📣 Lunsjen er avlyst.",
        "Sender … ░░░░░░░░░░░░░░░░ 0 av 2\nResten sendes når de stille timene er over, i morgen kl. 07:00.",
        "Skriv meldingen, så velger du etterpå hvem som skal få den.",
    ]
    await liv.presses("✖ Stopp")
    report = ["Stoppet.", "0 levert", "0 har blokkert boten", "0 feilet", "2 ikke sendt", "= 2 i alt"]
    assert lines_of(liv.messages[-2]) == report
    assert await reported(world, ola) == report
    await world.moves_to("2019-09-25T07:00:00")
    assert [one.unasked for one in (ola, liv)] == [["📣 Lunsjen er avlyst."]] * 2  # as each was shown it, no more


async def test_what_is_stopped_or_ones_own_is_not_shown_again(start: Start) -> None:
    world = await start(organiser_ids=(ORGANISER, 2))
    ola, liv = world.meets(ORGANISER, "Ola"), world.meets(2, "Liv")
    await held(world, ola, liv)
    before = len(ola.messages)
    await ola.says("/broadcast")
    assert len(ola.messages) == before + 1
    await ola.presses("✖ Stopp")
    before = len(liv.messages)
    await liv.says("/broadcast")
    assert len(liv.messages) == before + 1


async def test_organiser_who_forgets_themself_leaves_nothing_to_go_out(start: Start) -> None:
    world = await start(organiser_ids=(ORGANISER, 2))
    ola, liv = world.meets(ORGANISER, "Ola"), world.meets(2, "Liv")
    await held(world, ola, liv)
    stop = ola.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await ola.says("/forget")
    await ola.presses("🗑")
    await world.moves_to("2019-09-25T07:00:00")
    assert liv.unasked == []
    await liv.forges(stop)
    assert liv.lines == ["Stoppet.", "0 levert", "0 har blokkert boten", "0 feilet", "2 ikke sendt", "= 2 i alt"]


async def test_another_organisers_draft_is_not_theirs(start: Start) -> None:
    world = await start(organiser_ids=(ORGANISER, 2))
    ola, liv = world.meets(ORGANISER, "Ola"), world.meets(2, "Liv")
    await liv.says("/start")
    await ola.says("/broadcast Hei")
    await ola.presses("Alle")
    for row in ola.last["reply_markup"]["inline_keyboard"]:
        assert (await liv.forges(row[0]["callback_data"]))["text"] == STALE
    await world.sent()
    assert liv.unasked == []


async def test_attendee_cannot_press_an_organisers_buttons(ola: Conversation, audience: list[Conversation]) -> None:
    kari = audience[0]
    await ola.says("/broadcast Hei")
    await ola.presses("Alle")
    for data in ("ba:1:all:", "bs:1", "bx:1"):
        assert (await kari.forges(data))["text"] == STALE
    await ola.presses("✅")
