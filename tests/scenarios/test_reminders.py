"""⏰ in time, once, and not where it is no longer wanted."""

import pytest

from tests.scenarios.conftest import Conversation, Start, World

BYEN = "⏰ kl. 14:00 · Hovedscenen – Byen uten kø"


async def saves_byen(kari: Conversation) -> None:
    await kari.says("hva skjer kl 14?")
    await kari.presses("☆ 1")


async def test_reminder_comes_at_its_lead_with_the_way(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await world.moves_to("2019-09-24T13:44:59")
    assert kari.unasked == []
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == [BYEN]
    assert kari.buttons == [["📍 Finn fram"], ["✖ Ikke minn meg på denne"]]
    await kari.presses("📍 Finn fram")
    assert kari.lines[0] == "📍 Hovedscenen"


async def test_reminder_comes_once(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    for moment in ("13:45:00", "13:46:00", "13:59:59", "14:00:00", "13:45:00"):
        await world.moves_to(f"2019-09-24T{moment}")
    assert kari.unasked == [BYEN]


@pytest.mark.parametrize(
    ("label", "quiet", "due"), [("60 min", "12:59:59", "13:00:00"), ("5 min", "13:54:59", "13:55:00")]
)
async def test_reminder_moves_with_the_lead(world: World, kari: Conversation, label: str, quiet: str, due: str) -> None:
    await saves_byen(kari)
    await kari.says("/settings")
    await kari.presses("🕑")
    await kari.presses(label)
    await world.moves_to(f"2019-09-24T{quiet}")
    assert kari.unasked == []
    await world.moves_to(f"2019-09-24T{due}")
    assert kari.unasked == [BYEN]


async def test_no_reminder_where_they_are_off(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.says("/settings")
    await kari.presses("🕑")
    await kari.presses("Av")
    await world.moves_to("2019-09-24T13:59:00")
    assert kari.unasked == []


async def test_no_reminder_of_what_was_removed(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.presses("★ 1")
    await world.moves_to("2019-09-24T13:50:00")
    assert kari.unasked == []


async def test_no_reminder_once_the_session_has_begun(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await world.moves_to("2019-09-24T14:00:00")
    assert kari.unasked == []
    await kari.says("/agenda")
    assert kari.lines[-2] == "1 14:00–14:45 · Hovedscenen · ⏰ påminnelsen rakk ikke fram"


async def test_silenced_session_stays_saved(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await world.moves_to("2019-09-24T13:45:00")
    answer = await kari.presses("✖ Ikke minn meg på denne")
    assert answer["text"] == "Greit, ingen flere påminnelser om denne. Den er fortsatt lagret."
    await kari.says("/agenda")
    assert kari.lines[0] == "Din agenda – 1 sesjon"


async def test_followed_track_reminds_of_its_sessions(world: World, kari: Conversation) -> None:
    await kari.says("/tracks")
    await kari.presses("🔔 Følg mobilitet")
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == [BYEN]
    await kari.says("/tracks")
    await kari.presses("🔕")
    await world.moves_to("2019-09-24T14:45:00")
    assert kari.unasked == [BYEN]


async def test_saved_session_of_a_followed_track_reminds_once(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.says("/tracks")
    await kari.presses("🔔 Følg mobilitet")
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == [BYEN]


async def test_unfollowing_keeps_the_reminder_of_a_favourite(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.says("/tracks")
    await kari.presses("🔔 Følg mobilitet")
    await kari.presses("🔕")
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == [BYEN]


async def test_reminders_due_together_are_one_message(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.presses("☆ 2")
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == [f"{BYEN}\n⏰ kl. 14:00 · Sal 1 – Gründeren i rådhuset"]


async def test_jump_over_many_leaves_only_what_is_still_to_come(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.says("hva skjer kl 15?")
    await kari.presses("☆ 1")
    await kari.says("hva skjer kl 16?")
    await kari.presses("☆ 1")
    await world.moves_to("2019-09-24T15:50:00")
    assert kari.unasked == ["⏰ kl. 16:00 · Hovedscenen – The last private car in town"]


async def test_reminder_waits_out_a_restart(start: Start) -> None:
    world = await start()
    kari = world.meets(1001, "Kari")
    await saves_byen(kari)
    again = await start(world.api)
    await again.moves_to("2019-09-24T13:45:00")
    once_more = await start(world.api, at=again.clock.now())
    await once_more.sent()
    assert kari.unasked == [BYEN]


async def test_reminder_speaks_the_language_of_its_moment(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    await kari.says("/language")
    await kari.presses("English")
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == ["⏰ 14:00 · Main Stage – Byen uten kø"]


async def test_reminder_ignores_quiet_hours(world: World, kari: Conversation) -> None:
    await kari.says("hva skjer i morgen?")
    await kari.presses("☆ 1")
    await kari.says("/settings")
    await kari.presses("⚙ Stille timer")
    await kari.presses("23–08")
    await world.moves_to("2019-09-25T08:00:00")
    assert kari.unasked == ["⏰ kl. 08:15 · Torget – Morgenkaffe og brødskive"]


async def test_blocked_person_is_not_written_to_until_they_return(world: World, kari: Conversation) -> None:
    await saves_byen(kari)
    kari.person.block()
    await world.settled()
    calls = [method for method, _ in world.api.calls]
    await world.moves_to("2019-09-24T13:45:00")
    assert [method for method, _ in world.api.calls].count("sendMessage") == calls.count("sendMessage")
    kari.person.unblock()
    await kari.says("/start")
    await world.moves_to("2019-09-24T13:50:00")
    assert kari.unasked == [BYEN]
