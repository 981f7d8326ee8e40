"""Finds known names in a question's tokens, misspelt ones too."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from bot.questions.names import Name, Names
from bot.questions.tokens import Token
from bot.questions.words import joined

_LONGEST: Final = 10
_ALIKE: Final = 80
_CLOSE: Final = 5


@dataclass(frozen=True, slots=True)
class Match:
    """The things that a stretch of tokens [first, last) may name; `exact`: spelt as in the programme."""

    names: tuple[Name, ...]
    first: int
    last: int
    exact: bool = True

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of one kind."""
        return tuple(dict.fromkeys(name.id for name in self.names if name.kind == kind))


def tokens_of(matches: Iterable[Match]) -> set[int]:
    """The tokens that the matches cover."""
    return {at for match in matches for at in range(match.first, match.last)}


def exact(tokens: Sequence[Token], names: Names, is_name: Callable[[int, int, Name], bool]) -> list[Match]:
    """The longest known names from left to right; `is_name` decides for each reading of tokens [first, last)."""
    parts = [joined(token.folded) for token in tokens]
    matches: list[Match] = []
    at = 0
    while at < len(parts):
        match = _longest(parts, at, names, is_name)
        if match:
            matches.append(match)
        at = match.last if match else at + 1
    return matches


def _longest(parts: Sequence[str], at: int, names: Names, is_name: Callable[[int, int, Name], bool]) -> Match | None:
    best: Match | None = None
    key = ""
    if not parts[at]:
        return None
    for last in range(at + 1, min(at + _LONGEST, len(parts)) + 1):
        key += parts[last - 1]
        if not names.could_start(key):
            break
        found = tuple(name for name in names.get(key) if is_name(at, last, name)) if parts[last - 1] else ()
        if found and not (best and _is_ending(found, best, names, parts[last - 1])):
            best = Match(found, at, last)
    return best


def _is_ending(found: tuple[Name, ...], best: Match, names: Names, word: str) -> bool:
    """Whether the word after a name only looks like the ending of it: "hovedscenen nå" is no plural."""
    same = {name.id for name in found} <= {name.id for name in best.names}
    return same and names.is_ending(word)


def near_people(tokens: Sequence[Token], names: Names, taken: Collection[int]) -> list[Match]:
    """Two or three neighbouring words that are nearly a speaker's full name."""
    matches: list[Match] = []
    used = set(taken)
    for length in (3, 2):
        for first in range(len(tokens) - length + 1):
            span = range(first, first + length)
            if any(at in used or tokens[at].shape != "word" or len(tokens[at].folded) == 1 for at in span):
                continue
            found = _alike("".join(tokens[at].folded for at in span), names)
            if found:
                matches.append(Match(found, first, first + length, exact=False))
                used.update(span)
    return matches


def _alike(key: str, names: Names) -> tuple[Name, ...]:
    hits = process.extract(key, names.full_speakers.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=3)
    return tuple(Name("speaker", names.full_speakers[hit]) for hit, score, _ in hits if score > hits[0][1] - _CLOSE)


def near_words(
    tokens: Sequence[Token], candidates: Collection[int], names: Names, kinds: Collection[str]
) -> list[Match]:
    """Single words that are a slip from a name of those kinds."""
    matches = []
    for at in sorted(candidates):
        closest = names.spellings.near(tokens[at].folded)
        found = tuple(dict.fromkeys(name for hit in closest for name in names.get(hit) if name.kind in kinds))
        if found:
            matches.append(Match(found, at, at + 1, exact=False))
    return matches
