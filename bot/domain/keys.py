"""Short keys for ids, fit for deep links and buttons: 1–40 characters of A–Z a–z 0–9 _ and -."""

import hashlib
import re
import unicodedata
from typing import Final

_SAFE: Final = re.compile(r"[A-Za-z0-9_-]{1,40}")
_LETTERS: Final = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "Æ": "ae", "Ø": "o", "Å": "a"})
_DIGEST: Final = 8


def slug(text: str) -> str:
    """The text in lower-case a–z, 0–9 and single hyphens; "" where nothing of it can be written so."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def key(identifier: str) -> str:
    """The id itself where it is fit, else a readable slug made unique by a digest; the same at every import."""
    if _SAFE.fullmatch(identifier):
        return identifier
    digest = hashlib.sha256(identifier.encode()).hexdigest()[:_DIGEST]
    return f"{slug(identifier)[: 39 - _DIGEST].strip('-')}-{digest}".lstrip("-")
