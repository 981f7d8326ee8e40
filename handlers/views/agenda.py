"""The agenda: saved sessions by day, clashes marked."""

from collections.abc import Container, Sequence
from datetime import datetime

from bot.domain.agenda import clashing, free_repeat
from bot.domain.models import Session
from bot.domain.programme import Index
from bot.texts import Texts
from handlers.buttons import Agenda
from handlers.views import when
from handlers.views.reply import BACK, ON, Reply, button, dotted, keyboard
from handlers.views.sessions import SHOWN, listing, numbers, stars


def agenda(
    texts: Texts,
    index: Index,
    sessions: Sequence[Session],
    missed: Container[str],
    username: str,
    now: datetime,
    page: int,
) -> Reply:
    """One page of the agenda; `missed` are the ids of sessions whose reminder did not get out."""

    def notes(session: Session) -> str:
        clash = texts("agenda-clash") if clashing(session, sessions) else ""
        other = free_repeat(index, session, sessions, now) if clash else None
        repeat = texts("agenda-repeat", at=when.at(texts, index, index.start(other), now)) if other else ""
        return dotted(clash, repeat, texts("agenda-missed") if session.id in missed else "")

    if not sessions:
        return Reply(texts("agenda-empty"))
    last = (len(sessions) - 1) // SHOWN
    page = min(max(page, 0), last)
    first = page * SHOWN
    shown = sessions[first : first + SHOWN]
    head = texts("agenda-heading", count=len(sessions))
    body = listing(texts, index, shown, username, now=now, first=first + 1, notes=notes)
    turns = [button(BACK, Agenda(page - 1))] if page else []
    turns += [button(ON, Agenda(page + 1))] if page < last else []
    saved = frozenset(one.id for one in sessions)
    rows = [*stars(shown, saved, first + 1), *numbers(shown, first + 1), turns]
    return Reply(f"{head}\n\n{body}", keyboard(rows))
