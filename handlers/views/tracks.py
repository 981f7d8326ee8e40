"""The tracks, each to follow or to follow no more."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from bot.domain.localised import in_language
from bot.domain.models import Track
from bot.domain.programme import Index
from bot.texts import Texts
from handlers.buttons import Tracks
from handlers.views.cards import follow_button
from handlers.views.reply import BACK, ON, Reply, button, keyboard, lines

SHOWN: Final = 8


def tracks(texts: Texts, index: Index, followed: frozenset[str], page: int) -> Reply:
    """One page of the tracks."""
    everything = list(index.tracks.values())
    if not everything:
        return Reply(texts("tracks-none"))
    last = (len(everything) - 1) // SHOWN
    page = min(max(page, 0), last)
    shown = everything[page * SHOWN : (page + 1) * SHOWN]
    turns = [button(BACK, Tracks(page - 1))] if page else []
    turns += [button(ON, Tracks(page + 1))] if page < last else []
    rows = [*([follow_button(texts, track, followed)] for track in shown), turns]
    return Reply(_text(texts, index, shown), keyboard(rows))


def _text(texts: Texts, index: Index, shown: Sequence[Track]) -> str:
    sizes = Counter(session.track for session in index.sessions)
    names = (texts("tracks-track", name=in_language(t.name, texts.language), count=sizes[t.id]) for t in shown)
    return f"{texts('tracks-heading')}\n\n{lines(*names)}"
