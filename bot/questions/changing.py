"""A text that changes the query before: keeps what it does not change."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.programme import Index
from bot.questions.filters import FILTERS, Filters, filters_of
from bot.questions.hearing import Heard
from bot.questions.model import Interval, Query
from bot.questions.pointing import LISTS, as_list
from bot.questions.wanted import DOES, asked, only, when


class Changing:
    """Joins a text to the query before it."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def query(self, heard: Heard, thread: Query) -> Query | None:
        """The thread's query with what the text changes; None where it stands by itself."""
        about_one = thread.intent in {"session", "place"} and bool(thread.sessions)
        begins = _begins(heard)
        if not (thread.intent in LISTS or about_one) or not (begins or _names_nothing(heard)):
            return None
        filters = filters_of(heard)
        if not (begins or _is_change(heard, filters)):
            return None
        update: dict[str, Any] = {**filters.fields, "sessions": (), "asks": asked(heard), "only": only(heard)}
        update["action"] = ""
        if filters.topic:
            update["topic"] = filters.topic
            update["tracks"] = filters.fields.get("tracks", ())
            update["either"] = filters.fields.get("either", False)
        people = tuple(dict.fromkeys(one for match in heard.matches for one in match.ids("speaker")))
        if people and not filters.fields:
            return Query(language=thread.language, intent="speaker", speakers=people, asks=thread.asks)
        update |= self._moved(heard, thread)
        if heard.has("same_track") and not filters.fields.get("tracks"):
            update |= {"tracks": self._tracks(thread), "either": False}
        if heard.has("same_room") and not filters.fields.get("rooms"):
            update["rooms"] = self._rooms(thread)
        if heard.has("next"):
            update |= {"order": "next", "when": None, "starts_within": False}
        base = as_list(thread)
        changed = base.model_copy(update=update)
        return None if changed == base.model_copy(update={"sessions": (), "asks": changed.asks}) else changed

    def _rooms(self, thread: Query) -> tuple[str, ...]:
        """Where the first that was shown is."""
        shown = self._index.all_sessions.get(thread.sessions[0]) if thread.sessions else None
        return thread.rooms or (shown.rooms[:1] if shown else ())

    def _tracks(self, thread: Query) -> tuple[str, ...]:
        """The track of the first that was shown."""
        shown = self._index.all_sessions.get(thread.sessions[0]) if thread.sessions else None
        return thread.tracks or ((shown.track,) if shown and shown.track else ())

    def _moved(self, heard: Heard, thread: Query) -> dict[str, Any]:
        """The other slot of the time is kept: the clock where a day is said, the day where a clock is."""
        fields = when(heard)
        if not fields or heard.time is None:
            return {}
        if thread.when and not thread.relative and heard.time.fixed is None:
            start, end = self._index.local(thread.when.start), self._index.local(thread.when.end)
            if heard.time.stretch is None and heard.time.days and start.date() == (end - timedelta(minutes=1)).date():
                return {
                    **fields,
                    "when": _on_day(heard, start, end),
                    "starts_within": thread.starts_within,
                    "lunch": thread.lunch,
                }
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


def _begins(heard: Heard) -> bool:
    """Whether the text begins as a follow-up does."""
    starts = bool(heard.cues) and heard.cues[0].first == 0 and heard.cues[0].names & {"and_what", "only", "not"}
    return bool(starts) or heard.has("same_track")


def _names_nothing(heard: Heard) -> bool:
    """Whether the text has no question word, and names nothing that is no filter."""
    if heard.has("what", "when", "where", "who", "session", "happens", "agenda", "exhibit", *DOES, "help", "count"):
        return False
    return {name.kind for match in heard.matches for name in match.names} <= FILTERS.keys()


def _is_change(heard: Heard, filters: Filters) -> bool:
    """Whether the text says nothing but what it changes."""
    changes = bool(filters.fields) or heard.time is not None or heard.has("next", "only", "same_room")
    return changes and not filters.topic
