"""What organisers do during the day: a session is put off, another cancelled."""

import random
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from bot.domain.models import Programme, Session
from bot.domain.programme import Index

_AHEAD: Final = timedelta(hours=1)
_LATER: Final = timedelta(minutes=10)
_CANCELLED: Final = 0.3


class Edit(NamedTuple):
    """A session changed, by the expo's clock and in real seconds; `start` is when it was to begin before."""

    session: str
    start: datetime
    moment: datetime
    real: float


def changed(programme: Programme, now: datetime, dice: random.Random) -> tuple[Programme, Session] | None:
    """The programme with one session of the coming hours put off or cancelled, and it as it was; None without any."""
    index = Index(programme)
    coming = [one for one in index.starting(now + _AHEAD, now + 6 * _AHEAD) if not index.is_break(one)]
    if not coming:
        return None
    chosen = dice.choice(coming)
    new = _cancelled(chosen) if dice.random() < _CANCELLED else _put_off(chosen)
    sessions = [new if one.id == chosen.id else one for one in programme.sessions]
    return programme.model_copy(update={"sessions": type(programme.sessions)(sessions)}), chosen


def _cancelled(session: Session) -> Session:
    return session.model_copy(update={"cancelled": True})


def _put_off(session: Session) -> Session:
    moved = {name: value + _LATER for name in ("start", "end") if (value := getattr(session, name))}
    return session.model_copy(update=moved)
