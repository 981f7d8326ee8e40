"""What real programmes read as; `python -m tests.data.formats.survey` writes the table in docs/programme-formats.md."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.domain.programme import Index
from data.formats.detect import read
from data.formats.errors import ProgrammeError

FOLDER: Final = Path(__file__).parents[4] / "shared" / "programmes"
PAGE: Final = Path(__file__).parents[3] / "docs" / "programme-formats.md"
START: Final = "<!-- the table below is written by tests/data/formats/survey.py -->\n\n"

ZONES: Final[Mapping[str, str]] = {
    "azure": "Europe/Vienna",
    "dddperth": "Australia/Perth",
    "dvpw": "Europe/Berlin",
    "c3voc-deu": "Europe/Berlin",
    "europython": "Europe/Prague",
    "fosdem": "Europe/Brussels",
    "leap": "Europe/London",
    "moca": "Europe/Rome",
    "nems26": "America/Chicago",
    "openevent": "Asia/Singapore",
    "pyconfr": "Europe/Paris",
    "pyconuk": "Europe/London",
    "rc3": "Europe/Berlin",
    "scottishsummit": "Europe/London",
    "swana": "America/New_York",
    "vivatech": "Europe/Paris",
    "vldb": "Asia/Shanghai",
}
"""The zones of files that name none."""

MAPPINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "eeke-2020.program.xlsx": {"A": "start", "B": "title", "C": "speakers", "day": "2020-08-01"},
    "nems26-agenda-sheet.csv": {"Day 1": "2026-01-23", "Day 2": "2026-01-24"},
    "vivatech-2017.csv": {"Thursday": "2017-06-15", "Friday": "2017-06-16", "Saturday": "2017-06-17"},
}
"""What `--map` says for files that cannot be understood without."""


def names() -> list[str]:
    """The files there are, those of a format together."""
    return sorted(path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix != ".md")


def row(name: str) -> str:
    """A file's row in the table."""
    zone = next((zone for start, zone in ZONES.items() if name.startswith(start)), "Europe/Oslo")
    try:
        reading = read((FOLDER / name).read_bytes(), name=name, timezone=zone, mapping=MAPPINGS.get(name))
    except ProgrammeError as error:
        return f"| {name} | – | | | | | | refused: {str(error).split(';')[0]} |"
    programme = reading.programme
    counts = (programme.sessions, programme.speakers, programme.rooms, programme.tracks, Index(programme).days)
    told = "; ".join(str(remark).partition(" (first")[0] for remark in reading.remarks)
    mapped = " ".join(f"`{column}={field}`" for column, field in MAPPINGS.get(name, {}).items())
    remarks = "; ".join(filter(None, [f"with {mapped}" if mapped else "", told]))
    return f"| {name} | {reading.format} | {' | '.join(str(len(things)) for things in counts)} | {remarks} |"


def table() -> str:
    """The whole table."""
    head = (
        "| file | format | sessions | speakers | rooms | tracks | days | remarks |\n|---|---|---|---|---|---|---|---|\n"
    )
    return head + "\n".join(map(row, names())) + "\n"


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page.partition(START)[0] + START + table(), encoding="utf-8")
