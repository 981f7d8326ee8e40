"""Which language a question is in."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from bot.questions.fold import fold
from bot.questions.items import VALUES
from bot.questions.tokens import Token
from bot.questions.wordlist import VARIANTS, Table, phrase, table

_LETTERS: Final = {"ä": ("sv",), "ö": ("sv",), "æ": ("nb", "da", "nn"), "ø": ("nb", "da", "nn")}
_LETTER_WEIGHT: Final = 0.4
_NAMESAKES: Final = ("months", "weak_weekdays")
"""May and Jan are people's names in every language."""

_FOLDED_WEIGHT: Final = 0.8
_CHAT_WEIGHT: Final = 0.15


@lru_cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """For each word the languages whose lexicons have it: the fewer they are, the more it tells."""
    spellings = {language: words | {fold(word) for word in words} for language, words in _vocabularies().items()}
    counts = Counter(word for language, words in spellings.items() if language != "nn" for word in words)
    weights: dict[str, dict[str, float]] = {}
    for language, words in spellings.items():
        for word in words:
            weight = 1 / max(counts[word], 1) ** 2
            known = word in _vocabularies()[language]
            weights.setdefault(word, {})[language] = weight if known else weight * _FOLDED_WEIGHT
    return weights


@lru_cache
def _vocabularies() -> Mapping[str, frozenset[str]]:
    return {language: frozenset(_words(table(language))) for language in VARIANTS}


def _words(rows: Table) -> Iterator[str]:
    """Every letter word of a lexicon's phrases."""
    lists = [rows["hints"], rows["stop"], *rows["cues"].values(), *rows["time"].values()]
    lists += [
        *(part["words"] for part in rows["parts"]),
        *(rows[name] for name in (*VALUES, "languages") if name not in _NAMESAKES),
    ]
    for entries in lists:
        for entry in entries:
            yield from (word for word in phrase(entry) if len(word) > 1 and not word.isdigit())


def detect(tokens: Sequence[Token], chat: str) -> str:
    """One of `VARIANTS`: the language most words tell of; the chat's where none does or as many do."""
    scores, weights = dict.fromkeys(VARIANTS, 0.0), _weights()
    for token in _without_names(tokens):
        for language, weight in weights.get(token.plain, {}).items():
            scores[language] += weight
        for letter in () if token.plain.isascii() else _LETTERS.keys() & set(token.plain):
            for language in _LETTERS[letter]:
                scores[language] += _LETTER_WEIGHT
    best = max(scores.values())
    if best <= scores.get(chat, 0.0) + _CHAT_WEIGHT:
        return chat if chat in scores else "en"
    return next(language for language in VARIANTS if scores[language] == best)


def _without_names(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens but those with a capital within a sentence of small letters: May-Britt tells of no language."""
    small = [token for at, token in enumerate(tokens) if at == 0 or not token.capital]
    return small if len(small) > 1 else tokens
