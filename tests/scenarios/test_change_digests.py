"""Several changes and reminders: what goes together, what is not sent, what is held."""

import pytest

from bot.domain.models import Programme, Session
from bot.playground.botapi.faults import TooManyRequests
from data.proposals import Offer
from tests.scenarios.changing import (
    SAMPLE,
    START,
    at,
    changed,
    comes,
    moved,
    quiet,
    saves,
    states,
    takes,
    with_sessions,
    without,
)
from tests.scenarios.conftest import Conversation, Start, World


async def test_change_while_the_alert_waits_for_its_turn_is_told_with_it(
    world: World, kari: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change
    await saves(kari, "byen-uten-ko")
    count = len(kari.messages)
    world.api.faults.add("sendMessage", TooManyRequests(5))
    world.api.calls.clear()
    updates = world.app.services.updates
    await updates.put_in_force(Offer(moved(SAMPLE, "byen-uten-ko", "15:30", "16:15"), b"", "programme.json"))
    await world.until(lambda: any(method == "sendMessage" for method, _ in world.api.calls))
    await takes(world, moved(SAMPLE, "byen-uten-ko", "16:00", "16:45"))
    assert [one["text"] for one in kari.messages[count:]] == [
        "🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 16:00 Hovedscenen. Jeg minner deg på den kl. 15:45."
    ]
    await comes(world, "2019-09-24T11:30:00")
    assert len(kari.messages) == count + 1


async def test_further_changes_within_two_minutes_make_one_digest(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender", "open-data-closed-doors")
    first = moved(SAMPLE, "byen-uten-ko", "15:30", "16:15")
    await takes(world, first)
    count = len(kari.messages)
    second = moved(first, "varme-hender", "16:00", "16:45")
    await takes(world, second)
    await takes(world, moved(second, "open-data-closed-doors", "16:00", "16:45", room="sal-2"))
    await takes(world, moved(second, "open-data-closed-doors", "17:00", "17:45", room="sal-2"))
    assert len(kari.messages) == count
    await comes(world, "2019-09-24T11:22:30")
    assert kari.lines == [
        "2 endringer i programmet ditt",
        "1 🔁 Velferdsteknologi med varme hender er flyttet: 14:00 Sal 3 → 16:00 Sal 3.",
        "2 🔁 Open data, closed doors? er flyttet: 15:00 Sal 1 → 17:00 Sal 2.",
    ]
    assert kari.buttons == [["1", "2"], ["🔕 Ikke flere slike varsler"]]
    assert len(kari.messages) == count + 1


async def test_change_taken_back_before_it_went_out_is_not_sent(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender")
    first = moved(SAMPLE, "byen-uten-ko", "15:30", "16:15")
    await takes(world, first)
    count = len(kari.messages)
    await takes(world, moved(first, "varme-hender", "16:00", "16:45"))
    await takes(world, first)
    await comes(world, "2019-09-24T11:23:00")
    await quiet(world)
    assert len(kari.messages) == count
    assert await states(world) == {("alert", "sent"): 1, ("alert", "cancelled"): 1}


async def test_nothing_is_told_of_what_was_taken_out_meanwhile(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender")
    first = moved(SAMPLE, "byen-uten-ko", "15:30", "16:15")
    await takes(world, first)
    await takes(world, moved(first, "varme-hender", "16:00", "16:45"))
    await kari.says(f"{START}varme-hender")
    await kari.presses("★ Lagret")
    count = len(kari.messages)
    await comes(world, "2019-09-24T11:23:00")
    assert len(kari.messages) == count
    assert await states(world) == {("alert", "sent"): 1, ("alert", "cancelled"): 1}


async def test_many_changes_at_once_are_one_message(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender")
    count = len(kari.messages)
    await takes(world, moved(without(SAMPLE, "varme-hender"), "byen-uten-ko", "15:30", "16:15"))
    assert kari.lines == [
        "2 endringer i programmet ditt",
        "1 ❌ Velferdsteknologi med varme hender kl. 14:00 er avlyst.",
        "2 🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Hovedscenen.",
    ]
    assert len(kari.messages) == count + 1


@pytest.mark.parametrize(
    "programme",
    [
        changed(SAMPLE, "byen-uten-ko", abstract="Noe helt annet."),
        without(SAMPLE, "apning"),
        moved(SAMPLE, "apning", "08:30", "09:15"),
    ],
    ids=["text", "cancelled in the past", "moved in the past"],
)
async def test_text_and_past_alert_nobody(world: World, kari: Conversation, programme: Programme) -> None:
    await saves(kari, "byen-uten-ko", "apning")
    count = len(kari.messages)
    await takes(world, programme)
    assert len(kari.messages) == count
    assert await states(world) == {}


async def test_room_name_speakers_and_title_are_told(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, changed(SAMPLE, "byen-uten-ko", room="sal-1"))
    assert kari.text == (
        "🔁 Byen uten kø kl. 14:00 har fått nytt rom: Hovedscenen → Sal 1. Jeg minner deg på den kl. 13:45."
    )
    world.clock.set(at("11:30"), 1)
    await takes(world, changed(SAMPLE, "byen-uten-ko", room="sal-1", title="Byen uten biler"))
    assert kari.text == "🔁 Byen uten kø heter nå Byen uten biler. Jeg minner deg på den kl. 13:45."
    world.clock.set(at("11:40"), 1)
    await takes(world, changed(SAMPLE, "byen-uten-ko", room="sal-1", title="Byen uten biler", speakers=()))
    assert kari.text == (
        "🎤 Byen uten biler kl. 14:00 har fått nye foredragsholdere: Ingrid Solheim → –. "
        "Jeg minner deg på den kl. 13:45."
    )


async def test_followers_hear_of_new_sessions_as_a_digest(world: World, kari: Conversation) -> None:
    await kari.says("/tracks")
    await kari.presses("🔔 Følg mobilitet")
    new = [
        Session(id=f"ny-{hour}", title=f"Sykkel {hour}", start=at(f"{hour}:00"), end=at(f"{hour}:30"), room="sal-2")
        for hour in (16, 17)
    ]
    tracked = [one.model_copy(update={"track": "mobilitet"}) for one in new]
    await takes(world, with_sessions(SAMPLE, tracked[:1]))
    assert kari.text == "🔔 Nytt i mobilitet: Sykkel 16, kl. 16:00 · Sal 2. Jeg minner deg på den kl. 15:45."
    assert kari.buttons == [["☆ Lagre"], ["🔕 Ikke flere slike varsler"]]
    world.clock.set(at("11:40"), 1)
    more = [one.model_copy(update={"id": f"{one.id}-b", "title": f"{one.title} igjen"}) for one in tracked]
    await takes(world, with_sessions(SAMPLE, [*tracked[:1], *more]))
    assert kari.lines[0] == "2 nye sesjoner i det du følger"


async def test_alerts_keep_quiet_hours_and_expire(start: Start) -> None:
    world = await start(at=at("23:00"))
    kari = world.meets(1001, "Kari")
    await saves(kari, "loneliness-costs")
    count = len(kari.messages)
    await takes(world, changed(SAMPLE, "loneliness-costs", room="sal-1"))
    assert len(kari.messages) == count
    await comes(world, "2019-09-25T07:00:01")
    await world.until(lambda: len(kari.messages) > count)
    assert kari.lines[0].startswith("🔁 Loneliness costs more than roads kl. 09:00 har fått nytt rom")


async def test_alerts_off_where_they_arrive_and_in_the_settings(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15"))
    answer = await kari.presses("🔕 Ikke flere slike varsler")
    assert answer["text"] == "🔕 Ingen flere varsler. Du kan slå dem på igjen i /settings."
    assert kari.buttons[-1] == ["🔔 Varsle meg igjen"]
    count = len(kari.messages)
    world.clock.set(at("11:40"), 1)
    await takes(world, moved(SAMPLE, "byen-uten-ko", "16:30", "17:15"))
    assert len(kari.messages) == count
    await kari.says("/settings")
    assert "🔕 Ingen varsler om endringer" in kari.lines
    await kari.presses("🔔 Varsler")
    await kari.presses("Ja")
    assert "🔔 Varsler når noe du har lagret eller følger, endres" in kari.lines


async def test_two_reminders_of_one_slot_are_one_message(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender")
    count = len(kari.messages)
    await comes(world, "2019-09-24T13:45:00")
    await world.until(lambda: len(kari.messages) > count)
    assert kari.lines == [
        "⏰ kl. 14:00 · Hovedscenen – Byen uten kø",
        "⏰ kl. 14:00 · Sal 3 – Velferdsteknologi med varme hender",
    ]
    assert kari.buttons == [
        ["📍 Hovedscenen", "✖ Byen uten kø"],
        ["📍 Sal 3", "✖ Velferdsteknologi med varme …"],
    ]
    assert len(kari.messages) == count + 1
