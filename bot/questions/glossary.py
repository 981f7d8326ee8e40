"""What means the same in all languages: the concepts, looked up by any of their words, inflected too."""

from collections.abc import Sequence
from typing import Final

from bot.questions.fold import fold
from bot.questions.words import runs, stem

_SHORTEST_STEM: Final = 4

Words = tuple[str, ...]


class Glossary:
    """Rows of phrases; a phrase means all that stands in any row with it."""

    def __init__(self, rows: Sequence[Sequence[str]] = ()) -> None:
        concepts: dict[Words, dict[Words, None]] = {}
        for row in rows:
            phrases = [phrase for phrase in (tuple(runs(fold(text))) for text in row) if phrase]
            for phrase in phrases:
                concepts.setdefault(phrase, {}).update(dict.fromkeys(phrases))
        self._concepts = {phrase: tuple(same) for phrase, same in concepts.items()}
        self._stems: dict[str, dict[str, str]] = {}
        self.words = frozenset(word for phrase in self._concepts for word in phrase)
        """Every folded word of a phrase."""
        self.longest = max(map(len, self._concepts), default=1)
        """Words of the longest phrase."""

    def __contains__(self, phrase: object) -> bool:
        """Whether it has exactly that phrase, folded, as a tuple of words."""
        return phrase in self._concepts

    def same(self, phrase: Sequence[str]) -> tuple[Words, ...]:
        """All that mean the same as the folded phrase, itself included; () where it isn't there."""
        return self._concepts.get(tuple(phrase), ())

    def inflected(self, word: str, language: str) -> tuple[Words, ...]:
        """All that mean the same as the word of which this is another form."""
        self.learn(language)
        root = stem(word, language)
        same = self._stems[language].get(root) if len(root) >= _SHORTEST_STEM else None
        return self._concepts[(same,)] if same else ()

    def learn(self, language: str) -> None:
        """Get to know the stems in a language; some milliseconds, once."""
        if language not in self._stems:
            single = [phrase[0] for phrase in self._concepts if len(phrase) == 1]
            self._stems[language] = {stem(word, language): word for word in reversed(single)}
