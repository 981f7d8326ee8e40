"""Finds the session whose title a text is, or nearly is."""

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from bot.domain.programme import Index
from bot.questions.fold import fold
from bot.questions.hearing import Heard
from bot.questions.names import compact
from bot.questions.words import runs

_ALIKE: Final = 90
_SHORTEST_LIKE: Final = 10
_FEWEST_WORDS: Final = 3
_LONGEST_PREFIX: Final = 8
_LONGEST_SUFFIX: Final = 4


class Titles:
    """The titles of one programme."""

    def __init__(self, index: Index) -> None:
        self._ids: dict[str, list[str]] = {}
        scheduled = {session.id: None for session in index.sessions}
        for session in (*index.sessions, *(s for s in index.all_sessions.values() if s.id not in scheduled)):
            key = compact(session.title)
            if key:
                self._ids.setdefault(key, []).append(session.id)
        self._keys = tuple(self._ids)

    def whole(self, heard: Heard) -> tuple[str, ...]:
        """The sessions whose title the whole text is, or nearly."""
        return self._like(" ".join(token.text for token in heard.tokens))

    def ending(self, words: Sequence[str]) -> tuple[str, ...]:
        """The sessions with whose very title the words end, but for a few words before and after."""
        for start in range(min(_LONGEST_PREFIX, len(words))):
            for end in range(len(words), max(len(words) - _LONGEST_SUFFIX, start + _FEWEST_WORDS - 1), -1):
                key = compact(" ".join(words[start:end]))
                if key in self._ids and len(key) >= _SHORTEST_LIKE:
                    return tuple(self._ids[key])
        return ()

    def within(self, heard: Heard) -> tuple[str, ...]:
        """The sessions whose title is what stands after the question's own words."""
        texts = [token.text for token in heard.tokens]
        if ending := self.ending(texts[1:]):
            return ending
        starts = [
            cue.last
            for cue in heard.cues
            if cue.names & {"when", "where", "who", "save", "length", "tongue", "what", "about", "speak"}
        ]
        for start in starts:
            rest = [token.text for token in heard.tokens[start:]]
            for skipped in range(min(3, len(rest))):
                words = rest[skipped:]
                found = self._like(" ".join(words)) if len(runs(fold(" ".join(words)))) >= _FEWEST_WORDS else ()
                if found:
                    return found
        return ()

    def _like(self, text: str) -> tuple[str, ...]:
        key = compact(text)
        if key in self._ids:
            return tuple(self._ids[key])
        words = runs(fold(text))
        if len(key) < _SHORTEST_LIKE or len(words) < _FEWEST_WORDS - 1:
            return ()
        best = process.extractOne(key, self._keys, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return tuple(self._ids[best[0]]) if best else ()
