"""Values out of parsed JSON that may have any shape."""

from collections.abc import Mapping


def items(value: object) -> list[object]:
    """A list as it is, None as an empty one, anything else as a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def objects(value: object) -> list[Mapping[str, object]]:
    """The objects in a list; other things in it are passed over."""
    return [item for item in items(value) if isinstance(item, dict)]


def members(value: object) -> Mapping[str, object]:
    """An object as it is, anything else as an empty one."""
    return value if isinstance(value, dict) else {}


def text(value: object) -> str:
    """A string or number as text; of `{"en": …, "de": …}` the first; "" for anything else."""
    if isinstance(value, dict):
        value = next((part for part in value.values() if isinstance(part, str) and part.strip()), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value)


def first(thing: Mapping[str, object], *keys: str) -> str:
    """The first of these fields that says something."""
    return next((found for key in keys if (found := text(thing.get(key)).strip())), "")


def translated(value: object) -> str | dict[str, str]:
    """`{"en": …, "de": …}` in all its languages, one string as it is."""
    if not isinstance(value, dict):
        return text(value)
    return {key: part for key, part in value.items() if isinstance(part, str) and part.strip()}


def whole(value: object) -> int | None:
    """A count: an integer from 0 on; None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
