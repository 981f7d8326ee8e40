"""Programmes of real events, where they are at hand, load whole."""

from pathlib import Path

import pytest

from bot.domain.programme import Index
from data.formats.detect import read

FOLDER = Path(__file__).parents[4] / "shared" / "programmes"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real programmes are not beside the checkout")

# sessions, speakers, rooms, tracks, days
COUNTS = {
    "38c3.schedule.xml": (1007, 567, 72, 7, 4),
    "c3voc-invalid-example.json": (1, 1, 1, 1, 1),
    "camp2019.schedule.json": (79, 90, 2, 7, 5),
    "fosdem-2013.schedule.xml": (487, 476, 24, 40, 2),
    "fosdem-2025.schedule.xml": (943, 992, 29, 69, 2),
    "pretalx-democon.schedule.json": (36, 27, 2, 2, 3),
    "rc3.schedule.json": (48, 56, 5, 5, 4),
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_real_programme_loads_whole(name: str) -> None:
    programme = read((FOLDER / name).read_bytes(), name=name, timezone="Europe/Brussels").programme
    days = len(Index(programme).days)
    found = (len(programme.sessions), len(programme.speakers), len(programme.rooms), len(programme.tracks), days)
    assert found == COUNTS[name]
