"""Finds the practical entry a text asks for."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.domain.localised import LANGUAGES
from bot.domain.models import Practical
from bot.domain.programme import Index
from bot.questions.cues import cue_words
from bot.questions.fold import fold
from bot.questions.hearing import Heard
from bot.questions.matching import Match
from bot.questions.names import compact
from bot.questions.wordlist import own_table
from bot.questions.words import Spellings, joined, runs, stem

_SHORTEST_STEM: Final = 4
_LONGEST_ENDING: Final = 2


class Practicals:
    """The keywords of one programme's practical entries."""

    def __init__(self, index: Index) -> None:
        self._entries: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for entry in index.practical.values():
            for keyword in _keywords(entry):
                self._add(keyword, entry.id)
        for row in own_table("concepts")["practical"]:
            known = next((self._entries[key] for key in map(compact, row) if key in self._entries), "")
            for keyword in row:
                self._add(keyword, known)
        self._spellings = Spellings(self._entries)
        self._longest = 4

    def _add(self, keyword: str, entry: str) -> None:
        self._entries.setdefault(compact(keyword), entry)
        words = runs(fold(keyword))
        if len(words) == 1:
            for language in LANGUAGES:
                self._stems.setdefault(stem(words[0], language), entry)

    def find(self, heard: Heard) -> str | None:
        """The id of the entry that a keyword tells of, "" where there is none for it; None for no such question.

        A topic besides the keyword means something else.
        """
        parts = [joined(token.folded) for token in heard.tokens]
        whole = self._entries.get("".join(parts))
        if whole is not None:
            return whole
        used = self._used(heard)
        for length in range(self._longest, 0, -1):
            for first in range(len(parts) - length + 1):
                free = used.isdisjoint(range(first, first + length))
                found = self._of(heard, parts, first, first + length) if free else None
                if found is not None and self._is_all(heard, first, first + length):
                    return found
        return None

    def _of(self, heard: Heard, parts: Sequence[str], first: int, last: int) -> str | None:
        key = "".join(parts[first:last])
        if last - first > 1:
            return self._entries.get(key)
        if first not in heard.topic:
            return None if cue_words(heard.language).is_stop(heard.meant[first]) else self._entries.get(key)
        return self._entry(key, heard.language)

    @staticmethod
    def _used(heard: Heard) -> set[int]:
        """The tokens of times and of names, which are no keywords."""
        named = {at for match in heard.matches if _is_proper(match) for at in range(match.first, match.last)}
        return named | (set(heard.time.used) if heard.time else set())

    def _entry(self, key: str, language: str) -> str | None:
        if key in self._entries or len(key) < _SHORTEST_STEM:
            return self._entries.get(key)
        root = stem(key, "nb" if language == "nn" else language)
        if root in self._stems and len(key) - len(root) <= _LONGEST_ENDING:
            return self._stems[root]
        near = self._spellings.near(key)
        return self._entries[near[0]] if near else None

    def _is_all(self, heard: Heard, first: int, last: int) -> bool:
        """Whether what else is said names no topic of its own that the keyword's entry does not know."""
        others = [at for at in heard.topic if not first <= at < last]
        known = [at for at in others if self._entry(heard.tokens[at].folded, heard.language) is not None]
        return len(others) <= 1 + len(known)


def _is_proper(match: Match) -> bool:
    return any(match.ids(kind) for kind in ("speaker", "exhibitor", "room", "track"))


def _keywords(entry: Practical) -> Iterator[str]:
    yield from entry.keywords
    yield from entry.question.values()
