"""Programmes of real events, where they are at hand, load whole."""

from typing import Final

import pytest

from tests.data.formats.survey import FOLDER, PAGE, START, names, row

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the real programmes are not beside the checkout")

# Sessions, speakers, rooms, tracks and days as counted in the files by other means.
COUNTED: Final = {
    "38c3.schedule.xml": (1007, 567, 72, 7, 4),
    "camp2019.schedule.json": (79, 90, 2, 7, 5),
    "europython-2014.schedule.xml": (188, 117, 8, 4, 7),
    "fosdem-2013.schedule.xml": (487, 476, 24, 40, 2),
    "fosdem-2025.schedule.xml": (943, 992, 29, 69, 2),
    "javazone-2016.sessions.json": (173, 191, 12, 0, 3),
    "pretalx-democon.schedule.json": (36, 27, 2, 2, 3),
    "pyconfr-2024.schedule.json": (69, 73, 8, 0, 2),
    "pyconfr-2025.schedule.json": (75, 81, 8, 0, 2),
    "rc3.schedule.json": (48, 56, 5, 5, 4),
    "scottishsummit.sessionize.json": (61, 76, 7, 6, 2),
}


def shown() -> list[str]:
    return PAGE.read_text(encoding="utf-8").partition(START)[2].splitlines()[2:]


@pytest.mark.parametrize("name", COUNTED)
def test_a_real_programme_loads_whole(name: str) -> None:
    cells = [cell.strip() for cell in row(name).split("|")]
    assert tuple(map(int, cells[3:8])) == COUNTED[name]


def test_the_table_in_docs_has_every_file() -> None:
    assert [line.split("|")[1].strip() for line in shown()] == names()


@pytest.mark.parametrize("line", shown() if FOLDER.is_dir() else [])
def test_the_table_in_docs_is_true(line: str) -> None:
    assert row(line.split("|")[1].strip()) == line
