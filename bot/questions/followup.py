"""A text that goes on from the question before: keeps what it does not change."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.clock import DAY_MINUTES
from bot.questions.filters import FILTERS, filters_of
from bot.questions.hearing import Heard
from bot.questions.intent import asked, only, when
from bot.questions.model import Interval, Query

_ORDINALS: Final = range(1, 9)
_MOST_OTHERS: Final = 2
_LIST: Final = ("sessions", "agenda", "speaker")
_KEPT: Final = (
    "rooms", "tracks", "formats", "audiences", "languages", "topic", "either", "without_rooms", "without_tracks",
    "without_formats", "without_languages", "without_topic", "longer_than", "shorter_than", "free", "when",
    "starts_within", "relative",
)  # fmt: skip


class FollowUps:
    """Joins a text to the query before it."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def pointed(self, heard: Heard, thread: Query, now: datetime) -> Query | None:
        """A text that points at what was shown: the second one, after that, where is it."""
        return self._chosen(heard, thread) or self._then(heard, thread, now) or self._about_it(heard, thread)

    def _chosen(self, heard: Heard, thread: Query) -> Query | None:
        """The second one, husk den første, 2."""
        number = self._number(heard) if not heard.matches and not heard.topic else None
        if number is None or not thread.sessions:
            return None
        at = number - 1 if number > 0 else len(thread.sessions) - 1
        if at >= len(thread.sessions):
            return None
        return _one(heard, thread, (thread.sessions[at],))

    def _number(self, heard: Heard) -> int | None:
        if heard.has("session", "what") and not heard.has("save", "it", "where", "when", "who"):
            return None
        if heard.has("last") and not heard.has("next"):
            return -1
        items = heard.setting.words.items(heard.tokens, (), lambda _: True)
        numbers = [item for item in items if item.kind in "on" and item.value in _ORDINALS]
        others = [item for item in items if item.kind not in "onpz,._aK"]
        alone = all(item in numbers or item.kind in ",." for item in items)
        ordinal = any(item.kind == "o" for item in numbers) and not (heard.time and heard.time.firm)
        if len(numbers) == 1 and (alone or (ordinal and len(others) <= _MOST_OTHERS)):
            return int(numbers[0].value)
        return None

    def _then(self, heard: Heard, thread: Query, now: datetime) -> Query | None:
        """After that: from the end of what was shown; the next after this one."""
        is_next = heard.has("next") and heard.has("it") and thread.sessions
        if not heard.has("then", "before_that") and not is_next:
            return None
        bound = self._end(thread, now)
        day = self._index.local(bound - timedelta(minutes=1)).date()
        start, end = bound, heard.setting.at(day, DAY_MINUTES)
        if heard.has("before_that"):
            first = self._sessions(thread)[:1]
            end = thread.when.start if thread.when else self._index.start(first[0]) if first else now
            start = heard.setting.at(self._index.local(end).date(), 0)
        if start >= end:
            start, end = end, end + timedelta(days=1)
        fields = filters_of(heard)
        update = {**fields.fields, "when": Interval(start=start, end=end), "starts_within": True, "relative": False}
        if heard.has("same_room") or thread.intent == "session":
            update["rooms"] = self._rooms(thread) if heard.has("same_room") else ()
        base = _as_list(thread)
        return base.model_copy(
            update={**update, "order": "next" if is_next else "time", "only": only(heard), "sessions": ()}
        )

    def _end(self, thread: Query, now: datetime) -> datetime:
        moment = thread.when is not None and thread.when.end - thread.when.start <= timedelta(minutes=1)
        shown = self._sessions(thread)
        if thread.when and not moment and thread.intent == "sessions" and thread.order == "time":
            return thread.when.end
        return self._index.end(shown[0]) if shown else thread.when.end if thread.when else now

    def _sessions(self, thread: Query) -> Sequence[Session]:
        found = (self._index.all_sessions.get(one) for one in thread.sessions)
        return [session for session in found if session and session.start]

    def _rooms(self, thread: Query) -> tuple[str, ...]:
        shown = self._sessions(thread)
        return thread.rooms or (shown[0].rooms[:1] if shown else ())

    def _about_it(self, heard: Heard, thread: Query) -> Query | None:
        """Where is that, when is it, who speaks, remind me of it."""
        asks = asked(heard)
        if heard.matches or heard.topic or not thread.sessions or not (asks or heard.has("save")):
            return None
        if heard.time and heard.time.is_named:
            return None
        if heard.has("session", "agenda", "exhibit", "what", "next") and not heard.has("it"):
            return None
        return _one(heard, thread, thread.sessions)

    def changed(self, heard: Heard, thread: Query) -> Query | None:
        """The thread's query with what the text changes; None where it stands by itself."""
        if thread.intent not in (*_LIST, "session") or not _goes_on(heard):
            return None
        filters = filters_of(heard)
        update: dict[str, Any] = {**filters.fields, "sessions": (), "asks": asked(heard), "only": only(heard)}
        if filters.topic:
            update["topic"] = filters.topic
            update["tracks"] = filters.fields.get("tracks", ())
            update["either"] = filters.fields.get("either", False)
        people = tuple(dict.fromkeys(one for match in heard.matches for one in match.ids("speaker")))
        if people and not filters.fields:
            return Query(language=thread.language, intent="speaker", speakers=people, asks=thread.asks)
        update |= self._moved(heard, thread)
        if heard.has("next"):
            update |= {"order": "next", "when": None, "starts_within": False}
        base = _as_list(thread) if thread.intent == "session" else thread
        changed = base.model_copy(update=update)
        return None if changed == base.model_copy(update={"sessions": (), "asks": changed.asks}) else changed

    def _moved(self, heard: Heard, thread: Query) -> dict[str, Any]:
        """The other slot of the time is kept: the clock where a day is said, the day where a clock is."""
        fields = when(heard)
        if not fields or heard.time is None:
            return {}
        if thread.when and not thread.relative and heard.time.fixed is None:
            start, end = self._index.local(thread.when.start), self._index.local(thread.when.end)
            if heard.time.stretch is None and heard.time.days and start.date() == (end - timedelta(minutes=1)).date():
                return {**fields, "when": _on_day(heard, start, end), "starts_within": thread.starts_within}
            if heard.time.days is None and heard.time.stretch:
                fields["when"] = heard.time.interval(heard.setting, _same_day(start, end))
        return {"order": "time", **fields}


def _on_day(heard: Heard, start: datetime, end: datetime) -> Interval:
    day = heard.time.days[0] if heard.time and heard.time.days else start.date()
    shift = day - start.date()
    return Interval(start=_shifted(start, shift), end=_shifted(end, shift))


def _shifted(moment: datetime, by: timedelta) -> datetime:
    """The same clock on another day."""
    return (moment.replace(tzinfo=None) + by).replace(tzinfo=moment.tzinfo)


def _same_day(start: datetime, end: datetime) -> date | None:
    return start.date() if start.date() == (end - timedelta(minutes=1)).date() else None


def _goes_on(heard: Heard) -> bool:
    """Whether the text begins as a follow-up does, or names nothing but what it changes."""
    starts = bool(heard.cues) and heard.cues[0].first == 0 and heard.cues[0].names & {"and_what", "only", "not"}
    if starts:
        return True
    own = heard.has("what", "when", "where", "who", "session", "happens", "agenda", "exhibit", "save", "help", "count")
    kinds = {name.kind for match in heard.matches for name in match.names}
    bare = not own and not heard.topic and kinds <= {*FILTERS}
    return bare and (bool(heard.matches) or heard.time is not None or heard.has("next", "only"))


def _as_list(thread: Query) -> Query:
    kept = {name: getattr(thread, name) for name in _KEPT if name != "when" or thread.intent != "session"}
    return Query(language=thread.language, intent="agenda" if thread.intent == "agenda" else "sessions", **kept)


def _one(heard: Heard, thread: Query, sessions: tuple[str, ...]) -> Query:
    asks = asked(heard)
    return Query(
        language=thread.language,
        intent="place" if asks == "where" else "session",
        asks=asks,
        sessions=sessions,
        action="save" if heard.has("save") else "",
    )
