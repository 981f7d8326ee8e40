"""Finds documents by topic: title before abstract, in any of the languages, misspelt too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from bot.domain.programme import Index
from bot.questions.fold import fold
from bot.questions.glossary import Glossary
from bot.questions.words import SAME, Vocabulary, is_ending, runs

TITLE: Final = 2
"""The score from which a session is about the topic by its title, not its abstract alone."""

_SHORTEST_HALF: Final = 3
_OF_VERBS: Final = ("ing", "ings", "ed")
_MOST_WORDS: Final = 12
_MOST_REMEMBERED: Final = 500
_COMPOUNDING: Final = frozenset({"nb", "sv", "da"})
_CONJUNCTIONS: Final = frozenset({"og", "och", "and", "or", "eller", "samt"})

_Scores = Mapping[int, int]


class Topics:
    """The words of documents, each a title and a body; a position is a document's place among them."""

    def __init__(self, documents: Iterable[tuple[str, str]], glossary: Glossary | None = None) -> None:
        self._titles: dict[str, list[int]] = {}
        self._bodies: dict[str, list[int]] = {}
        spellings: dict[str, str] = {}
        for position, (title, body) in enumerate(documents):
            _post(self._titles, position, title, spellings)
            _post(self._bodies, position, body, spellings)
        self.vocabulary = Vocabulary([*self._titles, *self._bodies])
        self.ordinary = frozenset(folded for word, folded in spellings.items() if word[0].islower())
        """The folded words that are also written without a capital: no mere names."""
        self._glossary = glossary or Glossary()
        self._found: dict[tuple[str, str, bool], dict[int, int]] = {}

    def is_concept(self, topic: str) -> bool:
        """Whether the topic is one the glossary has, be there documents about it or not."""
        return tuple(runs(fold(topic))) in self._glossary

    def is_concept_word(self, word: str) -> bool:
        """Whether the folded word is one of the glossary's."""
        return word in self._glossary.words

    def knows(self, word: str, language: str) -> bool:
        """Whether the folded word, as it is spelt, tells of any document."""
        return (word,) in self._glossary or bool(self.vocabulary.meanings(word, language))

    def search(self, topic: str, language: str, *, any_word: bool = False) -> dict[int, int]:
        """Positions of the documents about the topic, each with its score; {} where there is none.

        All words of the topic must fit, or with `any_word` one of them.
        """
        key = (topic, language, any_word)
        if key not in self._found:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            self._found[key] = self._search(topic, language, any_word=any_word)
        return self._found[key]

    def _search(self, topic: str, language: str, *, any_word: bool) -> dict[int, int]:
        parts = [self._terms(words, language) for words in _alternatives(runs(fold(topic)))]
        if any_word:
            return dict(_best(term for terms in parts for term in terms))
        return _either([_all(terms) for terms in parts])

    def _terms(self, words: Sequence[str], language: str) -> list[_Scores]:
        terms: list[_Scores] = []
        at = 0
        while at < len(words):
            length, scores = self._term(words, at, language)
            terms.append(scores)
            at += length
        return terms

    def _term(self, words: Sequence[str], at: int, language: str) -> tuple[int, _Scores]:
        for length in range(min(self._glossary.longest, len(words) - at), 0, -1):
            row = self._concept(words[at : at + length], language)
            if row:
                own = self._noun(words[at], language, inside=True) if length == 1 else {}
                return length, _best([own, *(self._synonym(phrase, language) for phrase in row)])
        if at + 1 < len(words) and words[at] + words[at + 1] in self.vocabulary:
            both = self._phrase(words[at : at + 2], language)
            return 2, _best([both, self._exact(words[at] + words[at + 1], language)])
        return 1, self._word(words[at], language)

    def _concept(self, words: Sequence[str], language: str) -> tuple[tuple[str, ...], ...]:
        """All that mean the same, also of an inflected word that no document has; () for what the glossary lacks."""
        same = self._glossary.same(words)
        if same or len(words) > 1 or words[0] in self.vocabulary:
            return same
        return self._glossary.inflected(words[0], language)

    def _synonym(self, phrase: Sequence[str], language: str) -> _Scores:
        """Less sure than the very word that was asked for; a short word of another language bears no endings."""
        if len(phrase) > 1:
            found = self._phrase(phrase, language)
        elif len(phrase[0]) <= _SHORTEST_HALF:
            found = self._sessions({phrase[0]: SAME})
        else:
            found = self._noun(phrase[0], language, inside=False)
        return {position: min(score, TITLE) for position, score in found.items()}

    def _noun(self, word: str, language: str, *, inside: bool) -> _Scores:
        """The word, but not the verb that English makes of it: trains are no training."""
        meanings = self.vocabulary.meanings(word, language, inside=inside)
        verbs = {f"{word.removesuffix('s')}{ending}" for ending in _OF_VERBS}
        return self._sessions({one: sure for one, sure in meanings.items() if one not in verbs})

    def _phrase(self, words: Sequence[str], language: str) -> _Scores:
        scores = [self._exact(word, language, inside=False) for word in words]
        together = set(scores[0]).intersection(*scores[1:])
        return {position: min(score[position] for score in scores) for position in together}

    def _exact(self, word: str, language: str, *, inside: bool = True) -> _Scores:
        return self._sessions(self.vocabulary.meanings(word, language, inside=inside))

    def _word(self, word: str, language: str) -> _Scores:
        exact = self._exact(word, language)
        if exact and language not in _COMPOUNDING:
            return exact
        found = _best((exact, self._halves(word, language)))
        return found or self._sessions(self.vocabulary.near(word))

    def _halves(self, word: str, language: str) -> _Scores:
        """A compound the programme writes as two words."""
        for cut in range(_SHORTEST_HALF, len(word) - 1):
            halves = word[:cut], word[cut:]
            if not is_ending(halves[1]) and all(
                SAME in self.vocabulary.meanings(half, language, inside=False).values() for half in halves
            ):
                both = self._phrase(halves, language)
                if both:
                    return both
        return {}

    def _sessions(self, meanings: Mapping[str, int]) -> _Scores:
        scores: dict[int, int] = {}
        for word, sureness in meanings.items():
            for position in self._bodies.get(word, ()):
                scores[position] = max(scores.get(position, 0), 1)
            worth = TITLE + (sureness == SAME)
            for position in self._titles.get(word, ()):
                scores[position] = max(scores.get(position, 0), worth)
        return scores


def is_conjunction(word: str) -> bool:
    """Whether the folded word joins two topics of which either will do."""
    return word in _CONJUNCTIONS


def _alternatives(words: Sequence[str]) -> list[list[str]]:
    """The words split at each "and" and "or", repetitions and what exceeds a sensible topic left out."""
    parts: list[list[str]] = [[]]
    distinct = [word for at, word in enumerate(words) if is_conjunction(word) or word not in words[:at]]
    for word in distinct[:_MOST_WORDS]:
        if is_conjunction(word):
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _all(terms: Sequence[_Scores]) -> dict[int, int]:
    """What all the terms tell of, as sure as the least sure of them."""
    scores: dict[int, int] = dict(terms[0])
    for term in terms[1:]:
        scores = {position: min(score, term[position]) for position, score in scores.items() if position in term}
    return scores


def _either(parts: Sequence[_Scores]) -> dict[int, int]:
    """What any of the alternatives tells of; that which not all do counts as less sure."""
    best = _best(parts)
    return {
        position: score if all(position in part for part in parts) else min(score, TITLE)
        for position, score in best.items()
    }


def _best(many: Iterable[_Scores]) -> _Scores:
    best: dict[int, int] = {}
    for scores in many:
        for position, score in scores.items():
            best[position] = max(best.get(position, 0), score)
    return best


def _post(postings: dict[str, list[int]], position: int, text: str, spellings: dict[str, str]) -> None:
    """Each word of the text is folded once for all documents."""
    words = set()
    for word in set(runs(text)):
        folded = spellings.get(word)
        if folded is None:
            folded = spellings[word] = fold(word)
        words.add(folded)
    for word in words:
        postings.setdefault(word, []).append(position)


def session_texts(index: Index) -> Iterator[tuple[str, str]]:
    """Each scheduled session's title with its tags, and its abstract with what it belongs to."""
    for session in index.sessions:
        people = [index.speakers[speaker] for speaker in session.speakers if speaker in index.speakers]
        track = index.tracks.get(session.track or "")
        names = (*(person.organisation for person in people), *(track.name.values() if track else ()))
        yield " ".join((session.title, session.subtitle, *session.tags)), " ".join((session.abstract, *names))


def exhibitor_texts(index: Index) -> Iterator[tuple[str, str]]:
    """Each exhibitor's name with what it offers, and its description."""
    for exhibitor in index.exhibitors.values():
        yield " ".join((exhibitor.name, *exhibitor.offers)), " ".join(exhibitor.description.values())
