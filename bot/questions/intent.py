"""What a text asks for, by its question word and by what was found in it."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from bot.domain.programme import Index
from bot.questions.beside import Beside
from bot.questions.filters import Filters, filters_of
from bot.questions.hearing import Heard
from bot.questions.matching import Match
from bot.questions.model import Interval, Query, Smalltalk
from bot.questions.names import compact
from bot.questions.practical import Practicals
from bot.questions.titles import Titles
from bot.questions.topics import TITLE, Topics
from bot.questions.wanted import DOES, action, asked, listed, only, order, when

_SMALLTALK: Final[dict[str, Smalltalk]] = {
    "whoami": "who", "thanks": "thanks", "hello": "hello", "bye": "bye", "ok": "ok",
}  # fmt: skip
_CANCELLED: Final = "avlyst"
"""The glossary's concept: programmes that cannot mark a session as cancelled write it into the title."""

Decision = Callable[[Heard, Filters, dict[str, Any]], Query | None]


class Intents:
    """Decides with what one programme has."""

    def __init__(self, index: Index, topics: Topics, exhibitors: Topics, titles: Titles) -> None:
        self._index = index
        self._topics = topics
        self._exhibitors = exhibitors
        self._exhibitor_ids = tuple(index.exhibitors)
        self._titles = titles
        self._has_cancelled = any(session.cancelled for session in index.all_sessions.values())
        self._practicals = Practicals(index)
        self._beside = Beside(index, titles)

    def query(self, heard: Heard, language: str) -> Query:
        """The query of a text that stands by itself."""
        filters = filters_of(heard)
        common = {"language": language, "asks": asked(heard)}
        for decide in self._decisions():
            query = decide(heard, filters, common)
            if query:
                return query
        return Query(language=language, intent="unknown", topic=filters.topic)

    def _decisions(self) -> Sequence[Decision]:
        # Not kept: an attribute of methods is a cycle, and would keep a replaced programme in memory.
        return (
            self._smalltalk, self._help, self._listed, self._agenda, self._around, self._title, self._practical,
            self._speaker, self._place, self._exhibition, self._taking_out, self._sessions,
        )  # fmt: skip

    def _smalltalk(self, heard: Heard, _: Filters, common: dict[str, Any]) -> Query | None:
        if heard.matches or heard.topic or heard.time:
            return None
        kind = next((kind for cue, kind in _SMALLTALK.items() if heard.has(cue)), None)
        other = any(cue.names.isdisjoint((*_SMALLTALK, "it", "and_what")) for cue in heard.cues)
        return Query(language=common["language"], intent="smalltalk", smalltalk=kind) if kind and not other else None

    def _help(self, heard: Heard, _: Filters, common: dict[str, Any]) -> Query | None:
        how = heard.has("how") and heard.has(*DOES, "follow") and not heard.has("it")
        if (heard.has("help") or how) and not heard.matches and not heard.topic:
            return Query(language=common["language"], intent="help")
        return None

    def _listed(self, heard: Heard, _: Filters, common: dict[str, Any]) -> Query | None:
        """Which tracks are there; what has changed, of which a person hears without asking."""
        if heard.matches or heard.topic or heard.time:
            return None
        kind = listed(heard)
        told = common["asks"] == "changes" and not heard.has("it", "my", "cancelled")
        return Query(intent="help", listed=kind, **common) if kind or told else None

    def _agenda(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        mine = heard.has("agenda") or (heard.has("my") and heard.has("session", "next", "first", "last"))
        if not mine or heard.has(*DOES) or filters.fields.get("free"):
            return None
        fields = {**common, **filters.fields, "topic": "" if filters.fields.get("either") else filters.topic}
        query = Query(intent="agenda", order=order(heard), only=only(heard), **fields, **when(heard))
        whole = query == Query(intent="agenda", **common)
        return query.model_copy(update={"action": "agenda"}) if whole else query

    def _around(self, heard: Heard, _: Filters, common: dict[str, Any]) -> Query | None:
        beside = None if heard.has(*DOES) else self._beside.query(heard, common["language"])
        return None if beside and self._titles.whole([token.text for token in heard.tokens]) else beside

    def _title(self, heard: Heard, _: Filters, common: dict[str, Any]) -> Query | None:
        texts = [token.text for token in heard.tokens]
        found = self._titles.whole(texts) or self._titles.within(texts, heard.cues)
        if not found:
            return None
        found, time = self._then(heard, found)
        intent = "place" if common["asks"] == "where" else "session"
        return Query(intent=intent, action=action(heard), sessions=found, **common, **time)

    def _then(self, heard: Heard, sessions: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, Any]]:
        """Those of several occurrences that are on when the text says, and that time, unless the title says it."""
        time = when(heard)
        if not time or compact(heard.text(heard.time.used if heard.time else ())) in self._titles.key(sessions[0]):
            return sessions, {}
        then = tuple(one for one in sessions if self._is_on(one, time["when"]))
        return then or sessions, time if then else {}

    def _is_on(self, session: str, when_: Interval) -> bool:
        found = self._index.all_sessions[session]
        return found.start is not None and found.start < when_.end and self._index.end(found) > when_.start

    def _practical(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        if filters.fields.keys() & {"rooms", "tracks", "audiences"} or heard.has("exhibit"):
            return None
        found = self._practicals.find(heard)
        if found is None or (heard.has("about") and self._topics.search(filters.topic, common["language"])):
            return None
        if found == "" and self._is_titled(filters.topic, common["language"]):
            return None
        if not found:
            return Query(intent="unknown", topic=filters.topic, **common)
        return Query(intent="practical", practical=found, **common, **when(heard))

    def _speaker(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        people = tuple(dict.fromkeys(person for match in heard.matches for person in match.ids("speaker")))
        people = tuple(p for p in people if not any(p in m.ids("speaker") and _is_place(m) for m in heard.matches))
        if not people and not heard.person:
            return None
        spans = [match.ids("speaker") for match in heard.matches if match.ids("speaker")]
        everyone = len(spans) > 1 and all(len(ids) == 1 for ids in spans)
        name = "" if people else heard.text(heard.person)
        known = not heard.has("speak") or self._topics.is_concept(name)
        if name and known and self._topics.search(name, common["language"]):
            return Query(intent="sessions", topic=name, **common, **_without(filters, "either"), **when(heard))
        return Query(
            intent="speaker", speakers=people, everyone=everyone, topic=name or _own_topic(filters),
            order=order(heard), only=only(heard), **common, **_without(filters, "either"), **when(heard),
        )  # fmt: skip

    def _place(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        stands = heard.ids("stand")
        exhibitors = heard.ids("exhibitor")
        rooms = filters.fields.get("rooms", ())
        where = common["asks"] == "where"
        if where and (rooms or stands or exhibitors) and not heard.has("session"):
            return Query(intent="place", rooms=rooms, stands=stands, exhibitors=exhibitors, **common)
        if stands and not heard.topic:
            return Query(intent="place", stands=stands, **common)
        return None

    def _exhibition(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        found = heard.ids("exhibitor")
        asked_for = heard.has("exhibit")
        if found and not filters.fields and not heard.time:
            return Query(intent="exhibitors", exhibitors=found, **common)
        if not asked_for or heard.has("session"):
            return None
        topic = heard.text([*heard.topic, *(at for m in heard.matches for at in range(m.first, m.last))])
        named = heard.ids("exhibitor") or (self._offering(topic, common["language"]) if topic else ())
        ids = named if topic else self._exhibitor_ids
        return Query(intent="exhibitors", exhibitors=ids, topic=topic, **common)

    def _offering(self, topic: str, language: str, *, any_word: bool = True) -> tuple[str, ...]:
        scores = self._exhibitors.search(topic, language, any_word=any_word)
        ranked = sorted(scores, key=lambda position: -scores[position])
        return tuple(self._exhibitor_ids[position] for position in ranked)

    def _taking_out(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        """Something is to be done to nobody knows what: out of all that is saved the person can choose."""
        told = heard.has(*DOES) and heard.has("it", "agenda") and not filters.topic and not filters.fields
        if told and not heard.has("remove", "silence"):
            return Query(language=common["language"], intent="help")
        return Query(intent="agenda", action="agenda", **common) if told else None

    def _sessions(self, heard: Heard, filters: Filters, common: dict[str, Any]) -> Query | None:
        cancelled = {"cancelled": True} if heard.has("cancelled") and not filters.topic else {}
        if cancelled and not self._has_cancelled and self._is_titled(_CANCELLED, common["language"]):
            return Query(intent="sessions", topic=_CANCELLED, **common, **filters.fields, **when(heard))
        fields = {**filters.fields, **when(heard), **cancelled}
        named = [at for m in heard.matches if m.ids("exhibitor") for at in range(m.first, m.last)]
        words = heard.text([*heard.topic, *named]) if named else filters.topic
        topic = self._topic(heard, words, common["language"])
        query = Query(intent="sessions", topic=topic, order=order(heard), only=only(heard), **common, **fields)
        said = fields or query.order == "next" or query.only
        if said or (not topic and heard.has("session") and query.asks != "changes"):
            return query
        if topic and self._is_about(query, heard):
            return query if self._topics.search(query.topic, query.language) else self._offered(query) or query
        return None

    def _topic(self, heard: Heard, topic: str, language: str) -> str:
        """What stands after "about", where no session is about all that was said."""
        about = max((cue.last for cue in heard.cues if "about" in cue.names), default=0)
        after = heard.text([at for at in heard.topic if at >= about]) if about else ""
        return topic if not after or self._topics.search(topic, language) else after

    def _is_titled(self, topic: str, language: str) -> bool:
        """Whether any session is about it by its title."""
        return any(score >= TITLE for score in self._topics.search(topic, language).values())

    def _offered(self, query: Query) -> Query | None:
        """What no session is about but an exhibitor offers."""
        ids = self._offering(query.topic, query.language, any_word=False)
        return Query(language=query.language, intent="exhibitors", exhibitors=ids, topic=query.topic) if ids else None

    def _is_about(self, query: Query, heard: Heard) -> bool:
        known = self._topics.is_concept(query.topic) or bool(self._topics.search(query.topic, query.language))
        return known or heard.has("what", "session", "about", "when", "happens", "who")


def _is_place(match: Match) -> bool:
    return any(match.ids(kind) for kind in ("room", "track", "format", "audience"))


def _own_topic(filters: Filters) -> str:
    return "" if filters.fields.get("either") else filters.topic


def _without(filters: Filters, *names: str) -> dict[str, Any]:
    return {name: value for name, value in filters.fields.items() if name not in names}
