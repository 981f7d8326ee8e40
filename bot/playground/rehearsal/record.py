"""What a rehearsal did to the bot, in the expo's time and in real seconds."""

import time
from dataclasses import dataclass, field
from datetime import datetime

from bot.playground.rehearsal.changes import Edit


@dataclass
class Record:
    """`audiences` are whom each broadcast was for, by its text.

    `in_flight` is how many sends the kills cut off, `in_hand` how many updates they left unfinished.

    `lag` is by how many real seconds at most this machine was late, or the bot's clock was misread.
    """

    audiences: dict[str, frozenset[int]] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    kills: list[float] = field(default_factory=list)
    in_flight: int = 0
    in_hand: int = 0
    lag: float = 0.0
    outages: list[tuple[datetime, datetime]] = field(default_factory=list)
    real_outages: list[tuple[float, float]] = field(default_factory=list)

    def late_by(self, seconds: float) -> None:
        """Note a lag."""
        self.lag = max(self.lag, seconds)

    def down(self, real: float, begun: datetime, ended: datetime) -> None:
        """Note that the bot was down, in real seconds until now."""
        self.outages.append((begun, ended))
        self.real_outages.append((real, time.monotonic()))

    def while_down(self, began: float, ended: float) -> bool:
        """Whether the bot was down at some time between two real seconds."""
        return any(began < stop and ended > start for start, stop in self.real_outages)
