"""An attendee's favourites in time order, and where they clash."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.models import Session
from bot.domain.programme import Index


def agenda(index: Index, session_ids: Iterable[str]) -> Sequence[Session]:
    """The saved sessions: those that are on in time order, then the cancelled, then those that have no time."""
    saved = set(session_ids)
    on = [session for session in index.sessions if session.id in saved]
    off = [session for session in index.all_sessions.values() if session.id in saved and not _is_on(session)]
    cancelled = sorted((session for session in off if session.start), key=index.start)
    return [*on, *cancelled, *(session for session in off if not session.start)]


def clashing(session: Session, others: Iterable[Session]) -> list[Session]:
    """Those of the others that run at some time while the session does; none where it is not on."""
    if not _is_on(session):
        return []
    start, end = Index.start(session), Index.end(session)
    return [
        other
        for other in others
        if other.id != session.id and _is_on(other) and Index.start(other) < end and start < Index.end(other)
    ]


def free_repeat(index: Index, session: Session, saved: Iterable[Session], now: datetime) -> Session | None:
    """The next other occurrence of a session that is still to come and clashes with nothing else saved."""
    others = [other for other in saved if other.id != session.id]
    ahead = (one for one in index.repeats(session) if index.start(one) > now)
    return next((one for one in ahead if not clashing(one, others)), None)


def _is_on(session: Session) -> bool:
    return session.start is not None and not session.cancelled
