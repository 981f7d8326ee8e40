"""A text cut into words, numbers, clock and date shapes, and signs."""

import re
from typing import Final, NamedTuple

from bot.questions.fold import fold, plain

LONGEST: Final = 500
"""Characters of a question that are read; what comes after is not looked at."""

_LONGEST_WORD: Final = 40
_TOKEN: Final = re.compile(
    r"""
    (?P<date>\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2})(?!\d)|\d{4}([./])\d{1,2}\3\d{1,2}(?!\d))
    |(?P<clock>\d{1,2}(?::\d{2}(?::\d{2})?|h\d{2})(?!\d))
    |(?P<ordinal>\d{1,2}:[ea](?![^\W_]))
    |(?P<dotted>\d{1,2}\.\d{1,2}(?![\d.]))
    |(?P<slashed>\d{1,2}/\d{1,2}(?![\d/]))
    |(?P<number>\d+)
    |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
    |(?P<sign>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of the text: its shape, its spelling in lower case, folded, and where it stands."""

    shape: str
    text: str
    plain: str
    folded: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


def tokenise(text: str) -> list[Token]:
    """The tokens of the first `LONGEST` characters; a word of absurd length is cut."""
    return [_token(match) for match in _TOKEN.finditer(text[:LONGEST])]


def _token(match: re.Match[str]) -> Token:
    text = match.group()[:_LONGEST_WORD]
    return Token(match.lastgroup or "sign", text, plain(text), fold(text), match.start(), match.end())
