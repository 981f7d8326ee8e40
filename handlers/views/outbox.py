"""Unasked messages, rendered when they are sent."""

import html
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from bot.domain.keys import key
from bot.domain.models import Session
from bot.domain.notices import Conflict, read_notice
from bot.domain.outbox import Kind, Parcel, Row, TooEarlyError
from bot.domain.programme import NOTHING, Index
from bot.services.programme import InForce
from bot.texts import Markup, Texts, texts_in
from handlers.buttons import Silence, Where
from handlers.views import when
from handlers.views.alerts import alert
from handlers.views.inbox import answered
from handlers.views.notices import notice
from handlers.views.reply import NO, WHERE, Reply, button, clip, keyboard, lines
from handlers.views.reply import Row as Buttons
from handlers.views.sessions import name_of, rooms_of

MEGAPHONE: Final = "📣"
_LABEL: Final = 30
_TITLE: Final = 100
_ROOMS: Final = 60


Rendered = tuple[Reply, Sequence[Row]]
"""A message, and the rows it tells; the others have become pointless."""


def renderer(in_force: Callable[[], InForce]) -> Callable[[Parcel, datetime], Rendered | None]:
    """Renders due rows with the programme in force at that moment; raises TooEarlyError while that isn't in memory."""

    def render(parcel: Parcel, now: datetime) -> Rendered | None:
        if parcel[0].kind is Kind.BROADCAST:
            html = parcel[0].html
            return (Reply(broadcast(html)), parcel) if html else None
        if parcel[0].kind is Kind.ANSWER:
            return _answer(parcel)
        if parcel[0].kind is Kind.NOTICE:
            return _notice(parcel, in_force, now)
        current = in_force()
        if any(_is_of_another(row, current.version) for row in parcel):
            raise TooEarlyError
        if parcel[0].kind is Kind.ALERT:
            return alert(current.index, parcel, now)
        return reminder(current.index, parcel, now)

    return render


def _is_of_another(row: Row, version: int) -> bool:
    """Whether it was claimed under a programme to come; an alert under a past one is told with what changed since."""
    return row.programme != version if row.kind is Kind.ALERT else bool(row.programme and row.programme > version)


def _answer(parcel: Parcel) -> Rendered | None:
    row = parcel[0]
    return (answered(texts_in(row.language), row.question, row.html), parcel) if row.html and row.question else None


def _notice(parcel: Parcel, in_force: Callable[[], InForce], now: datetime) -> Rendered | None:
    row = parcel[0]
    if row.notice is None:
        return None
    told = read_notice(row.notice)
    # That a source fails is told where there is no programme yet, too.
    index = in_force().index if isinstance(told, Conflict) else NOTHING
    return notice(texts_in(row.language), index, told, now), parcel


def broadcast(text: str) -> Markup:
    """An organiser's HTML as it arrives."""
    return Markup(f"{MEGAPHONE} {text}")


def reminder(index: Index, parcel: Parcel, now: datetime) -> Rendered | None:
    """Sessions are about to begin; None where all have moved, are off or gone."""
    texts = texts_in(parcel[0].language)
    due = [(row, session) for row in parcel if (session := _still_on(index, row))]
    if not due:
        return None
    text = lines(*(_reminder(texts, index, session, now, whole=len(due) == 1) for _, session in due))
    rows = _alone(texts, due[0][1]) if len(due) == 1 else [_among(texts, index, session) for _, session in due]
    return Reply(text, keyboard(rows)), [row for row, _ in due]


def _still_on(index: Index, row: Row) -> Session | None:
    session = index.all_sessions.get(row.subject)
    start = datetime.fromtimestamp(row.version, UTC)
    return session if session and not session.cancelled and session.start == start else None


def _reminder(texts: Texts, index: Index, session: Session, now: datetime, *, whole: bool) -> Markup:
    room, title = rooms_of(texts, index, session) or texts.plain("reminder-no-room"), session.title
    return texts(
        "reminder",
        at=when.at(texts, index, index.start(session), now),
        room=room if whole else clip(room, _ROOMS),
        title=title if whole else clip(title, _TITLE),
    )


def _alone(texts: Texts, session: Session) -> list[Buttons]:
    where = [button(f"{WHERE} {texts.plain('button-where')}", Where(key(session.room)))] if session.room else []
    return [where, [button(f"{NO} {texts.plain('button-silence')}", Silence(key(session.id)))]]


def _among(texts: Texts, index: Index, session: Session) -> Buttons:
    room = clip(name_of(index.rooms, session.room, texts), _LABEL)
    where = [button(f"{WHERE} {room}", Where(key(session.room)))] if session.room else []
    return [*where, button(f"{NO} {clip(session.title, _LABEL)}", Silence(key(session.id)))]


def plain(text: str) -> str:
    """The words of Telegram's HTML, for when a server refuses the formatting."""
    return html.unescape(re.sub(r"<[^<>]*>", "", text))
