"""What a rehearsal is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How many attend, for how many expo days (0: all), in how many real minutes, and what goes wrong.

    `too_many` (429s), `server_faults` (5xx) and `lost_replies` are shares of the calls, `slow` real seconds a call
    takes, `kills` so many kill -9, `changes` so many changes of the programme a day, `rate` messages a second.
    """

    attendees: int = 4500
    days: int = 0
    minutes: float = 30
    kills: int = 20
    too_many: float = 0.02
    server_faults: float = 0.01
    lost_replies: float = 0.01
    slow: float = 0.0
    changes: int = 4
    rate: int = 200
    seed: int = 1
