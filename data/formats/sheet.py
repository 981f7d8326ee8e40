"""Sessions out of a table with a header row: one row each, or one row an author."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from typing import Final

from data.formats import cells, languages
from data.formats.cells import NOTHING, When
from data.formats.draft import Draft, Person, check_number
from data.formats.guests import persons, separator
from data.formats.headers import Layout
from data.formats.moments import Moments
from data.formats.reading import Notes, Options
from data.formats.text import joined, line
from data.formats.timeline import Timeline, labelled_days

Row = Sequence[object]

EMPTY: Final = frozenset({"", ".", "-", "–", "na", "n/a", "none", "null", "nan"})
"""What cells say that say nothing."""

_SEVERAL: Final = re.compile(r"\\n|[\n;,]")
_LINES: Final = re.compile(r"\n")
_ROOMS: Final = re.compile(r"[\n;]")
_OF_ONE_ROW: Final = ("speakers", "hosts", "organisation", "part")
_MISTAKEN: Final = rf"'*(?:[=+\-@\t]|(?:{'|'.join(map(re.escape, sorted(EMPTY - {''})))})$)"
_ESCAPED: Final = re.compile(rf"^'(?={_MISTAKEN})", re.IGNORECASE)
APOSTROPHE: Final = re.compile(rf"^'{_MISTAKEN}", re.IGNORECASE)
"""What begins with an apostrophe that a sheet would take for one that only protects what follows."""

_YES: Final = frozenset({"yes", "ja", "x", "true", "1", "cancelled", "avlyst", "inställd", "aflyst"})
_NOON: Final = time(13)


def year_in(name: str) -> int | None:
    """The year a file's name tells."""
    found = re.search(r"(?<!\d)(20\d\d|19[89]\d)(?!\d)", name)
    return int(found[1]) if found else None


class Sheet:
    """A table whose layout is known."""

    def __init__(self, rows: Sequence[Row], layout: Layout, options: Options, name: str) -> None:
        self._layout, self._name, self._year = layout, name, year_in(options.name)
        # Only our own export has that column; there commas are part of a name.
        self._apart_names = _LINES if "series" in layout.columns else _SEVERAL
        self._days = labelled_days(options.mapping)
        self._rows = [(number, row) for number, row in enumerate(rows, 1) if number > layout.row + 1]
        dates = [self._cell(row, field) for _, row in self._rows for field in ("date", "start", "end")]
        starts = [self._cell(row, "start") for _, row in self._rows]
        only_dates = all(cells.is_midnight(cell) for cell in starts if cell is not None)
        self._dates = ("date", "start") if only_dates else ("date",)
        self._month_first = cells.month_comes_first(dates)
        self._apart = {
            column: separator([row[column] for _, row in self._rows if column < len(row)], len(columns))
            for field in ("speakers", "hosts")
            for columns in (layout.columns.get(field, ()),)
            for column in columns
        }

    @property
    def timed(self) -> bool:
        """Whether it has a column of times."""
        return "start" in self._layout.columns or "date" in self._layout.columns

    def drafts(self, moments: Moments, notes: Notes) -> list[Draft]:
        """One draft a session; rows that differ in people and parts only are one."""
        timeline = Timeline(moments, notes, self._days, twelve=self._runs_to_twelve())
        found: dict[tuple[str, ...], Draft] = {}
        speakers: defaultdict[tuple[str, ...], list[Person]] = defaultdict(list)
        count = 0
        parts: defaultdict[tuple[str, ...], dict[str, list[str]]] = defaultdict(dict)
        for number, row in self._rows:
            if all(_empty(cell) for cell in row):
                continue
            draft = self._draft(row, timeline, moments, f"{self._name}row {number}")
            key = (*self._same(row), str(draft.start))
            found.setdefault(key, draft)
            speakers[key] += draft.speakers
            check_number(len(found), count := count + len(draft.speakers))
            if part := self._text(row, "part"):
                parts[key].setdefault(part, []).extend(person.name for person in self._persons(row, "speakers"))
        for key, draft in found.items():
            draft.speakers = tuple(speakers[key])
            draft.abstract = joined(draft.abstract, "\n".join(_listed(parts[key]))) if parts[key] else draft.abstract
        return list(found.values())

    def _cell(self, row: Row, field: str) -> object:
        column = self._layout.first(field)
        return row[column] if column is not None and column < len(row) and not _empty(row[column]) else None

    def _text(self, row: Row, field: str) -> str:
        cell = self._cell(row, field)
        if isinstance(cell, float) and cell.is_integer():
            return str(int(cell))
        return _ESCAPED.sub("", str(cell)) if cell is not None else ""

    def _cells(self, row: Row, field: str) -> Iterator[tuple[int, object]]:
        for column in self._layout.columns.get(field, ()):
            if column < len(row) and not _empty(row[column]):
                yield column, row[column]

    def _same(self, row: Row) -> tuple[str, ...]:
        return tuple(self._text(row, field) for field in self._layout.columns if field not in _OF_ONE_ROW)

    def _when(self, row: Row, field: str) -> When:
        cell = self._cell(row, field)
        if field in self._dates and isinstance(cell, datetime) and cells.is_midnight(cell):
            return When(cell.date())
        return NOTHING if cell is None else cells.read(cell, month_first=self._month_first, year=self._year)

    def _runs_to_twelve(self) -> bool:
        told = [self._when(row, field) for _, row in self._rows for field in ("start", "end")]
        hours = [moment for when in told if not when.sure for moment in (when.start, when.end) if moment]
        return bool(hours) and max(hours) < _NOON

    def _draft(self, row: Row, timeline: Timeline, moments: Moments, place: str) -> Draft:
        start, end = timeline.at(self._when(row, "date"), self._when(row, "start"), self._when(row, "end"), place)
        kind = self._text(row, "format")
        tracks = self._split(self._text(row, "track"))
        tags = [tag for _, cell in self._cells(row, "tags") for tag in self._split(str(cell))]
        url = self._text(row, "url")
        return Draft(
            place=place,
            title=self._text(row, "title") or (kind if self._when(row, "start").start else ""),
            id=line(self._text(row, "id") or (url if url.startswith("http") else "")),
            subtitle=self._text(row, "subtitle"),
            abstract=joined(*(_ESCAPED.sub("", str(cell)) for _, cell in self._cells(row, "abstract"))),
            start=start,
            end=end,
            length=moments.length(self._text(row, "length"), place),
            rooms=tuple(line(room) for room in _ROOMS.split(self._text(row, "room")) if room.strip()),
            track=tracks[0] if tracks else "",
            format=kind,
            languages=languages.codes(self._text(row, "languages")),
            speakers=(*self._persons(row, "speakers"), *self._persons(row, "hosts")),
            tags=(*tracks[1:], *tags),
            url=url,
            series=line(self._text(row, "series")),
            cancelled=self._text(row, "cancelled").strip().lower() in _YES,
        )

    def _split(self, text: str) -> list[str]:
        return [part.strip().removeprefix("#") for part in self._apart_names.split(text) if part.strip()]

    def _persons(self, row: Row, field: str) -> Iterator[Person]:
        organisation = self._text(row, "organisation") if field == "speakers" else ""
        for column, cell in self._cells(row, field):
            for person in persons(cell, self._apart[column]):
                person.organisation = person.organisation or organisation
                organisation = ""
                yield person


def _empty(cell: object) -> bool:
    return cell is None or (isinstance(cell, str) and cell.strip().lower() in EMPTY)


def _listed(parts: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for part, names in parts.items():
        yield f"• {part} – {', '.join(dict.fromkeys(names))}" if names else f"• {part}"
