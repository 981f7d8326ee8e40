"""What a message says, or what stands behind its command, as text and as HTML."""

from telegram import Message


def text_of(message: Message) -> str:
    """The text; of a command what follows its first white space."""
    text = message.text or message.caption or ""
    if not text.startswith("/"):
        return text
    _, *rest = text.split(maxsplit=1)
    return rest[0] if rest else ""


def html_of(message: Message) -> str:
    """The same with its formatting."""
    text, said = message.text or message.caption or "", text_of(message)
    if said == text:
        return message.text_html or message.caption_html or ""
    return _rest(message, said) if said else ""


def _rest(message: Message, rest: str) -> str:
    """The end of a message with its formatting, be it of the whole message, its command included."""
    gone = utf16_length(message.text or "") - utf16_length(rest)
    raw = message.to_dict()
    spans = [(entity, entity["offset"] - gone, entity["length"]) for entity in raw.get("entities", [])]
    kept = [
        {**entity, "offset": max(0, start), "length": length + min(0, start)}
        for entity, start, length in spans
        if start + length > 0
    ]
    return Message.de_json({**raw, "text": rest, "entities": kept}, message.get_bot()).text_html


def utf16_length(text: str) -> int:
    """The length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
