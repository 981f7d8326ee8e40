"""From what was heard to the filters of a query, and what to leave out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from bot.questions.cues import cue_words
from bot.questions.hearing import Heard
from bot.questions.matching import Match

FILTERS: Final = {"room": "rooms", "track": "tracks", "format": "formats", "audience": "audiences"}
"""The query's field for each kind of name."""

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
    topic = list(heard.topic)
    for match in heard.matches:
        _add_match(found, heard, match)
    topic = [at for at in topic if not _add_language(found, heard, at)]
    _split_topic(found, heard, topic)
    if heard.time and heard.time.lengths:
        found.fields |= heard.time.lengths
    if heard.has("free"):
        found.fields["free"] = True
    return found


def _add_match(found: Filters, heard: Heard, match: Match) -> None:
    kind = next((kind for kind in FILTERS if match.ids(kind)), None)
    if kind is None:
        return
    name = FILTERS[kind]
    if name != "audiences" and _is_negated(heard, match.first):
        found.add(f"without_{name}", match.ids(kind))
        return
    found.add(name, match.ids(kind))
    if kind == "track" and not any(one.said for one in match.names if one.kind == "track") and not heard.topic:
        found.fields["either"] = True
        found.topic = heard.text(range(match.first, match.last))


def _add_language(found: Filters, heard: Heard, at: int) -> bool:
    """På engelsk, English talks, only Swedish; but not the Norwegian municipalities."""
    code = cue_words(heard.language).tongues.get(heard.meant[at])
    if code is None:
        return False
    before = heard.tokens[at - 1].plain if at else ""
    following = any(cue.first == at + 1 and "session" in cue.names for cue in heard.cues)
    following = following or any(match.first == at + 1 and match.ids("format") for match in heard.matches)
    alone = len(heard.topic) == 1 and (at == 0 or heard.has("only", "not"))
    if not (before in {"på", "in", "pa"} or following or alone):
        return False
    found.add("without_languages" if _is_negated(heard, at) else "languages", (code,))
    return True


def _split_topic(found: Filters, heard: Heard, topic: Sequence[int]) -> None:
    out = [at for at in topic if _is_negated(heard, at)]
    left = [at for at in topic if at not in out]
    if out:
        found.fields["without_topic"] = heard.text(out)
    if left:
        found.topic = heard.text(left)
        found.fields.pop("either", None)


def _is_negated(heard: Heard, at: int) -> bool:
    return any("not" in cue.names and "free" not in cue.names and 0 <= at - cue.last < _REACH for cue in heard.cues)
