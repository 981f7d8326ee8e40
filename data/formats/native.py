"""Our own JSON: what docs/programme-format.md describes and `expobot export` writes."""

import json
from collections.abc import Mapping, Sequence
from typing import Final
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from bot.domain.localised import ANY
from bot.domain.models import Programme
from data.formats import times
from data.formats.draft import check_number
from data.formats.errors import ProgrammeError
from data.formats.fields import items, members, text
from data.formats.lines import line_of
from data.formats.reading import Options, Reading
from data.formats.references import faults
from data.formats.source import Source
from data.formats.zones import zone

NAME: Final = "json"

_LONGEST_DATE: Final = 10
_REASONS: Final = {
    "missing": "is missing",
    "extra_forbidden": "is no field of ours",
    "string_type": "must be text in quotes",
    "string_too_short": "is empty",
    "timezone_aware": 'needs a date and a time of day, such as "2027-05-05T09:00"',
    "tuple_type": "must be a list in [ ]",
    "dict_type": 'must be text, or texts by language such as {"nb": …, "en": …}',
    "model_type": "must be an object in { }",
}


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    return source.is_json and "expo" in members(source.json)


def read(source: Source, options: Options) -> Reading:
    """Its programme. Raises ProgrammeError with the first fault and its place."""
    data = members(source.json)
    check_number(len(items(data.get("sessions"))), len(items(data.get("speakers"))))
    try:
        programme = Programme.model_validate(_in_zone(data, options.timezone))
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        reason = _REASONS.get(fault["type"], fault["msg"].removeprefix("Value error, "))
        raise ProgrammeError(reason, _place(source, fault["loc"])) from error
    for path, reason in faults(programme):
        raise ProgrammeError(reason, _place(source, path))
    return Reading(programme, (), NAME, whole=True)


def write(programme: Programme) -> bytes:
    """The programme as a file that `read` gives back the same."""
    return json.dumps(_short(programme.model_dump(mode="json")), ensure_ascii=False, indent=2).encode() + b"\n"


def _place(source: Source, path: Sequence[str | int]) -> str:
    return f"line {line_of(source.text, path)}: {'.'.join(map(str, path))}"


def _in_zone(data: Mapping[str, object], setting: str | None) -> dict[str, object]:
    """The data with the expo's zone filled in, and times without an offset taken as the expo's."""
    expo = {"timezone": setting, **members(data.get("expo"))} if setting else data.get("expo")
    local = zone(text(members(expo).get("timezone")))
    told = data.get("sessions")
    sessions = [_placed(session, local) if isinstance(session, dict) else session for session in items(told)]
    return {**data, "expo": expo, "sessions": sessions if isinstance(told, list) else told or ()}


def _placed(session: Mapping[str, object], local: ZoneInfo | None) -> dict[str, object]:
    return {**session, **{field: _instant(session[field], local) for field in ("start", "end") if field in session}}


def _instant(value: object, local: ZoneInfo | None) -> object:
    if isinstance(value, int | float):
        return str(value)
    moment = times.iso(value) if isinstance(value, str) and len(value) > _LONGEST_DATE else None
    return times.fixed(moment, local) if moment and local else value


def _short(value: object) -> object:
    """The same without objects that only say "in any language"."""
    if isinstance(value, dict):
        return value[ANY] if value.keys() == {ANY} else {key: _short(part) for key, part in value.items()}
    return [_short(part) for part in value] if isinstance(value, list) else value
