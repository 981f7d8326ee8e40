"""Questions nobody could answer yet."""

from typing import NamedTuple


class OpenQuestion(NamedTuple):
    """A question in the organisers' inbox, asked `times`; it carries no name. `answer` is Telegram's HTML."""

    id: int
    language: str
    text: str
    times: int
    answer: str | None
