"""`expobot ask --explain`: how a question was understood, as tables on the error stream."""

from collections.abc import Iterator, Sequence
from typing import Final

from rich.table import Table

from bot.commands.console import ERR
from bot.domain.programme import Index
from bot.questions.engine import Explained
from bot.questions.hearing import Heard
from bot.questions.topics import TITLE

_SCORES: Final = 10


def show(explained: Sequence[Explained], index: Index) -> None:
    """Three tables a question: its tokens, its slots, the sessions that fit its topic best."""
    for one in explained:
        ERR.print(_tokens(one.heard))
        ERR.print(_slots(one))
        if one.scores:
            ERR.print(_scores(one, index))


def _tokens(heard: Heard) -> Table:
    table = Table("token", "shape", "read as", "says", title=f"Tokens ({heard.language})", title_justify="left")
    for at, (token, meant) in enumerate(zip(heard.tokens, heard.meant, strict=True)):
        table.add_row(token.text, token.shape, "" if meant == token.plain else meant, " · ".join(_says(heard, at)))
    return table


def _says(heard: Heard, at: int) -> Iterator[str]:
    """What a token was taken for."""
    for match in heard.matches:
        if match.first <= at < match.last:
            sign = "=" if match.exact else "≈"
            yield from (f"{name.kind} {sign} {name.id}" for name in match.names)
    if heard.time and at in heard.time.used:
        yield "time"
    for cue in heard.cues:
        if cue.first <= at < cue.last:
            yield f"cue {', '.join(sorted(cue.names))}"
    if at in heard.topic:
        yield "topic"
    if at in heard.person:
        yield "unknown person"


def _slots(explained: Explained) -> Table:
    table = Table("slot", "value", title="Slots", title_justify="left")
    for name, value in explained.query.model_dump(mode="json", exclude_defaults=True, exclude={"origin"}).items():
        table.add_row(name, _written(value))
    return table


def _written(value: object) -> str:
    if isinstance(value, dict):
        return " – ".join(map(str, value.values()))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _scores(explained: Explained, index: Index) -> Table:
    title = f"Scores: {len(explained.scores)} sessions fit “{explained.query.topic}”"
    table = Table("score", "by", "session", title=title, title_justify="left")
    best = sorted(explained.scores, key=lambda one: -explained.scores[one])
    for one in best[:_SCORES]:
        score = explained.scores[one]
        table.add_row(str(score), "title" if score >= TITLE else "abstract", index.all_sessions[one].title)
    return table
