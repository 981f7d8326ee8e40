"""From a query to its sessions: filters, time, order."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from bot.domain.agenda import agenda
from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.lunches import Lunches
from bot.questions.model import Interval, Query
from bot.questions.topics import TITLE, Topics

_MOMENT: Final = timedelta(minutes=1)
_ENDLESS: Final = float("inf")
_KIN: Final = {"nb": ("nb", "nn", "no")}

Check = Callable[[Session], bool]


class Selection:
    """Answers queries from one programme."""

    def __init__(self, index: Index, topics: Topics) -> None:
        self._index = index
        self._topics = topics
        self.lunches = Lunches(index)
        self._starts = [index.start(session) for session in index.sessions]
        self._ends = [index.end(session) for session in index.sessions]
        self._longest = max((end - start for start, end in zip(self._starts, self._ends, strict=True)), default=_MOMENT)
        self._ids = [session.id for session in index.sessions]
        self._breaks = frozenset(session.id for session in index.sessions if index.is_break(session))
        self._minutes = {
            s.id: (index.end(s) - index.start(s)) / _MOMENT for s in index.all_sessions.values() if s.start
        }

    def sessions(self, query: Query, now: datetime, favourites: Collection[str] = ()) -> list[Session]:
        """The sessions that fit, all of them, in the order to show."""
        scores = self.scores(query)
        is_agenda = query.intent == "agenda" and query.order == "time" and not query.only
        found = list(self._agenda(query, favourites) if is_agenda else self._when(query, now))
        for check in self._all_checks(query, favourites, scores):
            found = [session for session in found if check(session)]
        if query.order == "next":
            return [s for s in found if s.start == found[0].start]
        return self._only(self._ordered(found, query, scores, now), query)

    def near(
        self, query: Query, moment: datetime, now: datetime, favourites: Collection[str], most: int
    ) -> list[Session]:
        """At most so many that fit at any time, nearest the moment first; those that are past only where none is not.

        It looks from the moment outwards, and no further than it must.
        """
        checks = list(self._all_checks(query, favourites, self.scores(query)))
        at = bisect_left(self._starts, moment)
        running, coming = (bisect_left(self._starts, one) for one in (now - self._longest, now))
        ahead = range(max(at, running), len(self._ids)), range(at - 1, running - 1, -1)
        past = range(at, coming), range(min(at, coming) - 1, -1, -1)
        for ways, ended in ((ahead, False), (past, True)):
            close = [one for way in ways for one in islice(self._fitting(way, checks, now, ended=ended), most)]
            if close:
                return sorted(close, key=lambda s: abs(self._index.start(s) - moment))[:most]
        return []

    def _fitting(self, way: range, checks: Sequence[Check], now: datetime, *, ended: bool) -> Iterator[Session]:
        sessions, ends = self._index.sessions, self._ends
        for position in way:
            session = sessions[position]
            for check in checks:
                if not check(session):
                    break
            else:
                if (ends[position] <= now) == ended:
                    yield session

    def _all_checks(self, query: Query, favourites: Collection[str], scores: Mapping[str, int]) -> Iterable[Check]:
        yield from self._checks(query)
        yield from self._own_checks(query, favourites)
        yield from _about(query, scores)

    def scores(self, query: Query) -> Mapping[str, int]:
        """How well each session fits the query's topic, by its id; from `topics.TITLE` on it does by its title."""
        return self._scores(query.topic, query.language)

    def knows(self, word: str, language: str) -> bool:
        """Whether any session is about the word."""
        return bool(self._topics.search(word, language))

    def _scores(self, topic: str, language: str) -> Mapping[str, int]:
        found = self._topics.search(topic, language) if topic else {}
        return {self._ids[position]: score for position, score in found.items()}

    def _when(self, query: Query, now: datetime) -> Sequence[Session]:
        if query.cancelled:
            return self._cancelled(query.when)
        if query.when is None:
            return self._index.following(now) if query.order == "next" else self._index.sessions
        when = self.lunches.interval(query) or query.when
        start, end = when.start, when.end
        if query.starts_within:
            return self._index.starting(start, end)
        if query.order == "next":
            return [s for s in self._index.starting(start, end) if self._index.start(s) > now]
        return self._index.overlapping(start, end)

    def _agenda(self, query: Query, favourites: Collection[str]) -> Sequence[Session]:
        """What is saved, also what is not on; of that only what would have been then."""
        saved, when = agenda(self._index, favourites), self.lunches.interval(query)
        if when is None:
            return saved
        start, end = self._index.start, self._index.end
        scheduled = [session for session in saved if session.start]
        if query.starts_within:
            return [session for session in scheduled if when.start <= start(session) < when.end]
        return [session for session in scheduled if start(session) < when.end and end(session) > when.start]

    def _cancelled(self, when: Interval | None) -> Sequence[Session]:
        """Those called off that would have run then."""
        start, end = self._index.start, self._index.end
        called_off = [s for s in self._index.all_sessions.values() if s.cancelled and s.start]
        called_off.sort(key=start)
        return [s for s in called_off if when is None or (start(s) < when.end and end(s) > when.start)]

    def _checks(self, query: Query) -> Iterable[Check]:
        """One check for each filter that the query has."""
        if query.rooms:
            yield lambda s: any(room in query.rooms for room in s.rooms)
        if query.formats:
            yield lambda s: s.format in query.formats
        if query.speakers:
            yield lambda s: any(speaker in query.speakers for speaker in s.speakers)
        if query.audiences:
            yield lambda s: any(audience in query.audiences for audience in s.audiences)
        if query.languages:
            spoken = _kin(query.languages)
            yield lambda s: not spoken.isdisjoint(s.languages)
        yield from self._lengths(query)
        yield from self._exclusions(query)

    def _lengths(self, query: Query) -> Iterable[Check]:
        above, below = query.longer_than or 0, query.shorter_than or _ENDLESS
        least, most = query.at_least or 0, query.at_most or _ENDLESS
        if _bounded(query):
            yield lambda s: above < self._minutes.get(s.id, 0) < below and least <= self._minutes.get(s.id, 0) <= most

    def _exclusions(self, query: Query) -> Iterable[Check]:
        if query.without_topic:
            about = self._scores(query.without_topic, query.language)
            yield lambda s: s.id not in about
        if query.without_tracks:
            yield lambda s: s.track not in query.without_tracks
        if query.without_formats:
            yield lambda s: s.format not in query.without_formats
        if query.without_rooms:
            yield lambda s: not any(room in query.without_rooms for room in s.rooms)
        if query.without_languages:
            unspoken = _kin(query.without_languages)
            yield lambda s: unspoken.isdisjoint(s.languages)

    def _own_checks(self, query: Query, favourites: Collection[str]) -> Iterable[Check]:
        if query.intent == "agenda":
            yield lambda s: s.id in favourites
        elif not self._shows_breaks(query):
            yield lambda s: s.id not in self._breaks
        if query.free:
            start, end = self._index.start, self._index.end
            taken = [self._index.all_sessions[one] for one in favourites if one in self._minutes]
            yield lambda s: all(end(one) <= start(s) or end(s) <= start(one) for one in taken)

    def _shows_breaks(self, query: Query) -> bool:
        """Breaks are shown where they are asked for by time or name, not among what somebody might attend."""
        if query.topic or query.formats:
            return query.order == "time" or bool(query.formats)
        filtered = query.tracks or query.audiences or query.languages or query.without_languages or query.free
        filtered = filtered or _bounded(query)
        return query.when is not None and query.order == "time" and not filtered and not query.only

    def _only(self, found: list[Session], query: Query) -> list[Session]:
        """Those that begin first or last, or where the end is asked for end last."""
        if not found or query.only == 0:
            return found
        moment = self._index.end if query.asks == "ends" else self._index.start
        wanted = (min if query.only > 0 else max)(moment(s) for s in found)
        return [s for s in found if moment(s) == wanted]

    def _ordered(self, found: list[Session], query: Query, scores: Mapping[str, int], now: datetime) -> list[Session]:
        """At a moment those that start then first and breaks last; without a time what is past last.

        What tells of the topic by its abstract alone comes after what does by its title.
        """
        if scores and not query.either:
            found.sort(key=lambda s: scores.get(s.id, 0) < TITLE)
        if query.when is None and query.intent != "agenda":
            found = [
                *(s for s in found if self._index.end(s) > now),
                *(s for s in found if self._index.end(s) <= now),
            ]
        elif query.when is not None and query.when.end - query.when.start <= _MOMENT:
            moment = query.when.start
            found.sort(key=lambda s: (s.id in self._breaks, self._index.start(s) < moment))
        return found


def _bounded(query: Query) -> bool:
    """Whether a length was asked for."""
    return any((query.longer_than, query.shorter_than, query.at_least, query.at_most))


def _about(query: Query, scores: Mapping[str, int]) -> Iterable[Check]:
    if query.either and query.tracks and query.topic:
        yield lambda s: s.track in query.tracks or scores.get(s.id, 0) >= TITLE
        return
    if query.tracks:
        yield lambda s: s.track in query.tracks
    if query.topic:
        yield lambda s: s.id in scores


def _kin(languages: Iterable[str]) -> frozenset[str]:
    return frozenset(code for language in languages for code in _KIN.get(language, (language,)))
