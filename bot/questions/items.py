"""A question's tokens sorted into the kinds that time is made of; a kind is one letter, so that rules are patterns."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from bot.questions.clock import Clock, clock
from bot.questions.fold import fold
from bot.questions.tokens import Token
from bot.questions.wordlist import Beginnings, Part, Phrase, Table, Words, minutes, own_table, phrase, table

KINDS: Final = {
    "start_of": "(", "end_of": ")", "again": "*", "longer": ">", "shorter": "<",
    "at_least": "J", "at_most": "V", "now": "N", "from_now": "f",
    "ago": "j", "at": "K", "between": "B", "from": "F", "till": "T", "before": "b", "after": "e", "around": "~",
    "in": "i", "and": "&", "oclock": "O", "tide": "Z", "half": "H", "quarter": "Q", "next": "X", "this": "g",
    "last": "l", "previous": "v", "day": "d", "weekend": "w", "rest": "R", "later": "r", "earlier": "q",
    "early": "E", "late": "L", "whole": "x", "the": "z", "past": "h", "to": "t", "filler": "p",
}  # fmt: skip
"""The letter of each list under [time] in a lexicon; where a word is in two lists, the first here counts."""

VALUES: Final = {
    "days": "D", "weekdays": "W", "weak_weekdays": "k", "months": "M", "units": "U", "numbers": "u", "articles": "a",
    "ordinals": "o", "halves": "A", "moments": "C",
}  # fmt: skip
"""The letter of each table of words with values."""

PRONOUN: Final = "Y"
"""The letter of a weekday that is also a small word: man."""

SHAPES: Final = {"ordinal": "o", "date": "y", "clock": "c", "dotted": "m", "slashed": "s", "number": "n", "word": "_"}
_OPERATORS: Final = "NfjKBFTbe~i&OZHXglvRrqELxzhtpo><()"

_MOST_DIGITS: Final = 8
_SIGNS: Final = {"-": "-", "–": "-", "—": "-", "‑": "-", ".": "."}


class Item(NamedTuple):
    """A piece of a question: its kind, its value, the lexicon's spelling, and its tokens [first, last)."""

    kind: str
    value: Any
    word: str
    first: int
    last: int


class TimeWords:
    """A language's words about time."""

    def __init__(self, language: str) -> None:
        rows = table(language)
        self.half_before = rows["clock"]["half"] == "before"
        self.past = frozenset(rows["time"]["past"])
        self.to = frozenset(rows["time"]["to"])
        self.weak_before = frozenset(rows["clock"].get("weak_before", ()))
        self.weak_till = frozenset(rows["clock"].get("weak_till", ()))
        self._suffixes = frozenset(rows["clock"].get("suffixes", ()))
        self._entries: dict[Phrase, tuple[str, Any]] = {}
        for text, entry in _entries(rows):
            self._entries.setdefault(phrase(text), entry)
        self.lunch = tuple(words[0] for words, (kind, value) in self._entries.items() if kind == "P" and value.is_lunch)
        names = {words[0]: value for words, (kind, value) in self._entries.items() if kind == "M"}
        full = {number: max((n for n in names if names[n] == number), key=len) for number in names.values()}
        self._months = {name: full[number] for name, number in names.items()}
        self.beside = frozenset(fold(words[0]) for words, (kind, _) in self._entries.items() if kind in "ehb")
        """The folded words that "after" and "before" begin with."""
        self._beginnings = Beginnings(self._entries)
        self._words = Words({word for words in self._entries for word in words}, rows.get("keep", ()))

    def knows(self, token: Token) -> bool:
        """Whether the word by itself, or what it is a slip from, is one about time."""
        return (self._words.meant(token, lambda _: False),) in self._entries

    def may_tell(self, tokens: Sequence[Token]) -> bool:
        """Whether any of the tokens is written with digits, or is a word of a phrase about time."""
        return any(token.shape != "word" or self._words.has(token) for token in tokens)

    def is_operator(self, word: str) -> bool:
        """Whether the word by itself only joins times: before, around, the."""
        return self._entries.get((word,), ("", None))[0] in set(_OPERATORS)

    def knows_exactly(self, word: str) -> bool:
        """Whether the word by itself, spelt so, is one about time."""
        return (word,) in self._entries

    def month(self, word: str) -> str:
        """The full name of the month that the word by itself, spelt so, is; "" where it is none."""
        return self._months.get(word, "")

    def is_part(self, words: Phrase) -> bool:
        """Whether the words are a part of the day or a meal."""
        return self._entries.get(words, ("", None))[0] == "P"

    def items(self, tokens: Sequence[Token], taken: Collection[int], is_known: Callable[[str], bool]) -> list[Item]:
        """The tokens as items, longest phrase first; the taken ones (names) are mere words."""
        meant = ["" if at in taken else self._words.meant(token, is_known) for at, token in enumerate(tokens)]
        items: list[Item] = []
        at = 0
        while at < len(tokens):
            item = self._entry(meant, at) or _shape(tokens, at, meant[at])
            glued = bool(items) and tokens[item.first].start == tokens[item.first - 1].end
            if glued:
                items = self._joined(items, item)
            else:
                items.append(item)
            at = item.last
        return items

    def _joined(self, items: list[Item], item: Item) -> list[Item]:
        """The item after one it is written together with: 26th is an ordinal, 5G and H2 are mere words."""
        before = items[-1]
        if before.kind == "n" and item.word in self._suffixes:
            return [*items[:-1], Item("o", before.value, "", before.first, item.last)]
        if before.kind == "n" and item.kind == "_":
            return [*items[:-1], Item("_", None, "", before.first, item.last)]
        if item.kind in "nm" and before.kind.isalpha() and before.kind not in "MKkYW":
            return [*items, Item("_", None, "", item.first, item.last)]
        return [*items, item]

    def _entry(self, meant: Sequence[str], at: int) -> Item | None:
        for words in self._beginnings.at(meant, at):
            if words in self._entries:
                kind, value = self._entries[words]
                return Item(kind, value, " ".join(words), at, at + len(words))
        return None


def _entries(rows: Table) -> Iterator[tuple[str, tuple[str, Any]]]:
    """Each phrase of a lexicon with its kind and value; the first counts where one is there twice."""
    for name, kind in VALUES.items():
        for text, value in rows[name].items():
            is_pronoun = name == "weak_weekdays" and text in rows["stop"]
            yield text, (PRONOUN if is_pronoun else kind, _value(kind, value))
    for row in rows["parts"]:
        yield from ((text, ("P", _part(row))) for text in row["words"])
    for text, value in own_table("zones")["zones"].items():
        yield text, ("+", value)
    for name, kind in KINDS.items():
        yield from ((text, (kind, None)) for text in rows["time"].get(name, ()))
    for tide in rows["time"]["tide"]:
        yield from ((number + tide, ("C", clock(int(value)))) for number, value in rows["numbers"].items())
    yield from ((text, ("0", None)) for text in rows["stop"] if " " not in text)


def _shape(tokens: Sequence[Token], at: int, meant: str) -> Item:
    token = tokens[at]
    if not meant:
        return Item("_", None, "", at, at + 1)
    kind = SHAPES.get(token.shape) or _SIGNS.get(token.text, ",")
    if kind == "n" and len(token.text) > _MOST_DIGITS:
        kind = "_"
    value = int(token.text.partition(":")[0]) if kind in "no" else token.plain
    return Item(kind, value, token.plain, at, at + 1)


def _part(row: dict[str, Any]) -> Part:
    start, end = map(minutes, row["span"].split("-"))
    before, after = (minutes(row[name]) if name in row else None for name in ("before", "after"))
    return Part(start, end, row.get("half", ""), before, after)


def _value(kind: str, value: str | float) -> Clock | str | float:
    return Clock(minutes(str(value))) if kind == "C" else value


@lru_cache
def time_words(language: str) -> TimeWords:
    """A language's words about time, loaded once."""
    return TimeWords(language)
