"""What Telegram marks by itself in plain text: commands, addresses, mentions and the like."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.playground.botapi.entities import Entity, utf16_length

_PATTERNS: Final = (
    ("url", re.compile(r"(?:https?://|\bt\.me/|\bwww\.)[^\s<>\"«»]*[^\s<>\"«».,:;!?)\]'…]", re.IGNORECASE)),
    ("email", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/<>@])")),
    ("mention", re.compile(r"(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w)")),
    ("hashtag", re.compile(r"(?<![\w#&/])#(?=\w*[^\W\d])\w{1,256}(?![\w#])")),
)


def detect(text: str, taken: Sequence[Entity] = ()) -> list[Entity]:
    """The entities nobody marked, none of them overlapping one another nor a link or code in `taken`."""
    found = [entity for entity in taken if entity["type"] in ("text_link", "text_mention", "code", "pre")]
    known = len(found)
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            entity = {
                "type": kind,
                "offset": utf16_length(text[: match.start()]),
                "length": utf16_length(match.group()),
            }
            if not any(_overlap(entity, other) for other in found):
                found.append(entity)
    return found[known:]


def in_order(entities: Iterable[Entity]) -> list[Entity]:
    """By place, outer ones first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
