"""What a text asks to be done rather than answered: follow a track, forget me, speak Danish, remind me earlier."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from bot.domain.localised import LANGUAGES
from bot.domain.programme import Index
from bot.questions.cues import Cue, cue_words
from bot.questions.hearing import Heard
from bot.questions.model import Action, Query
from bot.questions.spans import LEADS
from bot.questions.wordlist import VARIANTS

_ORDERS: Final[Mapping[str, Action]] = {
    "forget": "forget", "mydata": "mydata", "policy": "privacy", "settings": "settings", "reminders": "reminders",
    "reminders_off": "reminders_off", "reminders_on": "reminders_on", "alerts_off": "alerts_off",
    "alerts_on": "alerts_on",
}  # fmt: skip
_HARMLESS: Final = frozenset({"forget", "mydata", "privacy", "settings", "reminders"})
"""What only shows or asks may also answer how it is done."""

_FOLLOWING: Final[tuple[Action, ...]] = ("unfollow", "follow")
_QUESTION: Final = ("what", "when", "where", "who", "count", "happens")
_LONGEST_LEAD: Final = timedelta(days=1)
_MINUTE: Final = timedelta(minutes=1)


class Acting:
    """Knows the tracks of one programme."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def query(self, heard: Heard, thread: Query | None, language: str) -> Query | None:
        """The query with its action, about no session; None where the text asks for something else."""
        return self._order(heard, language) or _spoken(heard, language) or self._following(heard, thread, language)

    def _order(self, heard: Heard, language: str) -> Query | None:
        if heard.topic or heard.matches or heard.time or heard.has("it", *_QUESTION):
            return None
        action = next((action for cue, action in _ORDERS.items() if heard.has(cue)), None)
        if action and action not in _HARMLESS and heard.has("how"):
            action = "settings"
        return Query(language=language, intent="help", action=action) if action else None

    def _following(self, heard: Heard, thread: Query | None, language: str) -> Query | None:
        action = next((action for action in _FOLLOWING if heard.has(action)), None)
        strange = heard.topic or any(not match.ids("track") for match in heard.matches)
        if action is None or heard.time or heard.has(*_QUESTION) or (strange and action == "follow"):
            return None
        tracks = heard.ids("track")
        if not tracks and heard.has("it") and thread:
            tracks = thread.tracks or self._tracks(thread)
        return Query(language=language, intent="help", action=action, tracks=tracks)

    def _tracks(self, thread: Query) -> tuple[str, ...]:
        """The track of the one session that was shown."""
        shown = self._index.all_sessions.get(thread.sessions[0]) if len(thread.sessions) == 1 else None
        return (shown.track,) if shown and shown.track else ()


def _spoken(heard: Heard, language: str) -> Query | None:
    """Speak Norwegian, change language; one that the bot doesn't speak leaves the choice open."""
    cue = next((cue for cue in heard.cues if "speak_in" in cue.names), None)
    if cue is None or heard.matches or heard.time or heard.has(*_QUESTION, "session") or not _begins(heard, cue):
        return None
    asked_for = [_tongue(heard.tokens[at].plain) for at in (*heard.topic, *heard.person)]
    if not all(asked_for) or (not asked_for and cue.last - cue.first == 1):
        return None
    ours = tuple(code for code in asked_for if code in LANGUAGES)[:1]
    return Query(language=language, intent="help", action="language", languages=ours)


def _begins(heard: Heard, cue: Cue) -> bool:
    words = cue_words(heard.language)
    return all(words.is_stop(word) or not word.isalpha() for word in heard.meant[: cue.first])


def _tongue(word: str) -> str:
    """The code of a language by its name in any of ours; "" for no language."""
    return next((code for one in VARIANTS if (code := cue_words(one).tongues.get(word))), "")


def lead_of(heard: Heard) -> tuple[int, range] | None:
    """How many minutes before a session a reminder is asked for, and the tokens that say so: an hour before."""
    if not heard.has("save", "reminders"):
        return None
    items = LEADS.rewrite(heard.setting.words.items(heard.tokens, (), lambda _: True), heard.setting)
    for at, item in enumerate(items):
        if item.kind != "S" or not timedelta() < item.value.length <= _LONGEST_LEAD:
            continue
        following = items[at + 1] if at + 1 < len(items) else None
        beyond = items[at + 2].kind if at + 2 < len(items) else ""
        ahead = next((cue.last for cue in heard.cues if "ahead" in cue.names and cue.first == item.last), 0)
        if following and following.kind == "b" and beyond not in {*"CPDnu"}:
            ahead = following.last
        if ahead:
            return int(item.value.length / _MINUTE), range(item.first, ahead)
    return None
