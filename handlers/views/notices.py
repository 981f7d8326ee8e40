"""What organisers are told unasked about the programme's source."""

from datetime import datetime
from typing import Final

from bot.domain.edits import Edit, with_value
from bot.domain.models import Session
from bot.domain.notices import Conflict, Notice, SourceFails, SourceWorks
from bot.domain.programme import Index
from bot.services.uploads import Proposed
from bot.texts import Texts
from handlers.organiser.buttons import KeepMine, TakeTheirs
from handlers.views import when
from handlers.views.changes import proposal
from handlers.views.reply import NO, YES, Reply, button, clip, keyboard
from handlers.views.sessions import rooms_of

_SOURCE: Final = 100


def notice(texts: Texts, index: Index, told: Notice, now: datetime) -> Reply:
    """One of them."""
    if isinstance(told, SourceFails):
        return Reply(texts("source-fails", source=_short(told.source), reason=told.reason))
    if isinstance(told, SourceWorks):
        return Reply(texts("source-works", source=_short(told.source)))
    if isinstance(told, Conflict):
        return conflict(texts, index, told.edit, now)
    return proposal(texts, Proposed(told.number, told.sessions, told.excerpt), _short(told.source), now)


def _short(source: str) -> str:
    # What follows ? in an address may be a secret.
    return clip(source.split("?", maxsplit=1)[0].rsplit("/", maxsplit=1)[-1] or source, _SOURCE)


def conflict(texts: Texts, index: Index, edit: Edit, now: datetime) -> Reply:
    """The source has changed what an organiser had: which is to hold."""
    session = index.all_sessions.get(edit.session_id)
    if session is None or edit.offered is None:
        return Reply(texts("error-session-gone"))
    theirs = with_value(session, edit.field, edit.offered)
    text = texts(
        "conflict", title=session.title, mine=_said(texts, index, session, now), theirs=_said(texts, index, theirs, now)
    )
    rows = [
        [button(f"{YES} {texts.plain('button-keep-mine')}", KeepMine(edit.id))],
        [button(f"{NO} {texts.plain('button-take-theirs')}", TakeTheirs(edit.id))],
    ]
    return Reply(text, keyboard(rows))


def _said(texts: Texts, index: Index, session: Session, now: datetime) -> str:
    if session.cancelled:
        return texts.plain("conflict-cancelled")
    at = when.at(texts, index, session.start, now) if session.start else texts.plain("alert-no-time")
    return f"{at} · {rooms_of(texts, index, session) or texts.plain('reminder-no-room')}"
