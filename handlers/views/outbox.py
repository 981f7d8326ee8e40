"""Unasked messages, rendered when they are sent."""

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from bot.domain.keys import key
from bot.domain.outbox import Kind, Row
from bot.domain.programme import Index
from bot.texts import Markup, texts_in
from handlers.buttons import Silence, Where
from handlers.views import when
from handlers.views.reply import NO, WHERE, Reply, button, keyboard
from handlers.views.sessions import rooms_of

MEGAPHONE: Final = "📣"


def renderer(index: Callable[[], Index]) -> Callable[[Row, datetime], Reply | None]:
    """Renders a due row with the programme in force at that moment."""

    def render(row: Row, now: datetime) -> Reply | None:
        if row.kind is Kind.BROADCAST:
            return Reply(broadcast(row.html)) if row.html else None
        return reminder(index(), row, now)

    return render


def broadcast(text: str) -> Markup:
    """An organiser's HTML as it arrives."""
    return Markup(f"{MEGAPHONE} {text}")


def reminder(index: Index, row: Row, now: datetime) -> Reply | None:
    """A session is about to begin; None where it has moved, is off or gone."""
    session = index.all_sessions.get(row.subject)
    start = datetime.fromtimestamp(row.version, UTC)
    if session is None or session.cancelled or session.start != start:
        return None
    texts = texts_in(row.language)
    text = texts(
        "reminder",
        at=when.at(texts, index, start, now),
        room=rooms_of(texts, index, session) or texts.plain("reminder-no-room"),
        title=session.title,
    )
    its_key = key(session.id)
    where = [button(f"{WHERE} {texts.plain('button-where')}", Where(key(session.room)))] if session.room else []
    return Reply(text, keyboard([where, [button(f"{NO} {texts.plain('button-silence')}", Silence(its_key))]]))


def plain(text: str) -> str:
    """The words of Telegram's HTML, for when a server refuses the formatting."""
    return html.unescape(re.sub(r"<[^<>]*>", "", text))
