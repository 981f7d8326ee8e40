"""Telegram's HTML, read as Telegram reads it: leniently about attributes, strictly about tags."""

import re
from dataclasses import dataclass
from typing import Final, NoReturn

from bot.playground.botapi.entities import (
    TAGS,
    Entity,
    argument_of,
    cannot_parse,
    finished,
    joined,
    tagged,
    utf16_length,
)
from bot.playground.botapi.references import decode_reference

_PLAIN: Final = re.compile(r"[^&<\0]+")
_SPACE: Final = re.compile(r"[ \t\r\n\v]*")
_TAG_NAME: Final = re.compile(r"[^ \t\r\n\0\v>]*")
_ATTRIBUTE_NAME: Final = re.compile(r"[^ \t\r\n\0\v=>/\"']*")
_TOKEN: Final = re.compile(r"[A-Za-z0-9.-]*")
_END: Final = "\0"
_SURROGATES: Final = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)


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
            cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        text = "".join(self._pieces)
        if any("\ud800" <= character <= "\udfff" for character in text):
            cannot_parse(_SURROGATES)
        return text, [finished(entity) for entity in self._entities]

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
        character, self._at = decode_reference(self._source, self._at)
        return character

    def _fail(self, complaint: str, begin: int, rest: str = "") -> NoReturn:
        cannot_parse(f"{complaint} at byte offset {len(self._source[:begin].encode(errors='surrogatepass'))}{rest}")

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
        if tag not in TAGS:
            self._fail(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        for name, value in self._attributes(tag, begin):
            argument = argument_of(tag, name, value) or argument
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
        entity = tagged(opened.tag, opened.argument, "".join(self._pieces[opened.pieces :]), opened.offset)
        if entity is None:
            return
        block = joined(self._entities[-1] if self._entities else None, entity)
        if block:
            self._entities[-1] = block
        else:
            self._entities.append(entity)
