"""An attendee's favourites in time order, and where they clash."""

from collections.abc import Iterable, Sequence

from bot.domain.models import Session
from bot.domain.programme import Index


def agenda(index: Index, session_ids: Iterable[str]) -> Sequence[Session]:
    """The saved sessions that are scheduled and on, in time order."""
    saved = set(session_ids)
    return [session for session in index.sessions if session.id in saved]


def clashing(session: Session, others: Iterable[Session]) -> list[Session]:
    """Those of the others that run at some time while the session does."""
    start, end = Index.start(session), Index.end(session)
    return [
        other for other in others if other.id != session.id and Index.start(other) < end and start < Index.end(other)
    ]
