"""What comes out of a programme file: the programme, and remarks on what was odd in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from bot.domain.models import Programme
from data.formats.errors import one_line

_LONGEST_PLACE: Final = 200

Defect = Literal[
    "no-title",
    "no-start",
    "bad-time",
    "bad-length",
    "end-estimated",
    "end-before-start",
    "longer-than-a-day",
    "same-id",
    "unknown-zone",
    "offset-differs",
    "not-accepted",
    "unknown-reference",
    "all-day",
    "placeholder",
    "repeating",
    "no-date",
]

_SENTENCES: Final[Mapping[Defect, str]] = {
    "no-title": "without a title, left out",
    "no-start": "without a start, kept as unscheduled",
    "bad-time": "with a time that cannot be read",
    "bad-length": "with a length that cannot be read",
    "end-estimated": "without an end, taken from what is next in the room",
    "end-before-start": "that would end before they start; their end is dropped",
    "longer-than-a-day": "longer than a day",
    "same-id": "with an id others have too, told apart by title, start and room",
    "unknown-zone": "time zone names nobody knows; the setting is used",
    "offset-differs": "whose offset is not the declared zone's; the offset is believed",
    "not-accepted": "not accepted or confirmed, left out",
    "unknown-reference": "that refer to something the file does not hold",
    "all-day": "with a date but no time, kept as unscheduled",
    "placeholder": "that are only placeholders, left out",
    "repeating": "that repeat by a rule, none of days or weeks that ends within a month; only the first time is taken",
    "no-date": 'with a time but no date, unscheduled; say which: --map "Day 1=2027-05-05", or day=2027-05-05',
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A defect that did not hinder the import: how often, and where first."""

    defect: Defect
    count: int
    place: str

    def __str__(self) -> str:
        """In one line."""
        return f"{self.count} {_SENTENCES[self.defect]} (first: {one_line(self.place, _LONGEST_PLACE)})"


@dataclass(frozen=True, slots=True)
class Options:
    """What the one who imports knows and the file may not say.

    `timezone` is used where the file names none; `mapping` says which column of a sheet is which field.
    """

    name: str = ""
    timezone: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A programme as read, with the name of the format it was in; `whole` if that is one that tells everything."""

    programme: Programme
    remarks: tuple[Remark, ...]
    format: str
    whole: bool = False


class Notes:
    """Collects defects while a file is read."""

    def __init__(self) -> None:
        self._found: dict[Defect, Remark] = {}

    def add(self, defect: Defect, place: str) -> None:
        """Count one more; the first one's place is kept."""
        known = self._found.get(defect)
        self._found[defect] = Remark(defect, known.count + 1 if known else 1, known.place if known else place)

    def remarks(self) -> tuple[Remark, ...]:
        """One remark a defect, in the order of first appearance."""
        return tuple(self._found.values())
