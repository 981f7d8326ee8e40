"""/settings, /language and /tracks."""

import json
from pathlib import Path

import pytest

from tests.scenarios.conftest import Conversation, Start, World


async def test_settings_show_what_holds(kari: Conversation) -> None:
    await kari.says("/settings")
    assert kari.lines[:3] == [
        "Innstillinger",
        "🕑 Påminnelse 15 minutter før",
        "🌙 Stille timer 22:00–07:00 (påminnelser kommer likevel)",
    ]
    assert kari.lines[-1] == "💬 Norsk (bokmål)"


async def test_settings_write_hours_as_the_language_does(world: World) -> None:
    sven = world.meets(1002, "Sven", "sv")
    await sven.says("/settings")
    assert sven.lines[2] == "🌙 Tysta timmar 22.00–07.00 (påminnelser kommer ändå)"


async def test_settings_change_the_lead(kari: Conversation) -> None:
    await kari.says("/settings")
    await kari.presses("🕑")
    assert kari.buttons == [["5 min", "10 min", "✅ 15 min"], ["30 min", "60 min", "Av"]]
    assert (await kari.presses("60 min"))["text"] == "Lagret"
    assert kari.lines[1] == "🕑 Påminnelse 60 minutter før"
    await kari.presses("🕑")
    await kari.presses("Av")
    assert kari.lines[1] == "🕑 Ingen påminnelser"


async def test_settings_change_the_quiet_hours(kari: Conversation) -> None:
    await kari.says("/settings")
    await kari.presses("⚙ Stille timer")
    assert kari.buttons == [["✅ 22–07", "23–07"], ["23–08", "21–08"], ["Aldri"]]
    await kari.presses("23–08")
    assert kari.lines[2] == "🌙 Stille timer 23:00–08:00 (påminnelser kommer likevel)"
    await kari.presses("⚙ Stille timer")
    await kari.presses("Aldri")
    assert kari.lines[2] == "🌙 Ingen stille timer"


async def test_settings_offer_the_expos_own(start: Start) -> None:
    kari = (await start(reminder_minutes=20, quiet_hours="20:00-06:00")).meets(1001, "Kari")
    await kari.says("/settings")
    await kari.presses("🕑")
    await kari.presses("60 min")
    await kari.presses("🕑")
    assert kari.buttons == [["5 min", "10 min", "15 min"], ["20 min", "30 min", "✅ 60 min"], ["Av"]]
    await kari.presses("20 min")
    assert kari.lines[1] == "🕑 Påminnelse 20 minutter før"
    await kari.presses("⚙ Stille timer")
    assert kari.buttons == [["22–07", "23–07"], ["23–08", "21–08"], ["✅ 20–06", "Aldri"]]
    await kari.presses("Aldri")
    await kari.presses("⚙ Stille timer")
    await kari.presses("20–06")
    assert kari.lines[2] == "🌙 Stille timer 20:00–06:00 (påminnelser kommer likevel)"


@pytest.mark.parametrize(
    ("label", "heading"), [("English", "Settings"), ("Svenska", "Inställningar"), ("Dansk", "Indstillinger")]
)
async def test_language_changes_the_chat(kari: Conversation, label: str, heading: str) -> None:
    await kari.says("/language")
    assert kari.buttons == [["✅ Norsk (bokmål)", "English"], ["Svenska", "Dansk"]]
    await kari.presses(label)
    assert kari.lines[0] == heading
    await kari.says("/settings")
    assert kari.lines[0] == heading


async def test_language_follows_telegram_until_one_is_chosen(kari: Conversation) -> None:
    await kari.says("/settings")
    kari.person.use_language("sv")
    await kari.says("/settings")
    assert kari.lines[0] == "Inställningar"
    await kari.says("/language")
    await kari.presses("English")
    kari.person.use_language("da")
    await kari.says("/settings")
    assert kari.lines[0] == "Settings"


async def test_tracks_are_followed_and_unfollowed(kari: Conversation) -> None:
    await kari.says("/tracks")
    assert kari.lines == [
        "Sporene",
        "Følg et spor, så minner jeg deg på hver sesjon.",
        "· demokrati under press: 31 sesjoner",
        "· lokal innovasjon: 27 sesjoner",
        "· verdiskaping: 33 sesjoner",
        "· sosial bærekraft: 25 sesjoner",
        "· mobilitet: 23 sesjoner",
    ]
    assert (await kari.presses("🔔 Følg mobilitet"))["text"] == "🔔 Du følger mobilitet."
    assert kari.buttons[-2:] == [["🔔 Følg sosial bærekraft"], ["🔕 Slutt å følge mobilitet"]]
    await kari.says("/tracks")
    assert kari.buttons[-1] == ["🔕 Slutt å følge mobilitet"]
    assert (await kari.presses("🔕"))["text"] == "🔕 Du følger ikke lenger mobilitet."
    assert kari.buttons[-1] == ["🔔 Følg mobilitet"]


async def test_many_tracks_come_in_pages(start: Start, tmp_path: Path) -> None:
    tracks = [{"id": f"t{number}", "name": f"{number}. {'Havet og kysten ' * 20}"} for number in range(1, 18)]
    sessions = [{"id": "a", "title": "A", "start": "2019-09-24T14:00", "track": "t17"}]
    programme = {"expo": {"name": "Byen", "timezone": "Europe/Oslo"}, "tracks": tracks, "sessions": sessions}
    (tmp_path / "programme.json").write_text(json.dumps(programme))
    world = await start(programme=str(tmp_path / "programme.json"))
    kari = world.meets(1001, "Kari")
    await kari.says("/tracks")
    assert kari.buttons[-1] == ["▶"]
    await kari.presses("▶")
    assert kari.buttons[-1] == ["◀", "▶"]
    await kari.presses("▶")
    assert kari.buttons == [["🔔 Følg 17. Havet og kysten Havet og kysten …"], ["◀"]]
    answer = await kari.presses("🔔")
    assert (answer["text"][:26], answer["text"][-2:]) == ("🔔 Du følger 17. Havet og k", " …")
    await world.moves_to("2019-09-24T13:45:00")
    assert kari.unasked == ["⏰ kl. 14:00 · rom ikke satt – A"]
