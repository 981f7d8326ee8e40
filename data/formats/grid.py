"""Sessions out of a table with times down the side and rooms across the top."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from data.formats import cells
from data.formats.cells import NOTHING, When
from data.formats.draft import Draft, check_number
from data.formats.headers import normal
from data.formats.moments import Moments
from data.formats.reading import Notes, Options
from data.formats.sheet import Row, year_in
from data.formats.text import line, paragraphs
from data.formats.timeline import Timeline, labelled_days

_CORNER: Final = frozenset({"", "time", "tid", "klokkeslett", "klokkeslæt", "uhrzeit", "zeit", "kl"})
_SEARCHED: Final = 15
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """The table, where its header is, and the date its title names."""

    rows: Sequence[Row]
    header: int
    day: date | None

    def drafts(self, name: str, options: Options, moments: Moments, notes: Notes) -> list[Draft]:
        """One draft a cell; equal cells beside each other are one session in several rooms."""
        timeline = Timeline(moments, notes, labelled_days(options.mapping), twelve=self._runs_to_twelve())
        rooms = [line(room) for room in self.rows[self.header]]
        drafts: list[Draft] = []
        for number in range(self.header + 1, len(self.rows)):
            row = self.rows[number]
            when = _when(row)
            if when == NOTHING:
                continue
            place = f"{name}row {number + 1}"
            start, end = timeline.at(When(self.day, label=normal(name)), when, NOTHING, place)
            before: object = None
            for column, cell in enumerate(row[1 : len(rooms)], 1):
                if line(cell) and cell == before:
                    drafts[-1].rooms = (*drafts[-1].rooms, rooms[column])
                elif line(cell):
                    title, _, rest = str(cell).strip().partition("\n")
                    draft = Draft(f"{place}, {rooms[column]}", title, abstract=paragraphs(rest), start=start, end=end)
                    draft.rooms = (rooms[column],)
                    drafts.append(draft)
                    check_number(len(drafts))
                before = cell
        return drafts

    def _runs_to_twelve(self) -> bool:
        told = [_when(row) for row in self.rows[self.header + 1 :]]
        return all(moment.hour <= 12 for when in told for moment in (when.start, when.end) if moment)  # noqa: PLR2004


def find(rows: Sequence[Row], name: str, options: Options) -> Grid | None:
    """The grid, where the table is one."""
    for number, row in enumerate(rows[:_SEARCHED]):
        if row and _when(row) != NOTHING:
            return None
        rooms = [cell for cell in row[1:] if isinstance(cell, str) and cell.strip()]
        times = sum(_when(below) != NOTHING for below in rows[number + 1 :])
        if row and normal(row[0]) in _CORNER and len(rooms) >= _FEWEST and times >= _FEWEST:
            year = year_in(options.name)
            above = [cells.read(line(cell), year=year).day for title in rows[:number] for cell in title if line(cell)]
            named = cells.read(name, year=year).day
            return Grid(rows, number, next((day for day in [*above, named] if day), None))
    return None


def _when(row: Row) -> When:
    when = cells.read(row[0]) if row and row[0] is not None else NOTHING
    return when if when.start else NOTHING
