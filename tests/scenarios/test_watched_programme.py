"""The programme named in the settings is watched, and organisers hear what becomes of it."""

from pathlib import Path

from bot.playground.botapi.faults import Unreachable
from tests.scenarios.changing import SAMPLE, moved, saves, without
from tests.scenarios.conftest import Conversation, Start, World


def written(tmp_path: Path) -> Path:
    """A file with the sample programme."""
    source = tmp_path / "programme.json"
    source.write_text(SAMPLE.model_dump_json())
    return source


async def begins(world: World, language: str = "nb") -> Conversation:
    """An organiser who may be told."""
    ola = world.meets(1, "Ola", language)
    await ola.says("/start")
    return ola


async def test_programme_file_is_watched(start: Start, tmp_path: Path) -> None:
    source = written(tmp_path)
    world = await start(programme=str(source))
    kari = world.meets(1001, "Kari")
    await saves(kari, "byen-uten-ko")
    count = len(kari.messages)
    source.write_text(moved(SAMPLE, "byen-uten-ko", "15:30", "16:15").model_dump_json())
    await world.until(lambda: len(kari.messages) > count)
    assert kari.lines[0].startswith("🔁 Byen uten kø er flyttet: 14:00 Hovedscenen → 15:30 Hovedscenen.")


async def test_organisers_hear_once_of_a_broken_source_and_once_of_its_return(start: Start, tmp_path: Path) -> None:
    source = written(tmp_path)
    world = await start(programme=str(source))
    ola = await begins(world)
    count = len(ola.messages)
    source.write_text("{")
    await world.until(lambda: len(ola.messages) > count)
    assert ola.lines[0].startswith("⚠ Programmet kan ikke leses fra programme.json: ")
    source.write_text("{ ")
    source.write_text(SAMPLE.model_dump_json())
    await world.until(lambda: len(ola.messages) > count + 1)
    assert ola.text == "✅ Programmet kan leses fra programme.json igjen."


async def test_what_organisers_were_to_hear_outlasts_a_restart(start: Start, tmp_path: Path) -> None:
    source = written(tmp_path)
    world = await start(programme=str(source))
    ola = await begins(world, "sv")
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
    source = written(tmp_path)
    world = await start(programme=str(source))
    ola = await begins(world)
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
