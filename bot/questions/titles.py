"""Finds the session whose title a text is, or nearly is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz, process

from bot.domain.programme import Index
from bot.questions.cues import Cue
from bot.questions.fold import fold
from bot.questions.names import compact
from bot.questions.words import runs

_ALIKE: Final = 90
_LENGTHS: Final = 0.81
"""What is less than so much of the other's length is less alike, whatever its letters."""

_SHORTEST_LIKE: Final = 10
_SHORTEST_HEAD: Final = 8
_FEWEST_WORDS: Final = 3
_SKIPPED: Final = 3
_ABOUT_ONE: Final = frozenset({"when", "where", "who", "save", "remove", "silence", "length", "tongue", "speak"})
_LONGEST_PREFIX: Final = 8
_LONGEST_SUFFIX: Final = 4
_LONGEST_TITLE: Final = 20
_SHORTEST_NAMED: Final = 6


class Titles:
    """The titles of one programme."""

    def __init__(self, index: Index) -> None:
        self._ids: dict[str, list[str]] = {}
        self._key_of: dict[str, str] = {}
        self._heads: dict[str, list[str]] = {}
        scheduled = {session.id: None for session in index.sessions}
        for session in (*index.sessions, *(s for s in index.all_sessions.values() if s.id not in scheduled)):
            key = compact(session.title)
            self._key_of[session.id] = key
            if key:
                self._ids.setdefault(key, []).append(session.id)
            head = _head(session.title)
            if len(head) >= _SHORTEST_HEAD:
                self._heads.setdefault(head, []).append(session.id)
        self._openings = {key[:_SHORTEST_LIKE] for key in self._ids}
        self._keys = sorted(self._ids, key=len)
        self._lengths = [len(key) for key in self._keys]

    def span(self, words: Sequence[str]) -> range:
        """Where a title stands after a few other words, and before fewer; empty for none."""
        end = len(words) - (1 if words and words[-1] == "?" else 0)
        for last in range(end, max(end - _LONGEST_SUFFIX, 2), -1):
            for start in range(1, min(_LONGEST_PREFIX, last - 1)):
                key = compact(" ".join(words[start:last]))
                if len(key) >= _SHORTEST_HEAD and (key in self._ids or key in self._heads):
                    return range(start, last)
        return range(0)

    def whole(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The sessions whose title, or what stands before its colon, the tokens' texts are, or nearly."""
        text = " ".join(texts)
        return self._like(text) or tuple(self._heads.get(compact(text), ()))

    def key(self, session: str) -> str:
        """The title of a session as one run of letters and digits."""
        return self._key_of[session]

    def ending(self, words: Sequence[str]) -> tuple[str, ...]:
        """The sessions with whose very title the words end, but for a few words before and after."""
        for start in range(min(_LONGEST_PREFIX, len(words))):
            if compact(" ".join(words[start:]))[:_SHORTEST_LIKE] not in self._openings:
                continue
            for end in range(len(words), max(len(words) - _LONGEST_SUFFIX, start + _FEWEST_WORDS - 1), -1):
                key = compact(" ".join(words[start:end]))
                if key in self._ids and len(key) >= _SHORTEST_LIKE:
                    return tuple(self._ids[key])
        return ()

    def named(self, texts: Sequence[str], start: int) -> tuple[range, tuple[str, ...]]:
        """The longest title, or what stands before its colon, that begins at a token or one later, and its sessions."""
        for first in (start, start + 1):
            for last in range(min(len(texts), first + _LONGEST_TITLE), first, -1):
                key = compact(" ".join(texts[first:last]))
                found = self._ids.get(key) or self._heads.get(key)
                if found and len(key) >= _SHORTEST_NAMED:
                    return range(first, last), tuple(found)
        return range(0), ()

    def within(self, texts: Sequence[str], cues: Sequence[Cue]) -> tuple[str, ...]:
        """The sessions whose title is what stands after the question's own words, its cues."""
        if ending := self.ending(texts):
            return ending
        starts = [cue.last for cue in cues if cue.names & {*_ABOUT_ONE, "what", "about"}]
        return self._after(texts, starts) or self._head_after(texts, cues)

    def _head_after(self, texts: Sequence[str], cues: Sequence[Cue]) -> tuple[str, ...]:
        """How long is Hack night: what stands before a title's colon, with little after it."""
        for cue in (cue for cue in cues if cue.names & _ABOUT_ONE):
            for start in range(cue.last, min(cue.last + _SKIPPED, len(texts))):
                for end in range(len(texts), start + 1, -1):
                    found = self._heads.get(compact(" ".join(texts[start:end])))
                    if found and len(texts) - end < _SKIPPED:
                        return tuple(found)
        return ()

    def _after(self, texts: Sequence[str], starts: Sequence[int]) -> tuple[str, ...]:
        for start in starts:
            rest = texts[start:]
            for skipped in range(min(_SKIPPED, len(rest))):
                words = rest[skipped:]
                found = self._like(" ".join(words)) if len(runs(fold(" ".join(words)))) >= _FEWEST_WORDS else ()
                if found:
                    return found
        return ()

    def _like(self, text: str) -> tuple[str, ...]:
        key = compact(text)
        if key in self._ids:
            return tuple(self._ids[key])
        if len(key) < _SHORTEST_LIKE or len(runs(fold(text))) < _FEWEST_WORDS - 1:
            return ()
        shortest, longest = len(key) * _LENGTHS, len(key) / _LENGTHS
        alike = self._keys[bisect_left(self._lengths, shortest) : bisect_right(self._lengths, longest)]
        best = process.extractOne(key, alike, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return tuple(self._ids[best[0]]) if best else ()


def _head(title: str) -> str:
    """What stands before a title's colon, where that is several words; "" for none."""
    before, colon, _ = title.partition(":")
    return compact(before) if colon and len(before.split()) > 1 else ""
