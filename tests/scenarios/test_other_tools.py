"""A programme out of another tool comes into force over one that tells more."""

from importlib.resources import files
from pathlib import Path

import pytest

from bot.domain.models import Programme
from data.formats.export import write
from tests.scenarios.conftest import Start

SAMPLE = Programme.model_validate_json((files("data") / "sample" / "programme.json").read_bytes())


def real() -> Programme:
    """The sample as if it were no sample."""
    return SAMPLE.model_copy(update={"expo": SAMPLE.expo.model_copy(update={"demo": False})})


def moved(programme: Programme) -> Programme:
    """The same with one session in another room."""
    sessions = [
        one.model_copy(update={"room": "sal-1"}) if one.id == "byen-uten-ko" else one for one in programme.sessions
    ]
    return programme.model_copy(update={"sessions": tuple(sessions)})


@pytest.mark.parametrize("format_name", ["xml", "csv", "xlsx", "ics"])
async def test_only_the_session_changes(start: Start, tmp_path: Path, format_name: str) -> None:
    path = tmp_path / "programme.json"
    path.write_bytes(write(real()))
    world = await start(programme=str(path))
    kari, ola = world.meets(1001, "Kari", "sv"), world.meets(1, "Ola")
    before = await kari.says("wifi")
    await kari.says("/start s_byen-uten-ko")
    await kari.presses("☆ Spara")
    ola.person.upload(f"programme.{format_name}", write(moved(real()), format_name))
    await world.settled()
    assert ola.lines[1] == "1 i nytt rom"
    await ola.presses("✅ Ta i bruk")
    programme = world.app.services.programme.index.programme
    sessions = {one.id: (one.room, one.track, one.format, one.audiences, one.tags) for one in programme.sessions}
    assert sessions == {
        one.id: (one.room, one.track, one.format, one.audiences, one.tags) for one in moved(SAMPLE).sessions
    }
    biographies = {one.name: one.biography for one in SAMPLE.speakers}
    assert {one.name: one.biography for one in programme.speakers} == biographies
    assert (programme.expo.venue, programme.exhibitors, programme.stands, programme.practical) == (
        SAMPLE.expo.venue,
        SAMPLE.exhibitors,
        SAMPLE.stands,
        SAMPLE.practical,
    )
    assert {room.id: room.name for room in programme.rooms} == {room.id: room.name for room in SAMPLE.rooms}
    assert {track.id: track.name for track in programme.tracks} == {track.id: track.name for track in SAMPLE.tracks}
    await world.until(lambda: kari.text.startswith("🔁"))
    assert (
        kari.lines[0]
        == "🔁 Byen uten kø kl. 14.00 har fått ny lokal: Stora scenen → Sal 1. Jag påminner dig kl. 13.45."
    )
    assert (await kari.says("wifi"))["text"] == before["text"]
