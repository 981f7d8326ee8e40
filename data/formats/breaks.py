"""Breaks and meals, told by their title or type."""

import re
from typing import Final

_MEAL: Final = (
    r"coffee|kaffe|kaffee|tea|te|lunch|lunsj|frokost|breakfast|frukost|morgenmad|mittag|mittags|middag|dinner|"
    r"lunch and networking|networking|morning|afternoon|formiddags|ettermiddags|eftermiddags|short|kort|lang|long|bio"
)
_BREAK: Final = re.compile(
    rf"(?:(?:{_MEAL})[\s/&+-]*)*(?:break|breaks|pause|paus|pausen|rast|pause café)|"
    r"lunch|lunsj|lunchrast|lunsjpause|frokost|frokostpause|kaffe|kaffepause|kaffepaus|fika|coffee|breakfast|frukost|"
    r"mittagspause|kaffeepause|coffee & tea|pausen?",
    re.IGNORECASE,
)


def is_break(text: str) -> bool:
    """Whether the text as a whole names a break: "Lunch", "Coffee break", "Lunsjpause"; not "Break the net"."""
    return _BREAK.fullmatch(text.strip(" .!-–()")) is not None
