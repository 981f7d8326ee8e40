"""Language codes out of what files write for languages."""

import re
from typing import Final

_NAMES: Final = {
    "nb": "no nor nob norsk norwegian norska norwegisch bokmål bokmal",
    "nn": "nno nynorsk",
    "en": "eng english engelsk engelska englisch anglais",
    "sv": "se swe swedish svensk svenska schwedisch",
    "da": "dk dan danish dansk danska dänisch",
    "de": "ger deu german deutsch tysk tyska allemand",
    "fr": "fra fre french français francais fransk franska französisch",
    "fi": "fin finnish suomi finsk finska",
    "es": "spa spanish español spansk",
    "it": "ita italian italiano italiensk",
}
_CODES: Final = {word: code for code, words in _NAMES.items() for word in words.split()}
_LONGEST: Final = 200
_CODE: Final = re.compile(r"[a-z]{2}")
_APART: Final = re.compile(r"[,;/&+|]|\s+(?:and|og|och|und|et)\s+|\s+", re.IGNORECASE)


def codes(text: str) -> tuple[str, ...]:
    """ISO codes in the order written ("de, en", "Svenska and English", "nb-NO"); what is no language is dropped."""
    found: list[str] = []
    for part in _APART.split(text[:_LONGEST].strip().lower()):
        word = part if part in _CODES else re.split(r"[-_]", part)[0]
        code = _CODES.get(word, word)
        if _CODE.fullmatch(code) and code not in found:
            found.append(code)
    return tuple(found)
