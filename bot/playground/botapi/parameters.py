"""A call's parameters: known ones only, decoded by kind from strings, forms or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from bot.playground.botapi.errors import refuse

INTEGERS: Final = frozenset({
    "offset", "limit", "timeout", "max_connections", "message_id", "cache_time", "live_period", "heading",
    "proximity_alert_radius",
})  # fmt: skip
CHATS: Final = frozenset({"chat_id", "from_chat_id"})
FLOATS: Final = frozenset({"latitude", "longitude", "horizontal_accuracy"})
FLAGS: Final = frozenset({
    "disable_notification", "protect_content", "allow_paid_broadcast", "show_caption_above_media", "has_spoiler",
    "disable_content_type_detection", "show_alert", "is_personal", "is_big", "drop_pending_updates",
})  # fmt: skip
FILES: Final = frozenset({"photo", "document", "thumbnail"})
OBJECTS: Final = frozenset({
    "allowed_updates", "entities", "caption_entities", "link_preview_options", "reply_parameters", "reply_markup",
    "message_ids", "media", "results", "button", "commands", "scope", "menu_button", "reaction",
})  # fmt: skip


@dataclass(frozen=True)
class UploadedFile:
    """A file sent along with a call."""

    filename: str
    content: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True)
class Call:
    """One call: its decoded parameters (those left out or empty are absent) and its files by name."""

    method: str
    parameters: Mapping[str, Any]
    files: Mapping[str, UploadedFile] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string, "" where it was left out."""
        return str(self.parameters.get(name, ""))

    def number(self, name: str, default: int = 0) -> int:
        """An integer."""
        return int(self.parameters.get(name, default))

    def flag(self, name: str) -> bool:
        """A truth, False where it was left out."""
        return bool(self.parameters.get(name, False))

    def value(self, name: str) -> Any:  # noqa: ANN401 (as it came in JSON)
        """What the JSON held, None where it was left out."""
        return self.parameters.get(name)

    def items(self, name: str) -> list[Any]:
        """A JSON array, empty where it was left out."""
        value = self.parameters.get(name, [])
        if not isinstance(value, list):
            refuse(f"expected an Array as {name}")
        return value

    def objects(self, name: str, complaint: str) -> list[dict[str, Any]]:
        """A JSON array of objects; the complaint is what Telegram says of other things in it."""
        values = self.items(name)
        if not all(isinstance(value, dict) for value in values):
            refuse(complaint)
        return values

    def mapping(self, name: str, complaint: str) -> dict[str, Any]:
        """A JSON object, empty where it was left out."""
        value = self.parameters.get(name, {})
        if not isinstance(value, dict):
            refuse(complaint)
        return value


def decode(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Each value by its name's kind. Raises on one that is not of it."""
    return {name: _value(name, value) for name, value in raw.items() if value not in (None, "")}


def _value(name: str, value: object) -> object:
    if name in OBJECTS:
        return _json(name, value) if isinstance(value, str) else value
    if name in FLAGS:
        return str(value).lower() in ("true", "yes", "1")
    if name in INTEGERS or name in FLOATS:
        return _number(name, value)
    if name in CHATS:
        return int(str(value)) if str(value).lstrip("-").isdecimal() else str(value)
    return value if isinstance(value, str) else json.dumps(value)


def _json(name: str, value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        what = "reply keyboard markup" if name == "reply_markup" else name.replace("_", " ")
        refuse(f"can't parse {what} JSON object")


def _number(name: str, value: object) -> int | float:
    try:
        return int(str(value)) if name in INTEGERS else float(str(value))
    except ValueError:
        refuse(f'parameter "{name}" is not a number')
