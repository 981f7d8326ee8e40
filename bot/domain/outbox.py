"""A message that is to be sent, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What an outbox row is, the most urgent first; `subject` is the id of a session, question, broadcast or notice."""

    ANSWER = "answer"
    ALERT = "alert"
    NOTICE = "notice"
    REMINDER = "reminder"
    BROADCAST = "broadcast"


GATHERED: Final = frozenset({Kind.ALERT, Kind.REMINDER})
"""Kinds of which several that are due to one chat become one message."""

EARLY: Final = frozenset({Kind.REMINDER})
"""Kinds that may go before they are due; an alert waits for quiet hours to end, and for what is gathered with it."""

QUIET: Final = frozenset({Kind.ALERT, Kind.BROADCAST})
"""Kinds that wait for a person's quiet hours to end."""

AHEAD: Final = frozenset({Kind.ANSWER, Kind.ALERT, Kind.NOTICE})
"""Kinds that overtake those that may go early."""


class State(StrEnum):
    """planned → sending → one of the others."""

    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    BLOCKED = "blocked"
    FAILED = "failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One due message. Times are whole seconds since 1970 UTC by the expo's clock.

    `html` is a broadcast's text, or the organisers' answer to `question`; `notice` is what an organiser is told (JSON).
    `programme` is the version in force when it was claimed. An alert's `version` is the programme's that it is about,
    `before` what the person was last told (JSON), `saved` whether they have the session and `reminder` when its
    reminder is due.
    """

    id: int
    kind: Kind
    chat_id: int
    subject: str
    version: int
    due: int
    expires: int
    attempts: int
    language: str
    programme: int | None = None
    html: str | None = None
    question: str | None = None
    notice: str | None = None
    before: str | None = None
    saved: bool = False
    reminder: int | None = None


Parcel = Sequence[Row]
"""Rows of one kind to one chat that share one message."""


class TooEarlyError(Exception):
    """A row cannot be rendered yet: the programme it is about is not the one in memory."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one send. PLANNED: it was not sent and is to be tried again; UNKNOWN: nobody can say.

    `unreachable`: the server is in trouble, so go easy on it.
    """

    state: State
    reason: str = ""
    message_id: int | None = None
    unreachable: bool = False
