"""The words of a question that say what is wanted: who, where, next, save, not."""

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from bot.questions.tokens import Token
from bot.questions.wordlist import Beginnings, Phrase, Words, own_table, phrase, phrases, table

_REFERENCES: Final = frozenset({"then", "before_that", "it", "same_room"})
_ORDERS: Final = frozenset(
    {
        "remove", "silence", "follow", "unfollow", "forget", "mydata", "policy", "settings", "reminders", "speak_in",
        "reminders_off", "reminders_on", "alerts_off", "alerts_on",
    }
)  # fmt: skip
"""What the bot is told to do stands at the beginning, behind no more than "please" or "can you"."""


class Cue(NamedTuple):
    """What a phrase says (the names of its lists in the lexicon), and its tokens [first, last)."""

    names: frozenset[str]
    first: int
    last: int


class CueWords:
    """A language's cues, stop words and names of languages."""

    def __init__(self, language: str) -> None:
        rows = table(language)
        self._entries: dict[Phrase, frozenset[str]] = {}
        for words, name in phrases(rows["cues"]):
            self._entries[words] = self._entries.get(words, frozenset()) | {name}
        self.tongues = {phrase(word)[0]: code for word, code in rows["languages"].items()}
        self._stop = frozenset(word for text in rows["stop"] for word in phrase(text))
        self._beginnings = Beginnings(self._entries)
        talks = tuple(own_table("concepts")["formats"][0])
        self._generic = frozenset(
            words[0]
            for words, names in self._entries.items()
            if len(words) == 1 and "session" in names and not words[0].startswith(talks)
        )
        single = {word for words in self._entries for word in words} | self._stop | set(self.tongues)
        self._words = Words(single, rows.get("keep", ()))

    def meant(self, tokens: Sequence[Token], is_known: Callable[[str], bool]) -> list[str]:
        """The lexicon's spelling of each token."""
        return [self._words.meant(token, is_known) for token in tokens]

    def cues(self, meant: Sequence[str], taken: Collection[int] = ()) -> list[Cue]:
        """The cues among the words, longest phrase first; none within what is taken."""
        found: list[Cue] = []
        at = 0
        while at < len(meant):
            cue = None if at in taken else self._cue(meant, at, taken)
            if cue:
                found.append(cue)
            at = cue.last if cue else at + 1
        return found

    def without(self, cues: list[Cue], meant: Sequence[str], taken: Collection[int]) -> list[Cue]:
        """All the cues among the words but those within what is taken, where shorter ones may stand."""
        touched = any(at in taken for cue in cues for at in range(cue.first, cue.last))
        return self.cues(meant, taken) if touched else cues

    def references(self, cues: Sequence[Cue], tokens: Sequence[Token]) -> set[int]:
        """The tokens of phrases that point back, such as "after this one", which name no clock."""
        return {
            at
            for cue in cues
            if cue.last - cue.first > 1 and cue.names & _REFERENCES
            if cue.last == len(tokens) or tokens[cue.last].shape in {"word", "sign"}
            for at in range(cue.first, cue.last)
        }

    def _cue(self, meant: Sequence[str], at: int, taken: Collection[int]) -> Cue | None:
        for words in self._beginnings.at(meant, at):
            names, last = self._entries.get(words), at + len(words)
            if names and names <= _ORDERS and not self._begins(meant, at):
                continue
            if names and not any(one in taken for one in range(at, last)):
                return Cue(names, at, last)
        return None

    def _begins(self, meant: Sequence[str], at: int) -> bool:
        return all(word in self._stop or not word.isalpha() for word in meant[:at])

    def is_stop(self, word: str) -> bool:
        """Whether the word, in the lexicon's spelling, says nothing of a topic."""
        return word in self._stop

    def is_common(self, word: str) -> bool:
        """Whether the word is one of the language's own that names are often mistaken for."""
        return word in self._stop or (word,) in self._entries

    def is_about_sessions(self, word: str) -> bool:
        """Whether the word is one for sessions or tracks, or one that brings in a topic."""
        return not {"session", "track", "about"}.isdisjoint(self._entries.get((word,), frozenset()))

    def is_track(self, word: str) -> bool:
        """Whether the word is one for a track or tracks."""
        return not {"track", "tracks"}.isdisjoint(self._entries.get((word,), frozenset()))

    def is_about(self, word: str) -> bool:
        """Whether the word brings in a topic."""
        return "about" in self._entries.get((word,), frozenset())

    def is_session(self, word: str) -> bool:
        """Whether the word is one for a session."""
        return "session" in self._entries.get((word,), frozenset())

    def is_place(self, word: str) -> bool:
        """Whether the word is one for a room or a stand."""
        return not {"room", "stand"}.isdisjoint(self._entries.get((word,), frozenset()))

    def is_generic(self, word: str) -> bool:
        """Whether the word means any session, of whatever format."""
        return word in self._generic


@lru_cache
def cue_words(language: str) -> CueWords:
    """A language's cues, loaded once."""
    return CueWords(language)
