"""The programme changes: who hears of it, what they read, what becomes of their reminders."""

import asyncio
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from bot.domain.models import Programme, Session
from bot.domain.outbox import Kind
from bot.playground.botapi.faults import TooManyRequests, Unreachable
from data import outbox
from data.proposals import Offer
from tests.scenarios.conftest import Conversation, Start, World

SAMPLE = Programme.model_validate_json((files("data") / "sample" / "programme.json").read_bytes())
START = "/start s_"


def at(clock: str, day: int = 24) -> datetime:
    return datetime.fromisoformat(f"2019-09-{day}T{clock}:00+02:00")


def changed(programme: Programme, session_id: str, **fields: Any) -> Programme:
    sessions = [one.model_copy(update=fields) if one.id == session_id else one for one in programme.sessions]
    return programme.model_copy(update={"sessions": tuple(sessions)})


def without(programme: Programme, *gone: str) -> Programme:
    return programme.model_copy(update={"sessions": tuple(one for one in programme.sessions if one.id not in gone)})


def with_sessions(programme: Programme, new: Iterable[Session]) -> Programme:
    return programme.model_copy(update={"sessions": (*programme.sessions, *new)})


def moved(programme: Programme, session_id: str, start: str, end: str, **fields: Any) -> Programme:
    return changed(programme, session_id, start=at(start), end=at(end), **fields)


async def takes(world: World, programme: Programme) -> None:
    """The source brings this programme, and what is due goes out."""
    await world.app.services.updates.put_in_force(Offer(programme, b"", "programme.json"))
    await quiet(world)


async def quiet(world: World) -> None:
    """Until nothing that is due waits or is on its way any more."""

    def open_rows(db: sqlite3.Connection) -> int:
        now = int(world.clock.now().timestamp())
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'sending' OR (state = 'planned' AND due <= ?)"
        return int(db.execute(waiting, [now]).fetchone()["n"])

    async with asyncio.timeout(30):
        while await world.database.read(open_rows):
            await asyncio.sleep(0.01)
    await world.settled()


async def comes(world: World, moment: str) -> None:
    """The expo's clock shows that time, and what is due goes out."""
    await world.moves_to(moment)
    await quiet(world)


async def saves(person: Conversation, *keys: str) -> None:
    for key in keys:
        await person.says(f"{START}{key}")
        await person.presses("☆ Lagre")


async def states(world: World) -> dict[tuple[str, str], int]:
    return {key: number for key, number in (await world.database.read(outbox.counts)).items() if key[0] == Kind.ALERT}


async def test_move_reaches_who_saved_it_and_nobody_else(world: World, kari: Conversation) -> None:
    other = world.meets(1002, "Per")
    await other.says("/start")
    await saves(kari, "byen-uten-ko")
    before = len(other.messages)
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15", room="sal-1"))
    assert kari.text == (
        "🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Sal 1. Jeg minner deg på den kl. 15:15."
    )
    assert kari.buttons == [["✅ Behold", "✖ Fjern"], ["🔕 Ikke flere slike varsler"]]
    assert len(other.messages) == before


async def test_reminder_moves_along(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15", room="sal-1"))
    count = len(kari.messages)
    await comes(world, "2019-09-24T13:50:00")
    assert len(kari.messages) == count
    await comes(world, "2019-09-24T15:15:00")
    assert kari.text == "⏰ kl. 15:30 · Sal 1 – Byen uten kø"


async def test_keep_and_remove_where_it_arrived(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender")
    await takes(world, moved(SAMPLE, "byen-uten-ko", "15:30", "16:15"))
    assert (await kari.presses("✅ Behold"))["text"] == "★ Den blir i agendaen din"
    assert kari.buttons == [["★ Lagret"], ["🔕 Ikke flere slike varsler"]]
    world.clock.set(at("11:30"), 1)
    await takes(world, moved(moved(SAMPLE, "byen-uten-ko", "15:30", "16:15"), "varme-hender", "16:00", "16:45"))
    assert (await kari.presses("✖ Fjern"))["text"] == "☆ Fjernet fra agendaen"
    assert kari.buttons == [["✅ Behold", "☆ Lagre"], ["🔕 Ikke flere slike varsler"]]
    assert await world.app.services.agenda.favourites(1001) == {"byen-uten-ko"}


async def test_cancelled_one_comes_with_what_there_is_instead(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, without(SAMPLE, "byen-uten-ko"))
    assert kari.lines == [
        "❌ Byen uten kø kl. 14:00 er avlyst.",
        "Den holdes også:",
        "1 i morgen kl. 11:00 · Hovedscenen – Byen uten kø",
    ]
    assert kari.buttons == [["☆ Lagre"], ["🔕 Ikke flere slike varsler"]]
    count = len(kari.messages)
    await comes(world, "2019-09-24T13:50:00")
    assert len(kari.messages) == count


async def test_cancelled_one_without_a_repeat_offers_its_track(world: World, kari: Conversation) -> None:
    await saves(kari, "sparkesykkelen")
    await takes(world, changed(SAMPLE, "sparkesykkelen", cancelled=True))
    assert kari.lines[1:] == [
        "I samme spor:",
        "1 kl. 13:00 · Sal 3 – Skoleveien er barnas",
        "2 kl. 14:00 · Hovedscenen – Byen uten kø",
        "3 kl. 16:00 · Hovedscenen – The last private car in town",
    ]
    assert kari.buttons[0] == ["☆ 1", "☆ 2", "☆ 3"]


async def test_vanished_session_that_comes_back_is_still_saved(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko")
    await takes(world, without(SAMPLE, "byen-uten-ko"))
    world.clock.set(at("11:40"), 1)
    await takes(world, SAMPLE)
    assert kari.text == ("✅ Byen uten kø blir noe av likevel: 14:00 Hovedscenen. Jeg minner deg på den kl. 13:45.")


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


async def test_programme_file_is_watched(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "programme.json"
    source.write_text(SAMPLE.model_dump_json())
    world = await start(programme=str(source))
    kari = world.meets(1001, "Kari")
    await saves(kari, "byen-uten-ko")
    count = len(kari.messages)
    source.write_text(moved(SAMPLE, "byen-uten-ko", "15:30", "16:15").model_dump_json())
    await world.until(lambda: len(kari.messages) > count)
    assert kari.lines[0].startswith("🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Hovedscenen.")


async def test_organisers_hear_once_of_a_broken_source_and_once_of_its_return(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "programme.json"
    source.write_text(SAMPLE.model_dump_json())
    world = await start(programme=str(source))
    ola = world.meets(1, "Ola")
    await ola.says("/start")
    count = len(ola.messages)
    source.write_text("{")
    await world.until(lambda: len(ola.messages) > count)
    assert ola.lines[0].startswith("⚠ Programmet kan ikke leses fra programme.json: ")
    source.write_text("{ ")
    source.write_text(SAMPLE.model_dump_json())
    await world.until(lambda: len(ola.messages) > count + 1)
    assert ola.text == "✅ Programmet kan leses fra programme.json igjen."


async def test_what_organisers_were_to_hear_outlasts_a_restart(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "programme.json"
    source.write_text(SAMPLE.model_dump_json())
    world = await start(programme=str(source))
    ola = world.meets(1, "Ola", "sv")
    await ola.says("/start")
    count = len(ola.messages)
    world.api.faults.add("sendMessage", Unreachable(), times=None)
    world.api.calls.clear()
    source.write_text("{")
    await world.until(lambda: any(method == "sendMessage" for method, _ in world.api.calls))
    assert len(ola.messages) == count
    world.api.faults.clear()
    again = await start(world.api, programme=str(source))
    await again.until(lambda: len(ola.messages) > count)
    assert ola.lines[0].startswith("⚠ Programmet går inte att läsa från programme.json: ")


async def test_source_that_lost_its_programme_waits_for_an_organiser(start: Start, tmp_path: Path) -> None:
    source = tmp_path / "programme.json"
    source.write_text(SAMPLE.model_dump_json())
    world = await start(programme=str(source))
    ola = world.meets(1, "Ola")
    await ola.says("/start")
    count = len(ola.messages)
    few = without(SAMPLE, *(one.id for one in SAMPLE.sessions[:80])).model_copy(update={"exhibitors": ()})
    source.write_text(few.model_dump_json())
    await world.until(lambda: len(ola.messages) > count)
    assert "⚠ Mer enn en tredel av programmet ville bli borte. Er det riktig fil?" in ola.lines
    assert len(world.app.services.programme.index.sessions) == len([one for one in SAMPLE.sessions if one.start])
    await ola.presses("✅ Ta i bruk")
    assert ola.lines[-1] == "Vil du ta den i bruk likevel?"
    await ola.presses("✅ Ta i bruk")
    assert ola.lines[0].startswith("✅ Nå gjelder det nye programmet. Endringer: 80.")


async def test_agenda_lists_what_is_not_on_last_and_lets_it_be_removed(world: World, kari: Conversation) -> None:
    await saves(kari, "byen-uten-ko", "varme-hender", "ung-i-radet")
    off = changed(SAMPLE, "byen-uten-ko", cancelled=True)
    await takes(world, changed(off, "varme-hender", start=None, end=None))
    await kari.says("/agenda")
    assert kari.lines == [
        "Din agenda – 3 sesjoner",
        "I dag",
        "1 14:00–14:45 · KS-paviljongen",
        "Ung i rådet, gammel i saken · intervju · demokrati under press",
        "2 ❌ avlyst · Hovedscenen",
        "Byen uten kø · foredrag · mobilitet",
        "3 🕑 tidspunktet er ikke satt ennå · Sal 3",
        "Velferdsteknologi med varme hender · paneldebatt · sosial bærekraft",
    ]
    await kari.presses("★ 2")
    await kari.presses("★ 3")
    await kari.says("/agenda")
    assert kari.lines[0] == "Din agenda – 1 sesjon"
