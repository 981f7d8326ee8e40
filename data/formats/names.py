"""Rooms, tracks and formats found by id or name, kept in the order the file declares them."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from bot.domain.localised import ANY
from data.formats.draft import Name
from data.formats.text import line

_LONGEST: Final = 200
_PARENTHESIS: Final = re.compile(r"(.{2,}?)\s*[(（]([^()]{1,60})[)）]")


def digest(*parts: object) -> str:
    """Eight characters that stay the same for the same parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:8]


def identifier(text: str) -> str:
    """The text as an id; one that is too long is cut and made unique by a digest."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 20].strip()}-{digest(text)}"


def spoken(name: str | Mapping[str, str]) -> str:
    """The name in the file's first language."""
    return line(name if isinstance(name, str) else next(iter(name.values()), ""))


def localised(name: str | Mapping[str, str]) -> dict[str, str]:
    """The name by language; a plain one holds for every language."""
    return {ANY: line(name)} if isinstance(name, str) else {language: line(text) for language, text in name.items()}


class Names:
    """The names of one kind. Where different ones are declared with one id, their names are their ids."""

    def __init__(self, declared: Iterable[Name] = ()) -> None:
        names = list({(name.id, spoken(name.name)): name for name in declared if spoken(name.name)}.values())
        ids = Counter(name.id for name in names)
        self._all: dict[str, Name] = {}
        self._by_name: dict[str, str] = {}
        for name in names:
            own = line(name.id) if line(name.id) and ids[name.id] == 1 else spoken(name.name)
            self._add(identifier(own), name)
        self._used: set[str] = set()

    def _add(self, key: str, name: Name) -> str:
        self._all.setdefault(key, name)
        self._by_name.setdefault(spoken(name.name), key)
        self._by_name.setdefault(line(name.id), key)
        return key

    def use(self, reference: str) -> str | None:
        """The id of what is referred to by id or name; a name not seen before becomes one; None for ""."""
        if not reference:
            return None
        key = reference if reference in self._all else self._by_name.get(reference)
        key = key or self._add(identifier(reference), Name(reference))
        self._used.add(key)
        return key

    def used(self) -> dict[str, Name]:
        """Those that were used, by id."""
        return {key: name for key, name in self._all.items() if key in self._used}


def aliases(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Other words for "UD2.120 (Chavanne)": what stands before the parenthesis and in it, where no other has it."""
    names = list(names)
    words = {name: _words(name) for name in names}
    counted = Counter([*names, *(word for several in words.values() for word in several)])
    return {name: tuple(word for word in several if counted[word] == 1) for name, several in words.items()}


def _words(name: str) -> list[str]:
    found = _PARENTHESIS.fullmatch(name)
    return [] if not found else [word for word in found.groups() if len(word) > 1 and re.search(r"[^\W\d_]", word)]
