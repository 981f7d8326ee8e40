"""Character references of Telegram's HTML: four by name, the others by number."""

import re
from typing import Final

_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE: Final = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
_LONGEST: Final = 10
_LAST: Final = 0x10FFFF


def decode_reference(source: str, at: int) -> tuple[str, int]:
    """The character meant at that `&` and where it ends; the `&` itself where none is meant."""
    match = _REFERENCE.match(source, at)
    character = _character(match) if match else ""
    return (character, match.end()) if match and character else ("&", at + 1)


def _character(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return _NAMED.get(name, "")
    code = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
    digits = len(match.group().removesuffix(";"))
    return chr(code) if 0 < code < _LAST and digits < _LONGEST else ""
