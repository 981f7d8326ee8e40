"""/now, /next and /programme: from a day to a list."""

import json
from datetime import datetime
from pathlib import Path

from tests.scenarios.conftest import Conversation, Start, World


async def test_now_lists_what_runs(kari: Conversation) -> None:
    await kari.says("/now")
    assert kari.lines[:5] == [
        "Nå, kl. 11:20 – 7 sesjoner",
        "1 10:00–11:45 · Verkstedet",
        "Bygg en sensor før lunsj · interaktiv sesjon · lokal innovasjon",
        "2 11:00–11:45 · Hovedscenen",
        "Hvem blir igjen på kaia? · paneldebatt · sosial bærekraft",
    ]


async def test_next_lists_what_starts_next(kari: Conversation) -> None:
    await kari.says("/next")
    assert kari.lines[:4] == [
        "Neste – 3 sesjoner",
        "I dag",
        "1 11:30–12:00 · Sal 2",
        "Ordføreren svarer – uten manus · intervju · demokrati under press",
    ]


async def test_now_after_the_expo_offers_nothing(world: World, kari: Conversation) -> None:
    await world.moves_to("2019-10-03T11:00:00")
    await kari.says("/now")
    assert kari.lines[0] == "Jeg fant ingenting for: Nå, kl. 11:00."
    await kari.says("/next")
    assert kari.lines[0] == "Jeg fant ingenting for: Neste."


async def test_programme_offers_its_days(kari: Conversation) -> None:
    await kari.says("/programme")
    assert kari.lines == ["Nordic Edge Expo 2019", "Hvilken dag?"]
    assert kari.buttons == [["I dag (57)"], ["Ons. 25. sep. (59)"], ["Tor. 26. sep. (41)"]]
    await kari.presses("Ons.")
    assert kari.text == "Onsdag 25. september – 59 sesjoner"
    assert kari.buttons == [["🕑 Tid", "⚙ Spor"], ["⚙ Rom", "⚙ Format"]]


async def test_programme_narrows_by_time(kari: Conversation) -> None:
    await kari.says("/programme")
    await kari.presses("Tor.")
    await kari.presses("🕑 Tid")
    assert kari.text == "Torsdag 26. september etter tid"
    assert kari.buttons == [
        ["08:00 (1)", "09:00 (8)", "10:00 (8)"],
        ["11:00 (8)", "12:00 (1)", "13:00 (7)"],
        ["14:00 (6)", "15:00 (2)"],
        ["◀"],
    ]
    await kari.presses("10:00")
    assert kari.lines[:3] == [
        "Torsdag 26. september kl. 10:00–11:00 – 8 sesjoner",
        "1 10:00–10:45 · Hovedscenen",
        "Who keeps the lights on? · paneldebatt · verdiskaping · 🇬🇧",
    ]


async def test_programme_narrows_by_track_in_pages(kari: Conversation) -> None:
    await kari.says("/programme")
    await kari.presses("Ons.")
    await kari.presses("⚙ Spor")
    assert kari.buttons == [
        ["demokrati under press (12)"],
        ["lokal innovasjon (9)"],
        ["verdiskaping (14)"],
        ["sosial bærekraft (9)"],
        ["mobilitet (9)"],
        ["◀"],
    ]
    await kari.presses("mobilitet")
    assert kari.lines[0] == "I morgen · mobilitet – 9 sesjoner"
    await kari.presses("▶")
    assert kari.lines == [
        "I morgen · mobilitet – 9 sesjoner",
        "9 16:00–16:45 · Sal 2",
        "Lastesykkel på lånekort · foredrag · mobilitet",
    ]
    assert kari.buttons == [["☆ 9"], ["9"], ["◀"]]


async def test_programme_narrows_by_room_and_format(kari: Conversation) -> None:
    await kari.says("/programme")
    await kari.presses("I dag")
    await kari.presses("⚙ Rom")
    await kari.presses("Hovedscenen")
    assert kari.lines[0] == "I dag · Hovedscenen – 8 sesjoner"
    await kari.says("/programme")
    await kari.presses("I dag")
    await kari.presses("⚙ Format")
    await kari.presses("paneldebatt")
    assert kari.lines[0] == "I dag · paneldebatt – 8 sesjoner"


async def test_programme_goes_back_a_step(kari: Conversation) -> None:
    await kari.says("/programme")
    await kari.presses("Ons.")
    day = kari.text
    await kari.presses("⚙ Format")
    await kari.presses("◀")
    assert kari.text == day
    assert len(kari.messages) == 1


async def test_night_belongs_to_the_evening_before(start: Start, tmp_path: Path) -> None:
    clocks = {"Evening": "27T22:00", "Night": "28T00:30", "Morning": "28T10:00"}
    sessions = [{"id": key, "title": key, "start": f"2024-12-{at}", "room": "a"} for key, at in clocks.items()]
    rooms = [{"id": "a", "name": "Hall A"}]
    programme = {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "rooms": rooms, "sessions": sessions}
    (tmp_path / "programme.json").write_text(json.dumps(programme))
    evening = datetime.fromisoformat("2024-12-27T20:00+01:00")
    world = await start(programme=str(tmp_path / "programme.json"), at=evening)
    kari = world.meets(1001, "Kari", "en")
    await kari.says("/programme")
    assert kari.buttons == [["Today (2)"], ["Sat 28 Dec (1)"]]
    await kari.presses("Today")
    await kari.presses("⚙ Room")
    await kari.presses("Hall A (2)")
    assert kari.lines == [
        "Today · Hall A – 2 sessions",
        "1 22:00–23:00 · Hall A",
        "Evening",
        "Tomorrow",
        "2 00:30–01:30 · Hall A",
        "Night",
    ]
    await kari.says("/programme")
    await kari.presses("Today")
    await kari.presses("🕑")
    await kari.presses("00:00 (1)")
    assert kari.lines[1:] == ["1 00:30–01:30 · Hall A", "Night"]
