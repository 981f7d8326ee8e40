"""Where in a JSON text a value stands."""

import json
import re
from collections.abc import Sequence
from typing import Final

_DECODER: Final = json.JSONDecoder()
_BLANK: Final = re.compile(r"[\s,:]*")


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line (from 1) of the value at the path in valid JSON, or of the innermost thing that is there."""
    at = _skip(text, 0)
    for step in path:
        found = _member(text, at, step) if text[at] == "{" else _item(text, at, step)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _skip(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank else at


def _member(text: str, at: int, name: str | int) -> int | None:
    at = _skip(text, at + 1)
    while text[at] == '"':
        key, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        if key == name:
            return at
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
    return None


def _item(text: str, at: int, number: str | int) -> int | None:
    if text[at] != "[" or not isinstance(number, int):
        return None
    at = _skip(text, at + 1)
    for _ in range(number):
        if text[at] == "]":
            return None
        at = _skip(text, _DECODER.raw_decode(text, at)[1])
    return at
