"""A text that points at what was shown: the second one, after that, where is it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.models import Session
from bot.domain.programme import Index
from bot.questions.clock import DAY_MINUTES
from bot.questions.filters import filters_of
from bot.questions.fold import fold
from bot.questions.hearing import Heard
from bot.questions.model import Intent, Interval, Query, Reading
from bot.questions.wanted import DOES, action, asked, only
from bot.questions.words import runs

_ORDINALS: Final = range(1, 51)
_MOST_OTHERS: Final = 2
_MOST_AT_ONCE: Final = 8

LISTS: Final = ("sessions", "agenda", "speaker")
"""The intents that are answered with a list of sessions."""


class Pointing:
    """Finds what is pointed at in the query before."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def query(self, heard: Heard, thread: Query, now: datetime) -> Query | None:
        """The query about what is pointed at; None where the text points at nothing."""
        if heard.has("more") and not heard.matches and not heard.topic and not heard.time:
            return thread
        return (
            self._exhibitor(heard, thread)
            or self._chosen(heard, thread)
            or self._then(heard, thread, now)
            or self._about_it(heard, thread)
        )

    def reading(self, heard: Heard, readings: Sequence[Reading]) -> Query | None:
        """The one of several readings that the text chooses: by its number, or by words of its label."""
        if not readings:
            return None
        number = self._number(heard)
        if number is not None and number <= len(readings):
            return readings[max(number - 1, -1)].query
        words = {token.folded for token in heard.tokens if token.shape == "word"}
        fitting = [one for one in readings if words and words <= set(runs(fold(one.label)))]
        return fitting[0].query if len(fitting) == 1 else None

    def _exhibitor(self, heard: Heard, thread: Query) -> Query | None:
        """The first exhibitor, where is it."""
        shown = thread.exhibitors
        if not shown or heard.matches or heard.topic:
            return None
        number = self._number(heard)
        if number is None and not (len(shown) == 1 and heard.has("where")):
            return None
        at = (number or 1) - 1 if (number or 1) > 0 else len(shown) - 1
        intent: Intent = "place" if asked(heard) == "where" else "exhibitors"
        return (
            Query(language=thread.language, intent=intent, exhibitors=shown[at : at + 1]) if at < len(shown) else None
        )

    def _chosen(self, heard: Heard, thread: Query) -> Query | None:
        """The second one, husk den første, 2; the list again where it is shorter."""
        shown = as_list(thread).sessions
        if several := self._several(heard, shown):
            return one(heard, thread, several).model_copy(update={"everyone": True})
        strange = heard.matches or (heard.topic and not heard.has("numbered"))
        number = None if strange else self._number(heard)
        if number is None or not shown:
            return None
        at = number - 1 if number > 0 else len(shown) - 1
        return one(heard, thread, (shown[at],)) if at < len(shown) else as_list(thread)

    def _several(self, heard: Heard, shown: Sequence[str]) -> tuple[str, ...]:
        """What is to be done to more than one: lagre 1 og 3, save them all."""
        if not action(heard) or heard.matches:
            return ()
        if heard.has("always") and not heard.topic and not heard.time:
            return tuple(shown) if len(shown) <= _MOST_AT_ONCE else ()
        items = heard.setting.words.items(heard.tokens, (), lambda _: True)
        said = [
            item
            for at, item in enumerate(items)
            if item.kind in "on" or (item.kind == "u" and items[at - 1].kind != "o")
        ]
        strange = set(heard.topic) - {
            at for item in items if item.kind in "onu&" for at in range(item.first, item.last)
        }
        numbers = dict.fromkeys(item.value for item in said if item.value in range(1, len(shown) + 1))
        sure = not strange and len(numbers) == len(said) > 1
        return tuple(shown[number - 1] for number in numbers) if sure else ()

    def _number(self, heard: Heard) -> int | None:
        if heard.has("session", "what") and not heard.has(*DOES, "it", "where", "when", "who"):
            return None
        if heard.has("last") and not heard.has("next"):
            return -1
        items = heard.setting.words.items(heard.tokens, (), lambda _: True)
        kinds = "onu" if heard.has("numbered") else "on"
        numbers = [item for item in items if item.kind in kinds and item.value in _ORDINALS]
        others = [item for item in items if item.kind not in f"{kinds}pz,._aK0"]
        alone = all(item in numbers or item.kind in ",." for item in items)
        ordinal = (heard.has("numbered") or any(item.kind == "o" for item in numbers)) and not (
            heard.time and heard.time.firm
        )
        if len(numbers) == 1 and (alone or (ordinal and len(others) <= _MOST_OTHERS)):
            return int(numbers[0].value)
        return None

    def _then(self, heard: Heard, thread: Query, now: datetime) -> Query | None:
        """After that: from the end of what was shown; the next after this one."""
        is_next = heard.has("next") and heard.has("it", "then") and thread.sessions
        if not heard.has("then", "before_that") and not is_next:
            return None
        bound = self._index.local(self._end(thread, now))
        day = (bound - timedelta(minutes=1)).date()
        start, end = bound, heard.setting.at(day, DAY_MINUTES)
        if heard.has("before_that"):
            first = self._sessions(thread)[:1]
            end = thread.when.start if thread.when else self._index.start(first[0]) if first else now
            end = self._index.local(end)
            start = heard.setting.at(end.date(), 0)
        if start >= end:
            start, end = end, end + timedelta(days=1)
        fields = filters_of(heard)
        update = {
            **fields.fields,
            "asks": asked(heard),
            "action": "",
            "when": Interval(start=start, end=end),
            "starts_within": True,
            "lunch": False,
            "relative": False,
        }
        if heard.has("same_room") or thread.intent == "session":
            update["rooms"] = self._rooms(thread) if heard.has("same_room") else ()
        return as_list(thread).model_copy(
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
        if heard.matches or heard.topic or not thread.sessions or (heard.time and heard.time.is_named):
            return None
        asks = asked(heard)
        told = heard.has("it") and heard.has("speak")
        if not (asks or told or action(heard)):
            return None
        own = ("session", "exhibit", "what", "next", *(() if action(heard) else ("agenda",)))
        if heard.has(*own) and not heard.has("it"):
            return None
        list_ = as_list(thread)
        return list_ if told and not asks and list_.speakers else one(heard, thread, thread.sessions)


def as_list(thread: Query) -> Query:
    """The list that a query about some of its sessions came from; a query for a list itself."""
    if thread.intent in LISTS:
        return thread
    return thread.origin or Query(language=thread.language, sessions=thread.sessions)


def one(heard: Heard, thread: Query, sessions: tuple[str, ...]) -> Query:
    """The query about some of the sessions shown; it keeps the list for what is asked next."""
    asks = asked(heard)
    return Query(
        language=thread.language,
        intent="place" if asks == "where" else "session",
        asks=asks,
        sessions=sessions,
        origin=thread if thread.intent in LISTS else thread.origin,
        action=action(heard),
    )
