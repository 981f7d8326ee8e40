"""From a query to its answer: what the programme says, what is nearest, which readings there are."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, TypeVar

from bot.domain.models import Session, Speaker, Stand, Thing
from bot.domain.programme import Index
from bot.questions.model import Answer, Interval, Query, Reading
from bot.questions.select import Selection

REMEMBERED: Final = 50
"""How many of the ids shown a query keeps."""

_READINGS: Final = 3
_NEAREST: Final = 3

T = TypeVar("T", bound=Thing)


class Answering:
    """Answers queries from one programme."""

    def __init__(self, index: Index, selection: Selection) -> None:
        self._index = index
        self._selection = selection

    def answer(self, query: Query, now: datetime, favourites: Collection[str]) -> Answer:
        """The answer to a query, as it is now."""
        if query.intent in {"sessions", "agenda"}:
            return self._list(query, now, favourites)
        if query.intent == "speaker":
            return self._speaker(query, now, favourites)
        if query.intent in {"session", "place"} and query.sessions:
            return self._session(query, now, favourites)
        return Answer(
            query=query,
            asked_at=now,
            rooms=_found(query.rooms, self._index.rooms),
            stands=self._stands(query),
            exhibitors=_found(query.exhibitors, self._index.exhibitors),
            practical=self._index.practical.get(query.practical),
        )

    def _list(self, query: Query, now: datetime, favourites: Collection[str]) -> Answer:
        sessions = tuple(self._selection.sessions(query, now, favourites))
        if not sessions and query.asks == "ends" and query.when and query != (whole := self._whole_day(query)):
            return self._list(whole, now, favourites)
        answer = Answer(
            query=_showing(query, sessions),
            asked_at=now,
            when=self._selection.lunches.interval(query),
            sessions=sessions,
            rooms=_found(query.rooms, self._index.rooms),
        )
        return answer if sessions else self._near(answer, now, favourites)

    def _whole_day(self, query: Query) -> Query:
        """Where nothing is on in the evening that was asked about, the day ended before it."""
        if query.when is None:
            return query
        start = self._index.local(query.when.start).replace(hour=0, minute=0)
        when = Interval(start=start, end=(start + timedelta(days=1)))
        return query.model_copy(update={"when": when, "starts_within": False})

    def _near(self, answer: Answer, now: datetime, favourites: Collection[str]) -> Answer:
        """The answer with what is nearest, which is what "the first one" then points at."""
        nearest = self.nearest(answer.query, now, favourites)
        return replace(answer, query=_showing(answer.query, nearest), nearest=nearest)

    def nearest(self, query: Query, now: datetime, favourites: Collection[str]) -> tuple[Session, ...]:
        """What fits but for the time, nearest first; else what is on then, whatever the topic and filters."""
        moment = query.when.start if query.when else now
        if query.when is not None or query.order == "next" or query.free:
            anytime = query.model_copy(update={"when": None, "order": "time", "only": 0, "free": False})
            found = self._selection.near(anytime, moment, now, favourites, _NEAREST)
            if found:
                return tuple(found)
        if query.intent == "agenda":
            return ()
        if (partly := self._partly(query, now, favourites)) or query.when is None:
            return partly
        fields = {"when": query.when, "starts_within": query.starts_within, "lunch": query.lunch}
        bare = Query(language=query.language, **fields)
        return tuple(self._selection.sessions(bare, now, favourites))[:_NEAREST]

    def _partly(self, query: Query, now: datetime, favourites: Collection[str]) -> tuple[Session, ...]:
        """What tells of some words of the topic, where nothing tells of all."""
        words = [word for word in query.topic.split() if self._selection.knows(word, query.language)]
        for word in words if len(query.topic.split()) > 1 else ():
            found = self._selection.sessions(query.model_copy(update={"topic": word}), now, favourites)
            if found:
                return tuple(found[:_NEAREST])
        return ()

    def _speaker(self, query: Query, now: datetime, favourites: Collection[str]) -> Answer:
        speakers = _found(query.speakers, self._index.speakers)
        if len({s.name for s in speakers}) > 1 and not query.everyone:
            return Answer(query=query, asked_at=now, clarify=self._people(query, speakers, now), speakers=speakers)
        sessions = tuple(self._selection.sessions(query, now, favourites)) if speakers else ()
        answer = Answer(query=_showing(query, sessions), asked_at=now, sessions=sessions, speakers=speakers)
        return answer if sessions or not speakers else self._near(answer, now, favourites)

    def _people(self, query: Query, speakers: Sequence[Speaker], now: datetime) -> tuple[Reading, ...]:
        def soonest(speaker: Speaker) -> tuple[bool, float]:
            starts = [self._index.start(s) for s in self._index.sessions if speaker.id in s.speakers]
            ahead = [start for start in starts if start >= now]
            return (not ahead, min((start.timestamp() for start in ahead or starts), default=float("inf")))

        chosen = sorted(speakers, key=soonest)[:_READINGS]
        return tuple(Reading(s.name, query.model_copy(update={"speakers": (s.id,)})) for s in chosen)

    def _session(self, query: Query, now: datetime, favourites: Collection[str]) -> Answer:
        sessions = [self._index.all_sessions[one] for one in query.sessions if one in self._index.all_sessions]
        if query.action == "save":
            sessions = self._ahead(sessions, now) or sessions
        elif query.action:
            sessions = [session for session in sessions if session.id in favourites] or sessions
        apart = sessions if query.action else {session.title for session in sessions}
        if len(apart) > 1 and not query.everyone:
            readings = tuple(
                Reading(session.title, query.model_copy(update={"sessions": (session.id,)}))
                for session in sessions[:_READINGS]
            )
            return Answer(query=query, asked_at=now, clarify=readings)
        sessions.sort(key=lambda s: s.start is None or self._index.end(s) <= now)
        rooms = _found((room for session in sessions[:1] for room in session.rooms), self._index.rooms)
        people = _found((person for session in sessions[:1] for person in session.speakers), self._index.speakers)
        shown = tuple(sessions)
        return Answer(query=_showing(query, shown), asked_at=now, sessions=shown, rooms=rooms, speakers=people)

    def _ahead(self, sessions: Iterable[Session], now: datetime) -> list[Session]:
        """Those that can still be attended, in time order."""
        on = [session for session in sessions if session.start and not session.cancelled]
        return sorted((session for session in on if self._index.end(session) > now), key=self._index.start)

    def _stands(self, query: Query) -> tuple[Stand, ...]:
        exhibitors = _found(query.exhibitors, self._index.exhibitors)
        ids = (*query.stands, *(one.stand for one in exhibitors if one.stand))
        return _found(dict.fromkeys(ids), self._index.stands)


def _found(ids: Iterable[str], things: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(things[one] for one in ids if one in things)


def _showing(query: Query, sessions: Sequence[Session]) -> Query:
    return query.model_copy(update={"sessions": tuple(session.id for session in sessions[:REMEMBERED])})
