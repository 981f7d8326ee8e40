"""What a text says, before it is decided what it asks: language, names, time, cues, topic."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from bot.domain.programme import Index
from bot.questions.cues import Cue, cue_words
from bot.questions.items import time_words
from bot.questions.judging import Judge
from bot.questions.language import detect
from bot.questions.matching import Match, exact, near_people, near_words, tokens_of
from bot.questions.names import Names
from bot.questions.rules import Setting
from bot.questions.second_try import second_try
from bot.questions.titles import Titles
from bot.questions.tokens import Token, tokenise
from bot.questions.topics import Topics
from bot.questions.when import Time, find
from bot.questions.wordlist import VARIANTS

_MOST_UNKNOWN: Final = 10
"""So many words at most are looked at as misspelt names."""

_JOINED: Final = 2
"""Words with at most one sign between them and no space are written as one: K.1.105."""

_STRONG: Final = 5
"""A time in another language than the question's counts from a word of so many letters on."""


class Heard(NamedTuple):
    """A text taken apart; `language` is one of the lexicons'.

    `said` are the names of the cues, `person` is an unknown name after who or when.
    """

    raw: str
    tokens: Sequence[Token]
    meant: Sequence[str]
    language: str
    matches: Sequence[Match]
    time: Time | None
    setting: Setting
    cues: Sequence[Cue]
    said: frozenset[str]
    topic: Sequence[int]
    person: Sequence[int] = ()

    def has(self, *names: str) -> bool:
        """Whether one of the cues was said."""
        return not self.said.isdisjoint(names)

    def text(self, at: Collection[int]) -> str:
        """The tokens as written, with the signs between those written as one."""
        written = ""
        end = 0
        for token in (self.tokens[one] for one in sorted(at)):
            between = self.raw[end : token.start]
            written += (between if written and len(between) == len(between.strip()) < _JOINED else " ") + token.text
            end = token.end
        return written.strip()

    def without(self, span: range, matches: Sequence[Match]) -> "Heard":
        """The same with only these names, and no topic in the span of tokens."""
        return self._replace(matches=matches, topic=[at for at in self.topic if at not in span])

    def ids(self, kind: str) -> tuple[str, ...]:
        """The ids of all things of one kind that were named."""
        return tuple(dict.fromkeys(one for match in self.matches for one in match.ids(kind)))


class Hearing:
    """Takes texts apart with what one programme knows."""

    def __init__(self, index: Index, names: Names, topics: Topics, titles: Titles) -> None:
        self._index = index
        self._names = names
        self._topics = topics
        self._titles = titles

    def hear(self, text: str, *, now: datetime, chat: str) -> Heard:
        """The text taken apart; `chat` is the language where its own is unclear."""
        tokens = tokenise(text)
        language = detect(self._own(tokens), chat)
        words = cue_words(language)
        meant = words.meant(tokens, self._is_known)
        cues = words.cues(meant)
        judge = Judge(tokens, meant, language, self._topics, cues)
        matches, person = self._people(tokens, judge, exact(tokens, self._names, judge.is_name))
        taken = {*tokens_of(matches), *person}
        shut = {*taken, *words.references(cues, tokens)}
        time, setting = self._time(tokens, shut, now, language)
        time = second_try(tokens, shut, time, setting, language)
        taken |= time.used if time else set()
        cues = words.without(cues, meant, taken)
        topic = judge.topic({*taken, *(at for cue in cues for at in range(cue.first, cue.last))})
        near = self._near(tokens, topic, judge, language)
        topic = [at for at in topic if at not in tokens_of(near)]
        said = frozenset(name for cue in cues for name in cue.names)
        return Heard(text, tokens, meant, language, [*matches, *near], time, setting, cues, said, topic, person)

    def _own(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The asker's own words: without the title they name, which may be in another language."""
        title = self._titles.span([token.text for token in tokens])
        return [token for at, token in enumerate(tokens) if at not in title] if title else tokens

    def _people(self, tokens: Sequence[Token], judge: Judge, matches: list[Match]) -> tuple[list[Match], Sequence[int]]:
        """Speakers whose names are misspelt, and the name of a person who is no speaker."""
        for match in [match for match in matches if judge.is_half_a_name(match)]:
            span = judge.full_name(match, matches)
            if span == range(match.first, match.last) or match not in matches:
                continue
            near = near_people(tokens, self._names, set(range(len(tokens))) - set(span))
            matches = [*(other for other in matches if other.first not in span), *near]
            if not near:
                return matches, span
        taken = tokens_of(matches)
        person = [] if any(match.ids("speaker") for match in matches) else judge.person(taken)
        near = near_people(tokens, self._names, set(range(len(tokens))) - set(person)) if len(person) > 1 else []
        if len(person) == 1:
            near = near_words(tokens, person, self._names, {"speaker"})
        return ([*matches, *near], []) if near else (matches, person)

    def _time(
        self, tokens: Sequence[Token], taken: Collection[int], now: datetime, language: str
    ) -> tuple[Time | None, Setting]:
        local, days = self._index.local(now), self._index.days
        time, setting = find(tokens, now=local, days=days, language=language, taken=taken, is_known=self._is_known)
        strong = [token for token in tokens if len(token.folded) >= _STRONG]
        for other in VARIANTS if time is None else ():
            if not time_words(other).may_tell(strong):
                continue
            foreign, _ = find(tokens, now=local, days=days, language=other, taken=taken, is_known=lambda _: True)
            if foreign and any(len(tokens[at].folded) >= _STRONG for at in foreign.used):
                return foreign, setting
        return time, setting

    def _near(self, tokens: Sequence[Token], topic: Sequence[int], judge: Judge, language: str) -> list[Match]:
        """Misspelt names among the words that tell of no topic."""
        spoken = "nb" if language == "nn" else language
        unknown = {
            at
            for at in topic[:_MOST_UNKNOWN]
            if tokens[at].shape == "word" and not self._topics.knows(tokens[at].folded, spoken)
        }
        if not unknown:
            return []
        shut = set(range(len(tokens))) - set(topic[:_MOST_UNKNOWN])
        people = near_people(tokens, self._names, shut) if len(topic) > 1 and judge.may_be_people(unknown) else []
        left = unknown - tokens_of(people)
        kinds = {"speaker", *_PLACES} if judge.may_be_people(left) else {*_PLACES}
        return [*people, *near_words(tokens, left, self._names, kinds)]

    def _is_known(self, word: str) -> bool:
        return word in self._topics.vocabulary or self._topics.is_concept_word(word)


_PLACES: Final = ("room", "track", "format", "audience", "exhibitor")
