"""A message that is to be sent, and what became of it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an outbox row is, the most urgent first; `subject` is a session's id or a broadcast's."""

    REMINDER = "reminder"
    BROADCAST = "broadcast"


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
    """One due message. Times are whole seconds since 1970 UTC by the expo's clock; `html` is a broadcast's text."""

    id: int
    kind: Kind
    chat_id: int
    subject: str
    version: int
    due: int
    expires: int
    attempts: int
    language: str
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one send. PLANNED: it was not sent and is to be tried again; UNKNOWN: nobody can say.

    `unreachable`: the server is in trouble, so go easy on it.
    """

    state: State
    reason: str = ""
    message_id: int | None = None
    unreachable: bool = False
