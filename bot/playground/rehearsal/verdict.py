"""What a rehearsal has shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass
class Account:
    """What became of the messages of one kind; `lost` are those neither seen nor given up although due."""

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


class Telling(NamedTuple):
    """Real seconds from a change of the programme to its first and to its last alert, and how many there were."""

    first: float
    last: float
    number: int


@dataclass
class Verdict:
    """Seconds are real ones, `early` are seconds of the expo's by which a reminder came before its promised minute.

    `doubtful` messages were taken without the bot being told so, `in_flight` were under way when it was killed: either
    may have been doubled. So may the answers to `in_hand` updates, which a kill left unfinished.
    """

    accounts: dict[str, Account]
    asked: int = 0
    unanswered: int = 0
    answered_twice: int = 0
    answer_seconds: Sequence[float] = ()
    early: Sequence[float] = ()
    tellings: Sequence[Telling] = ()
    doubtful: int = 0
    in_flight: int = 0
    in_hand: int = 0
    doubled_by_kills: int = 0
    broken: list[str] = field(default_factory=list)
