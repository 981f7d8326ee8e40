"""What a handler gives back, and the small parts replies are made of."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain.models import Point
from bot.texts import Markup
from handlers.callback_data import Button, encode

Row = Sequence[InlineKeyboardButton]

SAVE: Final = "☆"
SAVED: Final = "★"
FOLLOW: Final = "🔔"
UNFOLLOW: Final = "🔕"
WHERE: Final = "📍"
SPEAKER: Final = "🎤"
BACK: Final = "◀"
ON: Final = "▶"
YES: Final = "✅"
NO: Final = "✖"
TIME: Final = "🕑"
SETTINGS: Final = "⚙"
EDIT: Final = "✏"
ERASE: Final = "🗑"
"""A button starts with its symbol, the same in every language."""


REMEMBERED: Final = 4096
"""Buttons kept as they are: every list of the day has the same ones."""

_ROOM: Final = 3500
"""Characters for a list, of the 4,096 Telegram takes."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pin on the map."""

    latitude: float
    longitude: float
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Reply:
    """HTML and buttons. For a pressed button it edits the button's message, or comes `apart` as a new one.

    `toast` (plain text, at most 200 characters) answers the press itself; `alert` makes it a dialog. An empty `text`
    leaves the message's text; `keyboard` None takes its buttons away. `mark` shows that point of the floor plan, with
    the text under it; `then` are further messages.
    """

    text: str
    keyboard: InlineKeyboardMarkup | None = None
    toast: str = ""
    alert: bool = False
    apart: bool = False
    place: Place | None = None
    mark: Point | None = None
    then: "tuple[Reply, ...]" = ()


class _Keyboard(InlineKeyboardMarkup):
    """python-telegram-bot's own way to JSON takes as long as understanding the question; its buttons come again."""

    __slots__ = ()

    def to_json(self) -> str:
        rows = ",".join(f"[{','.join(map(_as_json, row))}]" for row in self.inline_keyboard)
        return f'{{"inline_keyboard": [{rows}]}}'


@lru_cache(maxsize=REMEMBERED)
def _as_json(one: InlineKeyboardButton) -> str:
    return one.to_json()


@lru_cache(maxsize=REMEMBERED)
def button(label: str, action: Button) -> InlineKeyboardButton:
    """A button that does something."""
    return InlineKeyboardButton(label, callback_data=encode(action))


def keyboard(rows: Iterable[Row]) -> InlineKeyboardMarkup | None:
    """The rows that hold anything, None where none does."""
    filled = [list(row) for row in rows if row]
    return _Keyboard(filled) if filled else None


def in_rows(buttons: Sequence[InlineKeyboardButton], width: int) -> list[Row]:
    """The buttons in rows of at most so many."""
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]


def lines(*parts: str) -> Markup:
    """The parts that hold anything, a line each."""
    return Markup("\n".join(filter(None, parts)))


def dotted(*parts: str) -> Markup:
    """The parts that hold anything, with a dot between."""
    return Markup(" · ".join(filter(None, parts)))


def fitting(parts: Sequence[str], room: int = _ROOM) -> list[str]:
    """As many of the parts as a message holds."""
    lengths = itertools.accumulate(len(part) + 2 for part in parts)
    return [part for part, length in zip(parts, lengths, strict=True) if length <= room]


def clip(text: str, limit: int) -> str:
    """At most `limit` characters, cut at a word."""
    if len(text) <= limit:
        return text
    words = re.match(r"(.*)\s", text[: limit - 1], re.DOTALL)
    kept = words[1] if words else text[: limit - 2]
    return kept.rstrip(",.;:–- \n") + " …"
