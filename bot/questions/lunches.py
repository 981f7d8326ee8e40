"""When the programme itself has lunch, which moves "before lunch" and "after lunch"."""

from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.items import time_words
from bot.questions.model import Interval, Query
from bot.questions.tokens import tokenise
from bot.questions.wordlist import LUNCH, VARIANTS

_EARLIEST: Final = time(10, 30)
"""Before that a "frokost" is a Norwegian's breakfast, not a Dane's lunch."""

_LATEST: Final = time(15)


class Lunches:
    """The lunch of each day: from the start of the first to the end of the last."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._of_day: dict[date, tuple[datetime, datetime]] = {}
        for session in index.sessions:
            start, end = index.local(index.start(session)), index.local(index.end(session))
            if index.is_break(session) and _EARLIEST <= start.time() < _LATEST and _is_lunch(index, session):
                first, last = self._of_day.get(start.date(), (start, end))
                self._of_day[start.date()] = min(first, start), max(last, end)

    def interval(self, query: Query) -> Interval | None:
        """The query's interval, its bounds at lunch moved to the programme's own."""
        if query.when is None or not query.lunch:
            return query.when
        moved = Interval(start=self._moved(query.when.start), end=self._moved(query.when.end))
        return moved if moved.start < moved.end else query.when

    def _moved(self, bound: datetime) -> datetime:
        local = self._index.local(bound)
        minute = local.hour * 60 + local.minute
        own = self._of_day.get(local.date())
        return own[LUNCH.index(minute)] if own and minute in LUNCH else bound


def _is_lunch(index: Index, session: Session) -> bool:
    kind = index.formats.get(session.format or "")
    return any(_names_lunch(text) for text in (session.title, *(kind.name.values() if kind else ())))


def _names_lunch(text: str) -> bool:
    """Also within a compound: Lunsjbuffet."""
    return any(token.plain.startswith(_words()) for token in tokenise(text))


@lru_cache
def _words() -> tuple[str, ...]:
    return tuple(word for language in VARIANTS for word in time_words(language).lunch)
