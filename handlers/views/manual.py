"""Organisers' changes by hand: which session, what became of it, the dialogue of /add."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from telegram import InlineKeyboardButton

from bot.domain.alerts import news, told
from bot.domain.errors import PersonError
from bot.domain.keys import key
from bot.domain.localised import in_language
from bot.domain.models import Session
from bot.domain.orders import Draft
from bot.domain.programme import Index
from bot.services.manual import Ordered
from bot.texts import Texts
from handlers.organiser.buttons import AddSession, DropDraft, Pick, PickRoom
from handlers.views import when
from handlers.views.news import sentence
from handlers.views.reply import NO, YES, Reply, Row, button, clip, in_rows, keyboard, lines

_CHOICES: Final = 8
_ROOMS: Final = 40
_LABEL: Final = 40


def ordered(texts: Texts, index: Index, order: Ordered, now: datetime) -> Reply:
    """What an order came to, or which session it meant."""
    if order.choices:
        return _which(texts, index, order.choices, now)
    changes = order.outlook.changes
    if not changes or order.session is None:
        return Reply(texts("manual-same"))
    before = told(index, changes[0].before) if changes[0].before else None
    kinds = news(before, told(index, order.session))
    what = sentence(texts, index, order.session, before, kinds, now) if kinds else texts("manual-same")
    return Reply(lines(what, texts("changes-people", count=order.outlook.everybody)))


def _which(texts: Texts, index: Index, sessions: Sequence[Session], now: datetime) -> Reply:
    rows = [[button(_label(texts, index, one, now), Pick(key(one.id)))] for one in sessions[:_CHOICES]]
    return Reply(texts("answer-which"), keyboard([*rows, [_cancel(texts)]]))


def _label(texts: Texts, index: Index, session: Session, now: datetime) -> str:
    at = when.at(texts, index, session.start, now) if session.start else texts.plain("alert-no-time")
    return f"{clip(session.title, _LABEL)} · {at}"


def _cancel(texts: Texts) -> InlineKeyboardButton:
    return button(f"{NO} {texts.plain('button-cancel')}", DropDraft())


def step(texts: Texts, index: Index, draft: Draft, now: datetime) -> Reply:
    """The next thing to be asked of a session being added, or ✅ once all is known."""
    if not draft.title:
        return Reply(texts("manual-title"), keyboard([[_cancel(texts)]]))
    if draft.start is None:
        return Reply(texts("manual-time", title=draft.title), keyboard([[_cancel(texts)]]))
    if draft.room is None:
        return Reply(texts("manual-room", title=draft.title), keyboard([*_rooms(texts, index), [_cancel(texts)]]))
    room = index.rooms.get(draft.room)
    place = in_language(room.name, texts.language) if room else texts.plain("reminder-no-room")
    at = when.at(texts, index, draft.start, now)
    text = texts("manual-add", title=draft.title, at=at, room=place)
    return Reply(text, keyboard([[button(f"{YES} {texts.plain('button-add')}", AddSession())], [_cancel(texts)]]))


def unfit(texts: Texts, error: PersonError) -> Reply:
    """Why a text is no answer to what was asked; one may still leave it."""
    return Reply(texts(error.text_id, **error.arguments), keyboard([[_cancel(texts)]]))


def _rooms(texts: Texts, index: Index) -> list[Row]:
    rooms = [*index.rooms.values()][:_ROOMS]
    labels = [button(clip(in_language(one.name, texts.language), _LABEL), PickRoom(key(one.id))) for one in rooms]
    return in_rows([*labels, button(texts.plain("manual-without-room"), PickRoom(""))], 2)
