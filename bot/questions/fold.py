"""One spelling for what people write in many: lower case, a to z, no marks."""

import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "’": "'"}
)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text in lower case without marks: "Ærlig å føre" is "aerlig a fore"."""
    lower = text.lower().translate(_LETTERS)
    if lower.isascii():
        return lower
    return "".join(c for c in unicodedata.normalize("NFKD", lower).translate(_LETTERS) if not unicodedata.combining(c))


def plain(text: str) -> str:
    """The text in lower case with its letters kept, composed: what a lexicon's entries look like."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", text).lower().replace("’", "'")
