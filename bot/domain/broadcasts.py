"""An organiser's message to many."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.domain.outbox import State


class Whom(StrEnum):
    """How an audience is chosen."""

    ALL = "all"
    LANGUAGE = "language"
    TRACK = "track"


class Audience(NamedTuple):
    """Everybody, those of a language (its code), or a track's followers (its id)."""

    whom: Whom
    which: str = ""


EVERYBODY = Audience(Whom.ALL)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """`html` is Telegram's HTML; `state` is writing, draft, sending, stopping, done or stopped.

    `organiser_id` is None once the organiser has been forgotten.
    """

    id: int
    organiser_id: int | None
    html: str
    audience: Audience
    state: str
    started_at: int | None
    progress_message_id: int | None


class Recipient(NamedTuple):
    """Whom it goes to, and their own quiet hours (None: the expo's)."""

    chat_id: int
    quiet_hours: str | None


@dataclass(frozen=True, slots=True)
class Choices:
    """People an organiser can reach: in all, by language and by track followed."""

    everybody: int
    languages: dict[str, int]
    tracks: dict[str, int]


@dataclass(frozen=True, slots=True)
class Report:
    """How far a broadcast has come; the numbers add up to `audience`."""

    broadcast: Broadcast
    counts: dict[State, int]
    waiting_until: datetime | None = None

    @property
    def audience(self) -> int:
        """How many it was for."""
        return sum(self.counts.values())

    def count(self, *states: State) -> int:
        """How many are in any of the states."""
        return sum(self.counts.get(state, 0) for state in states)

    @property
    def stopped(self) -> bool:
        """Whether it was stopped before its end."""
        return self.broadcast.state in {"stopping", "stopped"}

    @property
    def open(self) -> int:
        """How many are still to be settled."""
        return self.count(State.PLANNED, State.SENDING)
