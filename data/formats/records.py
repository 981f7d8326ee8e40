"""Home-made JSON: a list of flat objects, read as the rows of a sheet whose headers are their keys."""

from collections.abc import Mapping, Sequence
from typing import Final

from data.formats import headers
from data.formats.fields import first, items, members, objects, text
from data.formats.reading import Options, Reading
from data.formats.source import Source
from data.formats.tables import check_size, read_tables

NAME: Final = "records"

_LISTS: Final = ("sessions", "events", "talks", "programme", "program", "schedule", "items", "data", "agenda")


def probe(source: Source) -> bool:
    """Whether it holds such a list, with titles and times."""
    if not source.is_json:
        return False
    layout = headers.find([_keys(_records(source.json))], {})
    return layout is not None and not {"start", "date"}.isdisjoint(layout.columns)


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError."""
    return read_tables([("", _rows(source.json))], options, NAME)


def _rows(data: object) -> list[list[object]]:
    told = _records(data)
    keys = _keys(told)
    check_size(len(told), len(keys))
    return [list(keys), *([_cell(record.get(key)) for key in keys] for record in told)]


def _keys(records: Sequence[Mapping[str, object]]) -> list[str]:
    return list(dict.fromkeys(key for record in records for key in record))


def _records(data: object) -> Sequence[Mapping[str, object]]:
    if isinstance(data, list):
        return objects(data)
    return next((found for key in _LISTS if (found := objects(items(members(data).get(key))))), [])


def _cell(value: object) -> object:
    """A list as its parts line by line, a thing as its name and what it belongs to."""
    if isinstance(value, list):
        return "\n".join(text(_cell(part)) for part in value)
    if not isinstance(value, dict):
        return value if isinstance(value, int | float) else text(value)
    about = [first(value, "role", "title"), first(value, "organisation", "organization", "company", "affiliation")]
    name = first(value, "name", "fullName", "full_name", "title") or text(value)
    aside = ", ".join(part for part in about if part and part != name)
    return f"{name} ({aside})" if aside else name
