"""A programme's vocabulary: which of its words a word of a question means."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

import snowballstemmer
from rapidfuzz import process
from rapidfuzz.distance import OSA

SAME: Final = 3
COMPOUND: Final = 2
NEAR: Final = 1

_STEMMERS: Final = {"nb": "norwegian", "en": "english", "sv": "swedish", "da": "danish"}
_ENDING: Final = re.compile(
    "[aeisyrnt]|e[nrst]|ar|or|[eao]?r?na|e[nr]e|ane|ens|ets|erne|ed|ings?|ies|ied|it(y|ies)|[dt]e|ere|est"
    "|enes|anes|[ae]nde|ing(ar|er|en)|ige?|iga|al"
)
_DERIVED: Final = re.compile(r"kk|k(er|ar)(e|en|na|ne|ns|s)?\b|sk[aet]?\b|ikasj|ikati|icati|istik\b|icy|icies")
"""What makes another word of a root, not a compound: politi, politikk, politisk; kommune, kommunikasjon."""

_SHORTEST_ROOT: Final = 2
_SHORTEST_PREFIX: Final = 4
_SHORTEST_INSIDE: Final = 5
_SHORTEST_FUZZY: Final = 5
_LONGEST_ENDING: Final = 2
_LONG: Final = 9
_RUN: Final = re.compile(r"[^\W_]+")


def runs(text: str) -> list[str]:
    """The runs of letters and digits in a text."""
    return _RUN.findall(text)


def joined(text: str) -> str:
    """The letters and digits of a text as one run."""
    return text if text.isalnum() else "".join(runs(text))


def is_ending(word: str) -> bool:
    """Whether the folded word is what words end in when they are inflected."""
    return _ENDING.fullmatch(word) is not None


@lru_cache
def _stemmer(name: str) -> Callable[[str], str]:
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(name).stemWord
    return stem_word


@lru_cache(maxsize=4096)
def stem(word: str, language: str) -> str:
    """The word without its ending; the word itself where too little would be left."""
    short = _stemmer(_STEMMERS.get(language, "english"))(word)
    return short if len(short) > 1 and word.startswith(short[:-1]) else word


def _is_policy(word: str, root: str) -> bool:
    """Whether only the stem is the same: police, policy."""
    return len(root) <= _SHORTEST_INSIDE and word[len(root) :] in {"y", "ies"}


class Spellings:
    """Words by their length, to find those that are a slip or two away."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_length: dict[int, list[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append(word)

    def near(self, word: str) -> list[str]:
        """Those nearest: one slip from a word of five letters, two from one of nine; [] for shorter ones."""
        if len(word) < _SHORTEST_FUZZY or not word.isalpha():
            return []
        edits = 2 if len(word) >= _LONG else 1
        hits: list[tuple[int, str]] = []
        for length in range(len(word) - edits, len(word) + edits + 1):
            choices = self._by_length.get(length, [])
            close = process.extract(word, choices, scorer=OSA.distance, score_cutoff=edits, limit=8)
            hits.extend((distance, choice) for choice, distance, _ in close)
        nearest = min((distance for distance, _ in hits), default=0)
        return [choice for distance, choice in hits if distance == nearest]


class Vocabulary:
    """All words of a programme, sorted, and the ways to look one up: ending, compound, part, spelling."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words))
        self._known = frozenset(self._words)
        self._text = "\n" + "\n".join(self._words) + "\n"
        self._spellings = Spellings(self._words)

    def __contains__(self, word: object) -> bool:
        """Whether the programme has exactly that word."""
        return word in self._known

    def meanings(self, word: str, language: str, *, inside: bool = True) -> dict[str, int]:
        """The programme's words that mean the folded word, each with how sure that is; {} for none.

        `inside`: also compounds that end in it or have it in the middle, which English words do not make.
        """
        root = self._root(word, language)
        found = {word: SAME} if word in self._known else {}
        if len(root) < _SHORTEST_ROOT:
            return found
        for spelling in {root, f"{root[:-1]}y"} if root.endswith("i") else {root}:
            found |= self._with_prefix(spelling)
        joins = language != "en" or word not in self._known
        if inside and joins and len(root) >= _SHORTEST_INSIDE:
            found = dict.fromkeys(self._inside(root), COMPOUND) | found
        return found

    def _root(self, word: str, language: str) -> str:
        """The stem; the word itself where the programme has it and the stem is much shorter: an opening is not open."""
        short = stem(word, language)
        return word if word in self._known and len(word) - len(short) > _LONGEST_ENDING else short

    def _with_prefix(self, root: str) -> dict[str, int]:
        found = {}
        for word in self._starting(root):
            if _is_policy(word, root):
                continue
            if word == root or _ENDING.fullmatch(word, len(root)):
                found[word] = SAME
            elif len(root) >= _SHORTEST_PREFIX and not _DERIVED.match(word, len(root)):
                found[word] = COMPOUND
        return found

    def _starting(self, root: str) -> list[str]:
        first = bisect_left(self._words, root)
        return self._words[first : bisect_left(self._words, root + "￿", lo=first)]

    def _inside(self, root: str) -> Iterator[str]:
        at = self._text.find(root)
        while at >= 0:
            end = self._text.index("\n", at)
            word = self._text[self._text.rindex("\n", 0, at) + 1 : end]
            if not _DERIVED.match(self._text, at + len(root), end) and not _is_policy(word, root):
                yield word
            at = self._text.find(root, end)

    def near(self, word: str) -> dict[str, int]:
        """The programme's words that the word may be a misspelling of."""
        return dict.fromkeys(self._spellings.near(word), NEAR)
