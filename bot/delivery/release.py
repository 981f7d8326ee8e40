"""When each burst is let go, so that its last message is out by its promised minute. Pure."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

MARGIN: Final = 1.5
"""Times the seconds a burst takes at the full rate: for 429s, questions and slow answers meanwhile."""


class Release(NamedTuple):
    """From the second `begins` on, whatever is due by `due` may go."""

    begins: int
    due: int


def releases(bursts: Iterable[tuple[int, int]], per_second: float) -> Sequence[Release]:
    """One for each burst (due second, messages), in time order; `per_second` of the expo's.

    A burst begins early enough for itself, and to be done before those after it have to begin.
    """
    found: list[Release] = []
    free = float("inf")
    for due, number in sorted(bursts, reverse=True):
        free = min(due, free) - number * MARGIN / per_second
        # A handful takes no time worth being early for.
        found.append(Release(min(due, int(free) + 1), due))
    return found[::-1]


def released(plan: Sequence[Release], now: int) -> int:
    """The latest due second that may go now."""
    return max([now, *(one.due for one in plan if one.begins <= now)])


def next_release(plan: Sequence[Release], now: int) -> int | None:
    """When the next burst begins, None where none is planned."""
    return min((one.begins for one in plan if one.begins > now), default=None)
