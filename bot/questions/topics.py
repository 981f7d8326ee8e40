"""Finds sessions by topic: title before abstract, in any of the languages, misspelt too."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.fold import fold
from bot.questions.words import SAME, Vocabulary, runs

TITLE: Final = 2
"""The score from which a session is about the topic by its title, not its abstract alone."""

_Scores = Mapping[int, int]


class Topics:
    """The words of every scheduled session; positions are those in `Index.sessions`."""

    def __init__(self, index: Index, glossary: Sequence[Sequence[str]] = ()) -> None:
        self._titles: dict[str, list[int]] = {}
        self._bodies: dict[str, list[int]] = {}
        for position, session in enumerate(index.sessions):
            _post(self._titles, position, _joined(runs(fold(_title_of(session)))))
            _post(self._bodies, position, runs(fold(_body_of(index, session))))
        self.vocabulary = Vocabulary([*self._titles, *self._bodies])
        self._concepts = _concepts(glossary)
        self._longest = max((len(phrase) for phrase in self._concepts), default=1)

    def search(self, topic: str, language: str) -> dict[int, int]:
        """Positions of the sessions about the topic, each with its score; {} where there is none."""
        terms = self._terms(runs(fold(topic)), language)
        if not terms:
            return {}
        scores: dict[int, int] = dict(terms[0])
        for term in terms[1:]:
            scores = {position: min(score, term[position]) for position, score in scores.items() if position in term}
        return scores

    def _terms(self, words: Sequence[str], language: str) -> list[_Scores]:
        terms: list[_Scores] = []
        at = 0
        while at < len(words):
            length, scores = self._term(words, at, language)
            terms.append(scores)
            at += length
        return terms

    def _term(self, words: Sequence[str], at: int, language: str) -> tuple[int, _Scores]:
        for length in range(min(self._longest, len(words) - at), 0, -1):
            row = self._concepts.get(_concept_key(words[at : at + length]))
            if row:
                return length, _best(self._phrase(phrase, language) for phrase in row)
        return 1, self._word(words[at], language)

    def _phrase(self, words: Sequence[str], language: str) -> _Scores:
        scores = [self._exact(word, language) for word in words]
        together = set(scores[0]).intersection(*scores[1:])
        return {position: min(score[position] for score in scores) for position in together}

    def _exact(self, word: str, language: str) -> _Scores:
        return self._sessions(self.vocabulary.meanings(word, language))

    def _word(self, word: str, language: str) -> _Scores:
        found = self._exact(word, language) or self._halves(word, language)
        return found or self._sessions(self.vocabulary.near(word))

    def _halves(self, word: str, language: str) -> _Scores:
        """A compound the programme writes as two words."""
        for cut in range(3, len(word) - 1):
            if word[:cut] in self.vocabulary and self.vocabulary.meanings(word[cut:], language):
                both = self._phrase((word[:cut], word[cut:]), language)
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


def _best(many: Iterable[_Scores]) -> _Scores:
    best: dict[int, int] = {}
    for scores in many:
        for position, score in scores.items():
            best[position] = max(best.get(position, 0), score)
    return best


def _post(postings: dict[str, list[int]], position: int, words: Iterable[str]) -> None:
    for word in set(words):
        postings.setdefault(word, []).append(position)


def _joined(words: Sequence[str]) -> list[str]:
    """The words, and each two neighbours as one: "smart by" is also found as "smartby"."""
    return [*words, *(first + second for first, second in pairwise(words))]


def _title_of(session: Session) -> str:
    return " ".join((session.title, session.subtitle, *session.tags))


def _body_of(index: Index, session: Session) -> str:
    people = [index.speakers[speaker] for speaker in session.speakers if speaker in index.speakers]
    track = index.tracks.get(session.track or "")
    names = (*(person.organisation for person in people), *(track.name.values() if track else ()))
    return " ".join((session.abstract, *names))


def _concept_key(words: Sequence[str]) -> str:
    return " ".join(words)


def _concepts(glossary: Sequence[Sequence[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    rows = [tuple(tuple(runs(fold(phrase))) for phrase in row) for row in glossary]
    return {_concept_key(phrase): row for row in rows for phrase in row if phrase}
