"""What a rehearsal has shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Account:
    """What became of the messages of one kind; `left` are those neither sent nor given up although due."""

    promised: int = 0
    delivered: int = 0
    late: int = 0
    lost: int = 0
    doubled: int = 0
    blocked: int = 0
    expired: int = 0
    failed: int = 0
    unknown: int = 0
    cancelled: int = 0


@dataclass
class Verdict:
    """Seconds are real ones, `early` are seconds of the expo's by which a reminder came before its promised minute.

    `in_doubt` is how many sends may have been doubled: those in flight at a kill and those whose reply was lost.
    """

    accounts: dict[str, Account]
    asked: int = 0
    unanswered: int = 0
    answered_twice: int = 0
    answer_seconds: Sequence[float] = ()
    early: Sequence[float] = ()
    in_doubt: int = 0
    broken: list[str] = field(default_factory=list)
