"""From a query to its sessions: filters, time, order."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.model import Query
from bot.questions.topics import TITLE, Topics

_MOMENT: Final = timedelta(minutes=1)
_KIN: Final = {"nb": {"nb", "nn", "no"}}


class Selection:
    """Answers queries from one programme."""

    def __init__(self, index: Index, topics: Topics) -> None:
        self._index = index
        self._topics = topics
        self._position = {session.id: position for position, session in enumerate(index.sessions)}

    def sessions(self, query: Query, now: datetime, favourites: Collection[str] = ()) -> list[Session]:
        """The sessions that fit, all of them, in the order to show."""
        scores = self._topics.search(query.topic, query.language) if query.topic else {}
        found = [s for s in self._when(query, now) if self._fits(s, query, scores)]
        if query.intent == "agenda":
            found = [s for s in found if s.id in favourites]
        elif query.free:
            found = self._free(found, favourites)
        found = self._without_breaks(found, query)
        if query.order == "next":
            return self._next(found)
        return self._only(self._ordered(found, query, scores, now), query.only)

    def _when(self, query: Query, now: datetime) -> Sequence[Session]:
        if query.when is None:
            return self._index.following(now) if query.order == "next" else self._index.sessions
        start, end = query.when.start, query.when.end
        if query.order == "next":
            return [s for s in self._index.starting(start, end) if self._index.start(s) > now]
        if query.starts_within:
            return self._index.starting(start, end)
        return self._index.overlapping(start, end)

    def _fits(self, session: Session, query: Query, scores: dict[int, int]) -> bool:
        score = scores.get(self._position[session.id], 0) if query.topic else 1
        in_track = not query.tracks or session.track in query.tracks
        about = in_track or score >= TITLE if query.either else in_track and score > 0
        return (
            about
            and _either(session.rooms, query.rooms)
            and _either((session.format or "",), query.formats)
            and _either(session.speakers, query.speakers)
            and _either(session.audiences, query.audiences)
            and _either(session.languages, _kin(query.languages))
            and self._lasts(session, query)
            and not self._excluded(session, query)
        )

    def _lasts(self, session: Session, query: Query) -> bool:
        minutes = (self._index.end(session) - self._index.start(session)) / _MOMENT
        longer = query.longer_than is None or minutes > query.longer_than
        return longer and (query.shorter_than is None or minutes < query.shorter_than)

    def _excluded(self, session: Session, query: Query) -> bool:
        if query.without_topic:
            about = self._topics.search(query.without_topic, query.language)
            if self._position[session.id] in about:
                return True
        return (
            session.track in query.without_tracks
            or session.format in query.without_formats
            or any(room in query.without_rooms for room in session.rooms)
            or any(language in _kin(query.without_languages) for language in session.languages)
        )

    def _free(self, found: Iterable[Session], favourites: Collection[str]) -> list[Session]:
        taken = [self._index.all_sessions[i] for i in favourites if i in self._position]
        start, end = self._index.start, self._index.end
        return [s for s in found if all(end(t) <= start(s) or end(s) <= start(t) for t in taken)]

    def _without_breaks(self, found: list[Session], query: Query) -> list[Session]:
        filtered = query.tracks or query.audiences or query.languages or query.only or query.without_languages
        asked = query.topic or query.formats or (query.when is not None and not filtered)
        if query.intent == "agenda" or (asked and query.order == "time"):
            return found
        return [s for s in found if not self._index.is_break(s)]

    def _next(self, found: list[Session]) -> list[Session]:
        return [s for s in found if s.start == found[0].start]

    def _only(self, found: list[Session], only: int) -> list[Session]:
        if not found or only == 0:
            return found
        starts = sorted(self._index.start(s) for s in found)
        wanted = starts[0] if only > 0 else starts[-1]
        return [s for s in found if s.start == wanted]

    def _ordered(self, found: list[Session], query: Query, scores: dict[int, int], now: datetime) -> list[Session]:
        moment = query.when.start if query.when and query.when.end - query.when.start <= _MOMENT else None

        def order(session: Session) -> tuple[bool, int, bool, bool]:
            weak = 0 < scores.get(self._position[session.id], 0) < TITLE
            past = query.when is None and query.intent != "agenda" and self._index.end(session) <= now
            running = moment is not None and self._index.start(session) < moment
            return (moment is not None and self._index.is_break(session), int(weak), past, running)

        return sorted(found, key=order)


def _either(have: Iterable[str], wanted: Collection[str]) -> bool:
    return not wanted or any(one in wanted for one in have)


def _kin(languages: Iterable[str]) -> set[str]:
    return {code for language in languages for code in _KIN.get(language, {language})}
