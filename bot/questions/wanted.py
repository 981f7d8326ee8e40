"""Which side of the answer is wanted: where, how many, the first, the next, when."""

from typing import Any, Final

from bot.questions.hearing import Heard
from bot.questions.model import Action, Asks, Listed, Order

_ASKS: Final[dict[str, Asks]] = {
    "length": "length", "tongue": "language", "count": "count", "changes": "changes", "where": "where", "when": "when",
    "who": "who",
}  # fmt: skip

DOES: Final[tuple[Action, ...]] = ("silence", "remove", "save")
"""What may be done to a session."""

_LISTED: Final[tuple[Listed, ...]] = ("tracks", "rooms", "formats", "audiences")


def listed(heard: Heard) -> Listed:
    """Which kind of things the programme has is asked for: which tracks are there; "" for none."""
    kind: Listed = next((kind for kind in _LISTED if heard.has(kind)), "")
    return kind if heard.has("what", "count", "happens") or len(heard.cues) == 1 else ""


def action(heard: Heard) -> Action:
    """What is to be done to the sessions meant; "" where they are only asked about."""
    return next((done for done in DOES if done in heard.said), "")


def asked(heard: Heard) -> Asks:
    """Which side of the answer is asked for."""
    if (heard.has("when") and heard.has("ends")) or (heard.has("length") and only(heard)):
        return "ends"
    return next((asks for cue, asks in _ASKS.items() if cue in heard.said), "")


def order(heard: Heard) -> Order:
    """Whether what comes next is asked for."""
    return "next" if heard.has("next") and not (heard.time and heard.time.firm) else "time"


def only(heard: Heard) -> int:
    """Whether the first or the last session is asked for."""
    of_sessions = heard.has("session", "what", "when", "happens") or bool(heard.ids("format")) or _is_firm(heard)
    if not of_sessions or heard.has("next"):
        return 0
    if not heard.topic and not heard.ids("format"):
        if heard.has("length") and _is_firm(heard):
            return -1
        if heard.has("when") and heard.has("begins", "ends"):
            return 1 if heard.has("begins") else -1
    return 1 if heard.has("first") else -1 if heard.has("last") else 0


def _is_firm(heard: Heard) -> bool:
    """The last tonight."""
    return heard.time is not None and heard.time.is_named and not heard.topic


def when(heard: Heard) -> dict[str, Any]:
    """The query's fields about time."""
    if heard.time is None or not heard.time.is_named:
        return {}
    return {
        "when": heard.time.interval(heard.setting),
        "starts_within": heard.time.after,
        "lunch": heard.time.lunch,
        "relative": heard.time.fixed is not None,
    }
