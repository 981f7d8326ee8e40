"""What comes after or before a session that is named: after the opening in the same room."""

from collections.abc import Sequence
from typing import Any, Final

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.clock import DAY_MINUTES
from bot.questions.filters import filters_of
from bot.questions.hearing import Heard
from bot.questions.model import Interval, Query
from bot.questions.titles import Titles
from bot.questions.wanted import only

_AFTER: Final = "eh"
_BEFORE: Final = "b"


class Beside:
    """Knows the titles of one programme."""

    def __init__(self, index: Index, titles: Titles) -> None:
        self._index = index
        self._titles = titles

    def query(self, heard: Heard, language: str) -> Query | None:
        """The query for what is on after or before it; None where no title follows such a word."""
        words = heard.setting.words
        if words.beside.isdisjoint(token.folded for token in heard.tokens):
            return None
        for item in words.items(heard.tokens, (), lambda _: True):
            if item.kind in _AFTER + _BEFORE:
                span, found = self._titles.named([token.text for token in heard.tokens], item.last)
                sessions = [self._index.all_sessions[one] for one in found]
                on = [session for session in sessions if session.start and not session.cancelled]
                if on:
                    return self._of(heard, span, self._coming(heard, on), language, after=item.kind in _AFTER)
        return None

    def _coming(self, heard: Heard, sessions: Sequence[Session]) -> Session:
        """The next of several occurrences, else the last one."""
        ahead = (session for session in sessions if self._index.end(session) > heard.setting.now)
        return next(ahead, sessions[-1])

    def _of(self, heard: Heard, span: range, session: Session, language: str, *, after: bool) -> Query:
        start, end = self._index.local(self._index.start(session)), self._index.local(self._index.end(session))
        day = heard.setting.at(start.date(), 0), heard.setting.at(start.date(), DAY_MINUTES)
        when = Interval(start=min(end, day[1]), end=day[1]) if after else Interval(start=day[0], end=start)
        apart = [match for match in heard.matches if match.first not in span]
        fields: dict[str, Any] = filters_of(heard.without(span, apart)).fields
        if heard.has("same_room"):
            fields["rooms"] = session.rooms[:1]
        first = 1 if after and heard.has("next") else only(heard)
        return Query(language=language, when=when, starts_within=after, only=first, **fields)
