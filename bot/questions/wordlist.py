"""One language's words: loaded from its file, looked up as written, without marks, or with one letter wrong."""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from rapidfuzz.distance import OSA

from bot.questions.fold import fold
from bot.questions.tokens import Token, tokenise

VARIANTS: Final = ("nb", "nn", "en", "sv", "da")
"""The languages that are read; nynorsk is answered in bokmål."""

_SHORTEST_FUZZY: Final = 5
_FILES: Final = files("bot.questions").joinpath("lexicon")

LUNCH: Final = (12 * 60, 13 * 60)

Table = Mapping[str, Any]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day or a meal, in minutes from midnight; `before` and `after` bound "before lunch"."""

    start: int
    end: int
    half: str = ""
    before: int | None = None
    after: int | None = None

    @property
    def is_lunch(self) -> bool:
        """Whether it is lunch by the clock, which a programme may have at another time."""
        return (self.start, self.end) == LUNCH


@lru_cache
def own_table(name: str) -> Table:
    """A lexicon file as it is."""
    return tomllib.loads(_FILES.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@lru_cache
def table(language: str) -> Table:
    """A language's file, with what it takes over from its base."""
    own = own_table(language)
    return _merged(table(own["base"]), own) if "base" in own else own


def _merged(base: Table, own: Table) -> Table:
    merged = dict(base)
    for name, value in own.items():
        kept = merged.get(name)
        if isinstance(kept, Mapping) and isinstance(value, Mapping):
            merged[name] = _merged(kept, value)
        elif isinstance(kept, list) and isinstance(value, list):
            merged[name] = [*value, *kept]
        else:
            merged[name] = value
    return merged


def phrase(text: str) -> Phrase:
    """A lexicon entry as the tokens a question would have."""
    return tuple(token.plain for token in tokenise(text))


class Beginnings:
    """Which phrases may begin at a word."""

    def __init__(self, entries: Iterable[Phrase]) -> None:
        lengths: dict[str, set[int]] = {}
        for words in entries:
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(its, reverse=True) for word, its in lengths.items()}

    def at(self, words: Sequence[str], at: int) -> list[Phrase]:
        """The words from there on that may be a phrase, the longest first."""
        left = len(words) - at
        return [tuple(words[at : at + length]) for length in self._lengths.get(words[at], ()) if length <= left]


def minutes(clock: str) -> int:
    """Minutes from midnight of HH:MM."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


class Words:
    """The single words of a language; finds the one a token means."""

    def __init__(self, words: Iterable[str], keep: Iterable[str] = ()) -> None:
        self._plain = frozenset(words)
        self._folded: dict[str, str] = {}
        self._deletes: dict[str, str] = {}
        self._keep = frozenset(keep)
        for word in sorted(self._plain):
            self._folded.setdefault(fold(word), word)
            if len(word) >= _SHORTEST_FUZZY and word.isalpha():
                for shorter in (fold(word), *_without_one(fold(word))):
                    self._deletes.setdefault(shorter, word)

    def has(self, token: Token) -> bool:
        """Whether the token is one of them, may be without its marks."""
        return token.plain in self._plain or token.folded in self._folded

    def meant(self, token: Token, is_known: Callable[[str], bool]) -> str:
        """The word of the language that the token is, may be without its marks, or is one slip from."""
        if token.plain in self._plain or token.shape != "word":
            return token.plain
        if token.folded in self._folded:
            return self._folded[token.folded]
        if len(token.folded) < _SHORTEST_FUZZY - 1 or token.folded in self._keep or is_known(token.folded):
            return token.plain
        return self._slip(token.folded) or token.plain

    def _slip(self, word: str) -> str | None:
        """Two letters exchanged or one doubled in any word; any one letter wrong in a longer one."""
        near = next((near for near in _exchanged(word) if near in self._folded), None)
        return self._folded[near] if near else self._one_wrong(word)

    def _one_wrong(self, word: str) -> str | None:
        if word in self._deletes:
            return self._deletes[word]
        shorter = (s for s in _without_one(word) if s in self._folded or s in self._deletes)
        meant = (self._folded.get(one) or self._deletes[one] for one in shorter)
        return next((one for one in meant if len(one) >= _SHORTEST_FUZZY and _is_slip(word, fold(one))), None)


def _is_slip(word: str, meant: str) -> bool:
    return OSA.distance(word, meant, score_cutoff=1) <= 1


def _exchanged(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        before, after = word[at - 1], word[at]
        yield word[:at] + word[at + 1 :] if before == after else word[: at - 1] + after + before + word[at + 1 :]


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def phrases(rows: Mapping[str, Sequence[str]]) -> Iterator[tuple[Phrase, str]]:
    """Each phrase of a table of lists with the name of its list."""
    for name, entries in rows.items():
        for entry in entries:
            yield phrase(entry), name
