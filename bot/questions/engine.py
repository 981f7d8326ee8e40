"""The way from a text to an answer, for one programme."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from bot.domain.programme import Index
from bot.questions.model import Answer, Query
from bot.questions.select import Selection
from bot.questions.topics import Topics

_REMEMBERED: Final = 50


class Engine:
    """Understands questions about one programme; making one takes up to two seconds for 10,000 sessions."""

    def __init__(self, index: Index, glossary: Sequence[Sequence[str]] = ()) -> None:
        self._topics = Topics(index, glossary)
        self._selection = Selection(index, self._topics)

    def warm(self) -> None:
        """Do what is slow the first time."""

    def ask(
        self, text: str, *, now: datetime, language: str, thread: Query | None = None, favourites: Collection[str] = ()
    ) -> Answer:
        """The answer to a text of any length and script; `language` is the chat's, `thread` the query before."""
        del thread
        return self.run(Query(language=language, topic=text), now=now, favourites=favourites)

    def run(self, query: Query, *, now: datetime, favourites: Collection[str] = ()) -> Answer:
        """The answer to a query, as it is now."""
        sessions = tuple(self._selection.sessions(query, now, favourites))
        shown = tuple(session.id for session in sessions[:_REMEMBERED])
        return Answer(query=query.model_copy(update={"sessions": shown}), asked_at=now, sessions=sessions)
