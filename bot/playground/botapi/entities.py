"""Message entities: what marks a stretch of a text, at UTF-16 offsets."""

from typing import Any, Final, NoReturn

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.links import checked_link, linked_user

Entity = dict[str, Any]

TAGS: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip


def utf16_length(text: str) -> int:
    """How long Telegram takes the text to be."""
    return len(text) + sum(character > "\uffff" for character in text)


def cannot_parse(complaint: str) -> NoReturn:
    """Refuse the markup, in Telegram's words."""
    refuse(f"can't parse entities: {complaint}")


def argument_of(tag: str, name: str, value: str) -> str:
    """What an attribute says of its tag, "" where it says nothing."""
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "1"
    return ""


def tagged(tag: str, argument: str, text: str, offset: int) -> Entity | None:
    """The entity of a tag around the text; None for a link Telegram takes for none."""
    entity: Entity = {"type": TAGS[tag], "offset": offset, "length": utf16_length(text)}
    match tag:
        case "a":
            return _linked(entity, argument or text)
        case "blockquote" if argument:
            return {**entity, "type": "expandable_blockquote"}
        case "tg-emoji":
            return {**entity, "custom_emoji_id": _emoji(argument)}
        case "code" if argument:
            return {**entity, "language": argument}
    return entity


def joined(last: Entity | None, entity: Entity) -> Entity | None:
    """The code block that `pre` and `code` of one stretch make where a language is named; None for other pairs."""
    if last is None or (last["offset"], last["length"]) != (entity["offset"], entity["length"]):
        return None
    language = last.get("language") or entity.get("language")
    if {last["type"], entity["type"]} != {"pre", "code"} or not language:
        return None
    return {**last, "type": "pre", "language": language}


def finished(entity: Entity) -> Entity:
    """Without what only the parser needed: a language is kept by code blocks alone."""
    return {key: value for key, value in entity.items() if key != "language" or entity["type"] == "pre"}


def _emoji(identifier: str) -> str:
    if not identifier.isdecimal() or int(identifier) == 0:
        cannot_parse("Invalid custom emoji identifier specified")
    return identifier


def _linked(entity: Entity, target: str) -> Entity | None:
    user, url = linked_user(target), checked_link(target)
    if user:
        return {**entity, "type": "text_mention", "user": {"id": user}}
    return {**entity, "url": url} if url else None
