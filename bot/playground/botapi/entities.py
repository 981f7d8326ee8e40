"""Telegram's HTML: the plain text of it, and its entities at UTF-16 offsets."""

import re
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.links import checked_link, linked_user

Entity = dict[str, Any]

_TYPES: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler",
    "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote", "tg-emoji": "custom_emoji",
}  # fmt: skip
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE: Final = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
_LONGEST_REFERENCE: Final = 10
_PLAIN: Final = re.compile(r"[^&<\0]+")
_SPACE: Final = re.compile(r"[ \t\r\n\v]*")
_TAG_NAME: Final = re.compile(r"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME: Final = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
_TOKEN: Final = re.compile(r"[A-Za-z0-9.-]*")
_END: Final = "\0"
_LAST_CHARACTER: Final = 0x10FFFF


def utf16_length(text: str) -> int:
    """How long Telegram takes the text to be."""
    return len(text) + sum(character > "\uffff" for character in text)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The plain text and its entities, outer ones first. Raises Telegram's own complaint about the markup."""
    return _Parser(source).parse()


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    pieces: int


class _Parser:
    """Reads the markup as Telegram does: leniently about attributes, strictly about tags."""

    def __init__(self, source: str) -> None:
        self._source = source.replace(_END, "") + _END
        self._at = 0
        self._pieces: list[str] = []
        self._length = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self._here != _END:
            if self._here == "<":
                self._tag()
            elif self._here == "&":
                self._write(self._reference())
            else:
                self._write(self._take(_PLAIN))
        if self._open:
            _fail(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        text = "".join(self._pieces)
        if any("\ud800" <= character <= "\udfff" for character in text):
            _fail(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text, [_finished(entity) for entity in self._entities]

    @property
    def _here(self) -> str:
        return self._source[self._at]

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match.group()

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += utf16_length(text)

    def _reference(self) -> str:
        """The character meant, or a bare & where none is."""
        match = _REFERENCE.match(self._source, self._at)
        character = _character(match) if match else ""
        self._at = match.end() if match and character else self._at + 1
        return character or "&"

    def _fail(self, complaint: str, begin: int, rest: str = "") -> NoReturn:
        _fail(f"{complaint} at byte offset {len(self._source[:begin].encode(errors='surrogatepass'))}{rest}")

    def _tag(self) -> None:
        begin = self._at
        self._at += 1
        if self._here == "/":
            self._end_tag(begin)
        else:
            self._start_tag(begin)
        self._at += 1

    def _start_tag(self, begin: int) -> None:
        tag = self._take(_TAG_NAME).lower()
        if self._here == _END:
            self._fail("Unclosed start tag", begin)
        if tag not in _TYPES:
            self._fail(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        for name, value in self._attributes(tag, begin):
            argument = _argument(tag, name, value) or argument
        if tag == "span" and argument != "spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_Open(tag, argument, self._length, len(self._pieces)))

    def _attributes(self, tag: str, begin: int) -> list[tuple[str, str]]:
        found = []
        self._take(_SPACE)
        while self._here != ">":
            name = self._take(_ATTRIBUTE_NAME)
            if not name:
                self._fail(f'Empty attribute name in the tag "{tag}"', begin)
            found.append((name, self._attribute_value(tag, begin)))
            self._take(_SPACE)
        return found

    def _attribute_value(self, tag: str, begin: int) -> str:
        self._take(_SPACE)
        if self._here not in ("=", _END):
            return ""
        if self._here == "=":
            self._at += 1
            self._take(_SPACE)
        if self._here == _END:
            self._fail(f'Unclosed start tag "{tag}"', begin)
        value = self._quoted(self._here) if self._here in "\"'" else self._unquoted()
        if self._here == _END:
            self._fail("Unclosed start tag", begin)
        return value

    def _unquoted(self) -> str:
        begin = self._at
        value = self._take(_TOKEN).lower()
        if self._here not in " \t\r\n\v\0>":
            self._fail("Unexpected end of name token", begin)
        return value

    def _quoted(self, quote: str) -> str:
        self._at += 1
        pieces = []
        while self._here not in (quote, _END):
            if self._here == "&":
                pieces.append(self._reference())
            else:
                pieces.append(self._here)
                self._at += 1
        self._at += self._here == quote
        return "".join(pieces)

    def _end_tag(self, begin: int) -> None:
        if not self._open:
            self._fail("Unexpected end tag", begin)
        self._at += 1
        name = self._take(_TAG_NAME).lower()
        self._take(_SPACE)
        if self._here != ">":
            self._fail("Unclosed end tag", begin)
        opened = self._open.pop()
        if name and name != opened.tag:
            self._fail("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{name}>"')
        if self._length > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        kind, length = _TYPES[opened.tag], self._length - opened.offset
        entity: Entity = {"type": kind, "offset": opened.offset, "length": length}
        if opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = _emoji(opened.argument)
        elif opened.tag == "a":
            _link(entity, opened.argument or "".join(self._pieces[opened.pieces :]))
        elif opened.tag == "code":
            entity["language"] = opened.argument
        self._append(entity)

    def _append(self, entity: Entity) -> None:
        """Add it, joining `pre` and `code` of one stretch: a language makes the two a code block."""
        last = self._entities[-1] if self._entities else {}
        same = (last.get("offset"), last.get("length")) == (entity["offset"], entity["length"])
        if same and {last["type"], entity["type"]} == {"pre", "code"} and (last | entity).get("language"):
            last |= {"type": "pre", "language": (last | entity)["language"]}
        elif entity["type"] != "nothing":
            self._entities.append(entity)


def _fail(complaint: str) -> NoReturn:
    refuse(f"can't parse entities: {complaint}")


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name, "")
    code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
    digits = len(match.group().removesuffix(";"))
    return chr(code) if 0 < code < _LAST_CHARACTER and digits < _LONGEST_REFERENCE else ""


def _argument(tag: str, name: str, value: str) -> str:
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


def _emoji(identifier: str) -> str:
    if not identifier.isdecimal() or int(identifier) == 0:
        refuse("can't parse entities: Invalid custom emoji identifier specified")
    return identifier


def _link(entity: Entity, target: str) -> None:
    """Make it a link, a mention of a user, or nothing where Telegram takes the address for none."""
    user, url = linked_user(target), checked_link(target)
    if user:
        entity |= {"type": "text_mention", "user": {"id": user}}
    elif url:
        entity["url"] = url
    else:
        entity["type"] = "nothing"


def _finished(entity: Entity) -> Entity:
    """Without what only the parser needed: a language is kept by code blocks alone."""
    return {key: value for key, value in entity.items() if key != "language" or entity["type"] == "pre"}
