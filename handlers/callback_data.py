"""Typed callback data: a code and its fields, at most 64 bytes, decoded strictly."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import ClassVar, Final

SEPARATOR: Final = ":"
LIMIT: Final = 64
"""Bytes Telegram lets a button carry."""

_BY_CODE: Final[dict[str, type["Button"]]] = {}


class BadButtonError(ValueError):
    """Callback data that no button of this version carries: an old one, or forged."""


@dataclass(frozen=True, slots=True)
class Button:
    """A subclass names its code and its fields, each str or int."""

    CODE: ClassVar[str] = ""

    def __init_subclass__(cls, *, code: str = "") -> None:
        """Register the code; the dataclass decorator with slots makes the class a second time, without one."""
        if code:
            cls.CODE = code
        _BY_CODE[cls.CODE] = cls


@lru_cache(maxsize=4096)
def encode(button: Button) -> str:
    """The callback data of a button."""
    values = [str(getattr(button, field.name)) for field in fields(button)]
    data = SEPARATOR.join([button.CODE, *values])
    if len(data.encode()) > LIMIT:
        message = f"a button of {len(data.encode())} bytes: {data}"
        raise ValueError(message)
    return data


def decode(data: str) -> Button:
    """The button of callback data; raises BadButtonError."""
    code, *values = data.split(SEPARATOR)
    kind = _BY_CODE.get(code)
    if kind is None or len(values) != len(fields(kind)):
        raise BadButtonError(data)
    try:
        return kind(*(_value(field.type, value) for field, value in zip(fields(kind), values, strict=True)))
    except ValueError as error:
        raise BadButtonError(data) from error


def _value(kind: object, value: str) -> str | int:
    if kind not in {int, "int"}:
        return value
    if not re.fullmatch(r"-?[0-9]{1,9}", value):
        raise ValueError(value)
    return int(value)
