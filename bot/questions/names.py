"""The names a programme knows: speakers, rooms, stands, exhibitors, tracks, formats, audiences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from bot.domain.models import Named
from bot.domain.programme import Index
from bot.questions.fold import fold
from bot.questions.wordlist import VARIANTS, own_table, table
from bot.questions.words import Spellings, joined, runs

Kind = Literal["room", "track", "format", "audience", "speaker", "exhibitor", "stand"]

_ENDINGS: Final = ("s", "e", "r", "n", "t", "en", "et", "er", "ar", "es", "ene", "ane", "na", "arna", "erna", "erne")
_SHORTEST_BENT: Final = 5
_WORDS_OF_PLACES: Final = ("room", "stand")


@dataclass(frozen=True, slots=True)
class Name:
    """A thing by one of its names. `whole`: its full name, not a part of it; `said`: with the word for its kind."""

    kind: Kind
    id: str
    whole: bool = True
    said: bool = False


class Names:
    """Looks up what is written as one run of letters and digits, whatever the spaces and signs within."""

    def __init__(self, index: Index) -> None:
        self._names: dict[str, dict[Name, None]] = {}
        self._places = {kind: _place_words(kind) for kind in _WORDS_OF_PLACES}
        self._add_named(index)
        self._add_speakers(index)
        self._add_exhibition(index)
        self._prefixes = {key[:length] for key in self._names for length in range(1, len(key) + 1)}
        self.spellings = Spellings(self._names)
        self.full_speakers = {compact(speaker.name): speaker.id for speaker in index.speakers.values()}

    def get(self, key: str) -> tuple[Name, ...]:
        """The things of that compact name."""
        return tuple(self._names.get(key, ()))

    def is_ending(self, word: str) -> bool:
        """Whether the word is what a name may end in."""
        return word in _ENDINGS

    def could_start(self, key: str) -> bool:
        """Whether any name begins so."""
        return key in self._prefixes

    def _add(self, text: str, name: Name) -> None:
        key = compact(text)
        if key:
            self._names.setdefault(key, {})[name] = None

    def _add_named(self, index: Index) -> None:
        groups: tuple[tuple[Kind, Iterable[Named], str], ...] = (
            ("room", index.rooms.values(), "rooms"), ("track", index.tracks.values(), ""),
            ("format", index.formats.values(), "formats"), ("audience", index.audiences.values(), "audiences"),
        )  # fmt: skip
        for kind, things, concepts in groups:
            rows = [frozenset(map(compact, row)) for row in own_table("concepts").get(concepts, ())]
            for thing in things:
                own = {compact(text) for text in _texts(thing)}
                for text in own.union(*(row for row in rows if row & own)):
                    self._add_bent(text, Name(kind, thing.id))
                if kind == "track":
                    self._add_track_words(own, thing.id)
                if kind == "room":
                    self._add_room_words(thing)

    def _add_bent(self, text: str, name: Name) -> None:
        self._add(text, name)
        if len(text) >= _SHORTEST_BENT and text.isalpha():
            roots = {text, *(text.removesuffix(ending) for ending in ("en", "et", "er", "s", "e", "a", "n"))}
            for root in (root for root in roots if len(root) >= _SHORTEST_BENT):
                for ending in ("", *_ENDINGS):
                    self._names.setdefault(root + ending, {}).setdefault(name)

    def _add_track_words(self, own: Iterable[str], track: str) -> None:
        words = {compact(word) for language in VARIANTS for word in table(language)["cues"]["track"]}
        for text in own:
            for word in words:
                for spelling in (f"{text}{word}", f"{text}s{word}", f"{word}{text}"):
                    self._add(spelling, Name("track", track, said=True))

    def _add_room_words(self, room: Named) -> None:
        """Sal 3 is also hall 3, room 3: the word for a room in any language."""
        for text in _texts(room):
            words = runs(fold(text))
            if len(words) > 1 and words[0] in self._places["room"]:
                for word in self._places["room"]:
                    self._add(word + "".join(words[1:]), Name("room", room.id))

    def _add_speakers(self, index: Index) -> None:
        for speaker in index.speakers.values():
            words = runs(fold(speaker.name))
            self._add(speaker.name, Name("speaker", speaker.id))
            self._add(speaker.name + "s", Name("speaker", speaker.id))
            for word in {words[0], words[-1]} if len(words) > 1 else set():
                if len(word) > 1:
                    self._add(word, Name("speaker", speaker.id, whole=False))
            if len(words) > 1:
                self._add(words[-1] + "s", Name("speaker", speaker.id, whole=False))
        self._add_shortened(index)

    def _add_shortened(self, index: Index) -> None:
        """First name and surname of those who have more, where nobody else is called so in full."""
        full = frozenset(self._names)
        for speaker in index.speakers.values():
            words = runs(fold(speaker.name))
            shortened = words[0] + words[-1] if words[1:-1] else ""
            if shortened not in full:
                self._add(shortened, Name("speaker", speaker.id))

    def _add_exhibition(self, index: Index) -> None:
        for exhibitor in index.exhibitors.values():
            for spelling in (exhibitor.name, exhibitor.name + "s"):
                self._add(spelling, Name("exhibitor", exhibitor.id))
            shorter = _without_legal_form(exhibitor.name)
            if shorter:
                self._add(shorter, Name("exhibitor", exhibitor.id))
        for stand in index.stands.values():
            label = runs(fold(stand.label))
            bare = "".join(label[1:]) if len(label) > 1 and label[0] in self._places["stand"] else "".join(label)
            for word in self._places["stand"]:
                for nr in ("", "nr", "number", "nummer", "no"):
                    self._add(f"{word}{nr}{bare}", Name("stand", stand.id, said=True))
            if not bare.isdigit():
                self._add(bare, Name("stand", stand.id))


@lru_cache(maxsize=4096)
def compact(text: str) -> str:
    """The letters and digits of a text, folded, as one run."""
    return joined(fold(text))


def _texts(thing: Named) -> Iterator[str]:
    for text in (*thing.name.values(), *thing.aliases):
        yield text
        if "(" in text:
            before, _, rest = text.partition("(")
            yield from (before, rest.rstrip(") "))


def _place_words(kind: str) -> frozenset[str]:
    return frozenset(compact(word) for language in VARIANTS for word in table(language)["cues"][kind])


def _without_legal_form(name: str) -> str:
    words = name.split()
    return (
        " ".join(words[:-1])
        if len(words) > 1 and fold(words[-1]) in {"as", "ab", "aps", "asa", "oy", "gmbh", "ltd"}
        else ""
    )
