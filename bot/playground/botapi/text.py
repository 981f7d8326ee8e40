"""Formatted text: parsed, trimmed, measured, and with the entities Telegram adds."""

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from bot.playground.botapi.detect import detect, in_order
from bot.playground.botapi.entities import Entity, utf16_length
from bot.playground.botapi.errors import refuse
from bot.playground.botapi.html import parse_html

TEXT_LIMIT: Final = 4096
CAPTION_LIMIT: Final = 1024
_SOURCE_LIMIT: Final = 1 << 15
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\u2028\u2029\u202e]")
_SPLITTABLE: Final = ("bold", "italic", "underline", "strikethrough", "spoiler")
_OURS: Final = (
    *_SPLITTABLE,
    "blockquote",
    "expandable_blockquote",
    "text_link",
    "text_mention",
    "code",
    "pre",
    "custom_emoji",
)
_FOUND: Final = ("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bank_card_number")

Resolve = Callable[[int], dict[str, Any] | None]
"""The user of an id, None where nobody has it."""


def formatted(source: str, parse_mode: str, given: Sequence[Entity], resolve: Resolve) -> tuple[str, list[Entity]]:
    """The text as it will stand and its entities in order; "" where nothing visible is left."""
    if len(source.encode(errors="replace")) > _SOURCE_LIMIT:
        refuse("text is too long")
    if any("\ud800" <= character <= "\udfff" for character in source):
        refuse("text must be encoded in UTF-8")
    text, entities = _parsed(source.replace("\r", ""), parse_mode, given)
    text, entities = _trimmed(_CONTROL.sub(" ", text), entities)
    entities = _joined([known for entity in entities if (known := _resolved(entity, resolve))])
    return text, in_order([*entities, *detect(text, entities)])


def message_text(source: str, parse_mode: str, given: Sequence[Entity], resolve: Resolve) -> dict[str, Any]:
    """`text` and `entities` of a message."""
    if not source:
        refuse("message text is empty")
    text, entities = formatted(source, parse_mode, given, resolve)
    if not text:
        refuse("text must be non-empty")
    if utf16_length(text) > TEXT_LIMIT:
        refuse("message is too long")
    return {"text": text, "entities": entities} if entities else {"text": text}


def caption(source: str, parse_mode: str, given: Sequence[Entity], resolve: Resolve) -> dict[str, Any]:
    """`caption` and `caption_entities` of a message; nothing where there is none."""
    text, entities = formatted(source, parse_mode, given, resolve)
    if utf16_length(text) > CAPTION_LIMIT:
        refuse("message caption is too long")
    return {key: value for key, value in (("caption", text), ("caption_entities", entities)) if value}


def _parsed(source: str, parse_mode: str, given: Sequence[Entity]) -> tuple[str, list[Entity]]:
    mode = parse_mode.lower()
    if mode == "html":
        return parse_html(source)
    if mode.startswith("markdown"):
        refuse(f"parse_mode {parse_mode} is not spoken here, only HTML")
    if mode not in ("", "none"):
        refuse("unsupported parse_mode")
    return source, [entity for entity in map(_checked, given) if entity["type"] not in _FOUND]


def _checked(entity: object) -> Entity:
    if not isinstance(entity, dict):
        refuse("can't parse MessageEntity: expected an Object")
    for field in ("offset", "length"):
        if type(entity.get(field)) is not int:
            refuse(f'can\'t parse MessageEntity: Field "{field}" must be of type Number')
    if entity.get("type") not in (*_OURS, *_FOUND):
        refuse("can't parse MessageEntity: Unsupported type specified")
    if entity["type"] == "text_mention" and _user_id(entity) is None:
        refuse("can't parse MessageEntity: Can't find field \"user\"")
    return {**entity}


def _user_id(entity: Entity) -> int | None:
    user = entity.get("user")
    user_id = user.get("id") if isinstance(user, dict) else None
    return user_id if isinstance(user_id, int) else None


def _trimmed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks at the end, and at the start as far as no entity begins there."""
    text = text.rstrip(" \n")
    end = utf16_length(text)
    kept = in_order(entity for entity in entities if 0 <= entity["offset"] < end and entity["length"] > 0)
    free = min([entity["offset"] for entity in kept], default=end)
    blanks = min(len(text) - len(text.lstrip(" \n")), free)
    return text[blanks:], [
        {**entity, "offset": entity["offset"] - blanks, "length": min(entity["length"], end - entity["offset"])}
        for entity in kept
    ]


def _joined(entities: Sequence[Entity]) -> list[Entity]:
    """Touching stretches of the same style made one, and nothing left inside code."""
    result: list[Entity] = []
    for entity in in_order(entities):
        last = next((one for one in reversed(result) if one["type"] == entity["type"]), None)
        if entity["type"] in _SPLITTABLE and last and entity["offset"] <= last["offset"] + last["length"]:
            last["length"] = max(last["length"], entity["offset"] + entity["length"] - last["offset"])
        elif not any(_inside_code(entity, other) for other in result):
            result.append({**entity})
    return result


def _inside_code(entity: Entity, other: Entity) -> bool:
    return other["type"] in ("code", "pre") and entity["offset"] < other["offset"] + other["length"]


def _resolved(entity: Entity, resolve: Resolve) -> Entity | None:
    if entity["type"] != "text_mention":
        return entity
    user_id = _user_id(entity)
    user = resolve(user_id) if user_id else None
    return {**entity, "user": user} if user else None
