"""A programme out of one or more tables, whatever file they came in."""

from collections.abc import Iterator, Sequence
from typing import Final

from data.formats import grid, headers
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event
from data.formats.errors import ProgrammeError
from data.formats.headers import FIELDS
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.sheet import Row, Sheet
from data.formats.zones import zone

Table = tuple[str, Sequence[Row]]
"""A sheet's name ("" where there is only one) and its rows."""

_SHOWN: Final = 12
_MOST_ROWS: Final = 50_000
_MOST_COLUMNS: Final = 500
_MOST_CELLS: Final = 1_000_000


def check_size(rows: int, columns: int, cells: int = 0) -> None:
    """Raise ProgrammeError where a table is larger than any programme; `cells` where its rows differ in width."""
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS or (cells or rows * columns) > _MOST_CELLS:
        message = (
            f"more than {_MOST_ROWS:,} rows, {_MOST_COLUMNS} columns or {_MOST_CELLS:,} cells are in it; "
            "no programme has so many"
        )
        raise ProgrammeError(message)


def read_tables(tables: Sequence[Table], options: Options, name: str) -> Reading:
    """Their programme. Raises ProgrammeError."""
    _check(options)
    notes = Notes()
    moments = Moments(zone(options.timezone), notes)
    drafts = list(_drafts(tables, options, moments, notes))
    if not drafts:
        first = next((row for _, rows in tables for row in rows if any(row)), ())
        seen = ", ".join(str(cell) for cell in first[:_SHOWN] if cell not in (None, ""))
        message = (
            f"no row of headers with a title and one more field is in it; the first row is: {seen[:200]} – "
            "give the columns headers such as title, date, start, end, room, or say which is which: "
            "--map COLUMN=title, where COLUMN is a header or, without headers, a letter"
        )
        raise ProgrammeError(message)
    return Reading(assemble(Event(), drafts, notes, setting=options.timezone), notes.remarks(), name)


def _check(options: Options) -> None:
    for column, field in options.mapping.items():
        if field not in FIELDS and not field[:1].isdigit():
            message = f"--map {column}={field}: a column is one of {', '.join(FIELDS)}; a day's label is a date"
            raise ProgrammeError(message)


def _drafts(tables: Sequence[Table], options: Options, moments: Moments, notes: Notes) -> Iterator[Draft]:
    """Sheets with times; those without only where no sheet has any."""
    sheets, grids = [], []
    for name, rows in tables:
        place = f"sheet {name}, " if name else ""
        layout = headers.find(rows, options.mapping)
        if layout:
            sheets.append(Sheet(rows, layout, options, place))
        elif found := grid.find(rows, name, options):
            grids.append((place, found))
    timed = [sheet for sheet in sheets if sheet.timed]
    for sheet in timed or ([] if grids else sheets):
        yield from sheet.drafts(moments, notes)
    for place, found in grids:
        yield from found.drafts(place, options, moments, notes)
