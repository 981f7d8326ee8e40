"""Alerts: one change or a digest of several, rendered from what the person was last told and what is so now."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple

from telegram import InlineKeyboardButton

from bot.domain.alerts import News, Told, news, told
from bot.domain.keys import key
from bot.domain.models import Session
from bot.domain.outbox import Parcel, Row
from bot.domain.programme import Index
from bot.texts import Markup, Texts, texts_in
from handlers.buttons import Alerts, Keep, Unsave
from handlers.views import when
from handlers.views.news import sentence
from handlers.views.reply import FOLLOW, NO, UNFOLLOW, YES, Reply, button, clip, fitting, keyboard, lines
from handlers.views.reply import Row as Buttons
from handlers.views.sessions import numbers, rooms_of, star, stars

_SHOWN: Final = 12
"""Changes in one digest."""

_INSTEAD: Final = 3
_TITLE: Final = 100


class _Piece(NamedTuple):
    """One change to tell."""

    row: Row
    session: Session
    before: Told | None
    kinds: Sequence[News]


def alert(index: Index, parcel: Parcel, now: datetime) -> tuple[Reply, Sequence[Row]] | None:
    """The message and the rows it tells; None where all of it was changed back."""
    texts = texts_in(parcel[0].language)
    pieces = sorted(_pieces(index, parcel), key=lambda piece: piece.session.start or datetime.max.replace(tzinfo=UTC))
    if not pieces:
        return None
    reply = _one(texts, index, pieces[0], now) if len(pieces) == 1 else _digest(texts, index, pieces, now)
    return reply, [piece.row for piece in pieces]


def _pieces(index: Index, parcel: Parcel) -> Iterator[_Piece]:
    for row in parcel:
        before = Told.model_validate_json(row.before) if row.before and row.before != "null" else None
        session = index.all_sessions.get(row.subject)
        kinds = news(before, told(index, session)) if session else []
        if session and kinds:
            yield _Piece(row, session, before, kinds)


def _one(texts: Texts, index: Index, piece: _Piece, now: datetime) -> Reply:
    session, text = piece.session, _text(texts, index, piece, now)
    if session.cancelled:
        return _cancelled(texts, index, session, text, now)
    if piece.row.reminder and piece.row.reminder > now.timestamp():
        due = datetime.fromtimestamp(piece.row.reminder, UTC)
        text = Markup(f"{text} {texts('alert-reminder', at=when.at(texts, index, due, now))}")
    return Reply(text, keyboard([_saving(texts, piece), _off(texts)]))


def _saving(texts: Texts, piece: _Piece) -> Buttons:
    if not piece.row.saved:
        return [star(piece.session, frozenset(), texts.plain("button-save"))]
    its_key = key(piece.session.id)
    return [
        button(f"{YES} {texts.plain('button-keep')}", Keep(its_key)),
        button(f"{NO} {texts.plain('button-remove')}", Unsave(its_key)),
    ]


def alerts_button(texts: Texts, *, on: bool) -> InlineKeyboardButton:
    """Switches alerts off where they are on, and on where they are off."""
    if on:
        return button(f"{UNFOLLOW} {texts.plain('button-no-alerts')}", Alerts(0, 1))
    return button(f"{FOLLOW} {texts.plain('button-alerts-again')}", Alerts(1, 1))


def _off(texts: Texts) -> Buttons:
    return [alerts_button(texts, on=True)]


def _cancelled(texts: Texts, index: Index, session: Session, text: Markup, now: datetime) -> Reply:
    """With what there is instead: its repeats, else what is nearest in its track."""
    repeats = [one for one in index.repeats(session) if index.start(one) > now]
    others = (repeats or _nearest(index, session, now))[:_INSTEAD]
    if not others:
        return Reply(text, keyboard([_off(texts)]))
    offered = [_offered(texts, index, other, number, now) for number, other in enumerate(others, 1)]
    body = lines(text, texts("alert-repeats" if repeats else "alert-same-track"), *offered)
    only = [[star(others[0], frozenset(), texts.plain("button-save"))]] if len(others) == 1 else []
    return Reply(body, keyboard([*(only or stars(others, frozenset())), _off(texts)]))


def _nearest(index: Index, session: Session, now: datetime) -> list[Session]:
    coming = [one for one in index.talks_of(session.track or "") if index.start(one) > now]
    wanted = session.start or now
    return sorted(sorted(coming, key=lambda one: abs(index.start(one) - wanted))[:_INSTEAD], key=index.start)


def _offered(texts: Texts, index: Index, session: Session, number: int, now: datetime) -> Markup:
    at = when.at(texts, index, index.start(session), now)
    what = {"at": at, "room": rooms_of(texts, index, session) or texts.plain("reminder-no-room")}
    return texts("alert-instead", number=number, title=clip(session.title, _TITLE), **what)


def _digest(texts: Texts, index: Index, pieces: Sequence[_Piece], now: datetime) -> Reply:
    new = all(piece.before is None for piece in pieces)
    head = texts("alert-digest-new" if new else "alert-digest", count=len(pieces))
    listed = fitting(
        [
            texts("alert-numbered", number=number, what=_text(texts, index, piece, now))
            for number, piece in enumerate(pieces[:_SHOWN], 1)
        ]
    )
    left = len(pieces) - len(listed)
    more = [texts("answer-more", count=left)] if left else []
    cards = numbers([piece.session for piece in pieces[: len(listed)]])
    return Reply("\n\n".join([head, *listed, *more]), keyboard([*cards, _off(texts)]))


def _text(texts: Texts, index: Index, piece: _Piece, now: datetime) -> Markup:
    return sentence(texts, index, piece.session, piece.before, piece.kinds, now)
