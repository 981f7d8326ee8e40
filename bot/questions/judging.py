"""Decides what may be a name in a text, and what is a common word that looks like one."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.questions.cues import Cue, cue_words
from bot.questions.items import time_words
from bot.questions.matching import Match, tokens_of
from bot.questions.names import Name
from bot.questions.tokens import Token
from bot.questions.topics import Topics
from bot.questions.wordlist import VARIANTS

_SHORTEST_TRACK: Final = 4
_PERSON_CUES: Final = frozenset({"speak", "who"})
_OF_A_BREAK: Final = frozenset({"when", "where", "length"})


class Judge:
    """Judges the tokens of one text."""

    def __init__(
        self, tokens: Sequence[Token], meant: Sequence[str], language: str, topics: Topics, cues: Sequence[Cue]
    ) -> None:
        self._tokens = tokens
        self._meant = meant
        self._words = cue_words(language)
        self._topics = topics
        self._language = language
        self._context = {name for cue in cues for name in cue.names}
        self._about_people = bool(_PERSON_CUES & self._context)
        self._shouting = all(token.text.isupper() for token in tokens if token.shape == "word")

    def is_name(self, first: int, last: int, name: Name) -> bool:
        """Whether tokens [first, last) are that name here, and not common words that look like it."""
        token = self._tokens[first]
        if last - first == 1 and self._is_language(first):
            return False
        if name.kind == "format" and _is_part_of_day(self._tokens[first:last]):
            return bool(_OF_A_BREAK & self._context)
        if last - first > 1:
            return self._may_be_phrase(first, last, name)
        return not token.text.isdigit() and self._may_be_word(first, name)

    def _may_be_word(self, at: int, name: Name) -> bool:
        token = self._tokens[at]
        if name.kind in {"format", "audience"}:
            return not self._words.is_generic(self._meant[at]) and not self._words.is_track(self._meant[at])
        if name.kind == "speaker" and not name.whole:
            return self._is_part_of_name(at)
        common = self._words.is_common(self._meant[at])
        capital = token.capital and not self._shouting
        if name.kind == "track" and (common or len(token.folded) < _SHORTEST_TRACK):
            return self._is_beside_track(at) or (capital and self._is_beside_cue(at))
        return not common or (capital and at > 0)

    def _is_language(self, at: int) -> bool:
        """In French: no Mrs French."""
        return at > 0 and self._meant[at] in self._words.tongues and self._tokens[at - 1].folded in {"in", "pa"}

    def _is_beside_track(self, at: int) -> bool:
        """The go devroom, something about go, or nothing else."""
        before = self._meant[at - 1] if at else ""
        following = self._meant[at + 1] if at + 1 < len(self._meant) else ""
        about = self._words.is_about(before) and self._ends(at)
        return self._words.is_track(following) or len(self._tokens) == 1 or about

    def _is_beside_cue(self, at: int) -> bool:
        """Go talks, a talk about Go: what makes a name of a common word."""
        return any(
            self._words.is_about_sessions(self._meant[one]) for one in (at - 1, at + 1) if 0 <= one < len(self._meant)
        )

    def _may_be_phrase(self, first: int, last: int, name: Name) -> bool:
        """Several tokens: no part of a name, and not common words only that happen to spell one."""
        if name.kind == "speaker" and not name.whole:
            return False
        words = [at for at in range(first, last) if self._tokens[at].shape == "word"]
        strange = any(not self._words.is_common(self._tokens[at].plain) for at in words)
        return strange or name.said or name.kind in {"room", "stand", "format", "audience"}

    def _is_part_of_name(self, at: int) -> bool:
        token = self._tokens[at]
        capital = token.capital and not self._shouting
        if self._words.is_common(self._meant[at]) or self._is_time(at):
            return self._about_people and ((capital and at > 0) or self._is_after_speak(at))
        if capital and at > 0:
            return True
        return token.folded not in self._topics.ordinary and not self._topics.is_concept_word(token.folded)

    def _ends(self, at: int) -> bool:
        """Whether no word follows."""
        return all(token.shape == "sign" for token in self._tokens[at + 1 :])

    def _is_after_speak(self, at: int) -> bool:
        """Når snakker mai: who else but a person."""
        return self._ends(at) and any(
            "speak" in cue.names and cue.last == at for cue in self._words.cues(self._meant, ())
        )

    def is_half_a_name(self, match: Match) -> bool:
        """Whether only a first name or a surname matched."""
        return all(name.kind == "speaker" and not name.whole for name in match.names)

    def full_name(self, match: Match, matches: Sequence[Match]) -> range:
        """Half a name with the unknown words and other halves beside it, which make it another person's."""
        halves = {other.first: other for other in matches if self.is_half_a_name(other)}
        taken = tokens_of(matches)
        first, last = match.first, match.last
        while first > 0 and (first - 1 in halves or (first - 1 not in taken and self._is_stranger(first - 1))):
            first -= 1
        while last < len(self._tokens) and (last in halves or (last not in taken and self._is_stranger(last))):
            last += 1
        return range(first, last)

    def _is_stranger(self, at: int) -> bool:
        token = self._tokens[at]
        if token.shape != "word" or self._words.is_common(token.plain) or self._is_time(at):
            return False
        capital = token.capital and not self._shouting
        if at == 0 and not self._about_people:
            return capital and len(self._tokens) > 1 and self._tokens[1].capital
        return capital or (self._about_people and token.folded not in self._topics.vocabulary)

    def person(self, taken: Collection[int]) -> list[int]:
        """An unknown person's name: words with capitals where it is asked who or when somebody speaks."""
        if not self._about_people or self._shouting:
            return []
        run: list[int] = []
        for at, token in enumerate(self._tokens):
            named = at > 0 and token.capital and token.shape == "word" and at not in taken
            if named and (run or not self._words.is_common(token.plain)):
                run.append(at)
            elif run and token.text not in "-–'":
                break
        return run if any(not self._is_time(at) for at in run) else []

    def may_be_people(self, at: Collection[int]) -> bool:
        """Whether the words may be somebody's name: people are asked about, or one has a capital."""
        return self._about_people or any(self._tokens[one].capital for one in at)

    def _is_time(self, at: int) -> bool:
        token = self._tokens[at]
        own = time_words(self._language).knows(token)
        return own or any(time_words(language).knows_exactly(token.plain) for language in VARIANTS)

    def topic(self, used: Collection[int]) -> list[int]:
        """The tokens that are neither used nor mere stop words."""
        left = [at for at in range(len(self._tokens)) if at not in used and self._tells(at)]
        numbered = [at - 1 for at in left if self._tokens[at].shape == "number" and self._is_place_word(at - 1)]
        return sorted({*left, *numbered})

    def _tells(self, at: int) -> bool:
        token = self._tokens[at]
        stop = self._words.is_stop(self._meant[at]) or self._words.is_common(token.plain)
        stop = stop or time_words(self._language).is_operator(token.plain)
        return token.shape in {"word", "number"} and not stop

    def _is_place_word(self, at: int) -> bool:
        """Whether it is the word for a room or a stand: "sal 2" is one topic where no such room is known."""
        return at >= 0 and self._words.is_place(self._meant[at])


def _is_part_of_day(tokens: Sequence[Token]) -> bool:
    words = tuple(token.plain for token in tokens)
    return any(time_words(language).is_part(words) for language in VARIANTS)
