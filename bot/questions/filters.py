"""From what was heard to the filters of a query, and what to leave out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.questions.cues import cue_words
from bot.questions.hearing import Heard
from bot.questions.matching import Match
from bot.questions.topics import is_conjunction

FILTERS: Final = {"room": "rooms", "track": "tracks", "format": "formats", "audience": "audiences"}
"""The query's field for each kind of name."""

_SHORT: Final = 30
"""Minutes that a short session lasts at most."""

_LONG: Final = 60
"""Minutes that a long one lasts at least."""

_REACH: Final = 4
"""How many words after "not" it still speaks of."""


@dataclass(slots=True)
class Filters:
    """The query's fields that filter, and the topic that is left."""

    fields: dict[str, Any] = field(default_factory=dict)
    topic: str = ""

    def add(self, name: str, ids: Sequence[str]) -> None:
        """Make the ids alternatives within one filter."""
        self.fields[name] = tuple(dict.fromkeys((*self.fields.get(name, ()), *ids)))


def filters_of(heard: Heard) -> Filters:
    """All the filters that were said."""
    found = Filters()
    topic = [at for at in heard.topic if not _add_language(found, heard, at)]
    out = [at for at in topic if _is_negated(heard, at)]
    left = [at for at in topic if at not in out]
    found.topic = heard.text(_with_conjunctions(heard, left))
    if out:
        found.fields["without_topic"] = heard.text(out)
    for match in heard.matches:
        _add_match(found, heard, match)
    if heard.time and heard.time.lengths:
        found.fields |= heard.time.lengths
    elif _is_of_sessions(heard, "short"):
        found.fields["at_most"] = _SHORT
    elif _is_of_sessions(heard, "long"):
        found.fields["at_least"] = _LONG
    if heard.has("free"):
        found.fields["free"] = True
    return found


def _is_of_sessions(heard: Heard, length: str) -> bool:
    """Something short, short talks; but not short films, nor "in short about"."""
    cue = next((cue for cue in heard.cues if length in cue.names), None)
    if cue is None or cue.last in heard.topic:
        return False
    return cue.first > 0 or not any("about" in other.names and other.first == cue.last for other in heard.cues)


def _add_match(found: Filters, heard: Heard, match: Match) -> None:
    kind = next((kind for kind in FILTERS if match.ids(kind)), None)
    if kind is None:
        return
    name = FILTERS[kind]
    if name != "audiences" and _is_negated(heard, match.first):
        found.add(f"without_{name}", match.ids(kind))
        return
    if kind == "format" and _is_verb(heard, match):
        return
    if kind == "format" and heard.has("next", "first", "last", "it") and _is_any_session(heard, match):
        return
    found.add(name, match.ids(kind))
    if kind == "track" and not any(one.said for one in match.names if one.kind == "track") and not found.topic:
        found.fields["either"] = True
        found.topic = heard.text(range(match.first, match.last))


def _is_verb(heard: Heard, match: Match) -> bool:
    """Who talks about it: no filter for talks."""
    asking = any("who" in cue.names and cue.last == match.first for cue in heard.cues)
    return asking and _is_any_session(heard, match)


def _is_any_session(heard: Heard, match: Match) -> bool:
    """The next talk, neste foredrag: where order is asked for, the commonest word for a session means any."""
    return match.last - match.first == 1 and cue_words(heard.language).is_session(heard.meant[match.first])


def _with_conjunctions(heard: Heard, topic: Sequence[int]) -> list[int]:
    """Energy and climate: the "and" between two words of the topic says that either will do."""
    between = [at + 1 for at in topic if at + 2 in topic and is_conjunction(heard.tokens[at + 1].folded)]
    return sorted((*topic, *between))


def _add_language(found: Filters, heard: Heard, at: int) -> bool:
    """På engelsk, English talks, only Swedish; but not the Norwegian municipalities."""
    code = cue_words(heard.language).tongues.get(heard.meant[at])
    if code is None:
        return False
    before = heard.tokens[at - 1].plain if at else ""
    following = any(cue.first == at + 1 and "session" in cue.names for cue in heard.cues)
    following = following or any(match.first == at + 1 and match.ids("format") for match in heard.matches)
    alone = len(heard.topic) == 1 and (at == 0 or heard.has("only", "not"))
    joined = at > 1 and is_conjunction(before) and heard.meant[at - 2] in cue_words(heard.language).tongues
    if not (before in {"på", "in", "pa"} or joined or following or alone):
        return False
    found.add("without_languages" if _is_negated(heard, at) else "languages", (code,))
    return True


def _is_negated(heard: Heard, at: int) -> bool:
    """Whether a "not" speaks of it: the first name after it, and those joined to that by "and" or "or"."""
    for cue in heard.cues:
        if "not" in cue.names and "free" not in cue.names and 0 <= at - cue.last < _REACH:
            named = {one for match in heard.matches for one in range(match.first, match.last)} | set(heard.topic)
            first = min((one for one in named if one >= cue.last), default=at)
            between = [heard.tokens[one].folded for one in range(cue.last, at) if one not in named]
            if at == first or any(is_conjunction(word) or word == "," for word in between) or _is_one(heard, first, at):
                return True
    return False


def _is_one(heard: Heard, first: int, at: int) -> bool:
    """Whether all between belongs to one topic."""
    return all(one in heard.topic for one in range(first, at + 1))
