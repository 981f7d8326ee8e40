"""When each burst is let go, so that its last message is out by its promised minute. Pure."""

import math
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

MARGIN: Final = 1.5
"""Times the seconds a burst takes at the full rate: for 429s, questions and slow answers meanwhile."""

Bursts = Iterable[tuple[int, int]]
"""Due second and number of messages of each."""


class Release(NamedTuple):
    """From the second `begins` on, whatever is due by `due` may go, at the full rate."""

    begins: int
    due: int


def releases(bursts: Bursts, per_second: float, ahead: Bursts = (), now: int = 0) -> Sequence[Release]:
    """One for each burst, in time order; `per_second` of the expo's.

    A burst begins early enough for itself, and to be done before those after it have to begin. What goes `ahead` of
    them all, and not before it is due, takes its time away from theirs.
    """
    found: list[Release] = []
    taken = _taken(ahead, per_second, now)
    free = float("inf")
    for due, number in sorted(bursts, reverse=True):
        free = _back(min(due, free), number * MARGIN / per_second, taken)
        # A handful takes no time worth being early for.
        found.append(Release(due if free > due - 1 else math.floor(free), due))
    return found[::-1]


def _taken(ahead: Bursts, per_second: float, now: int) -> list[tuple[float, float]]:
    """The spans that are taken, in time order; what is due in the second that one begins has to go before."""
    spans: list[tuple[float, float]] = []
    end: float = now
    for due, number in sorted(ahead):
        begins, end = max(due, end), max(due, end) + number * MARGIN / per_second
        spans.append((begins - 1, end))
    return spans


def _back(moment: float, seconds: float, taken: list[tuple[float, float]]) -> float:
    """The moment that leaves so many seconds until that one; drops the spans that it went past."""
    while taken and taken[-1][1] > moment - seconds:
        begins, end = taken.pop()
        if begins < moment:
            seconds -= max(0.0, moment - end)
            moment = begins
    return moment - seconds


def kept(plan: Iterable[Release], before: Iterable[Release], now: int) -> Sequence[Release]:
    """The plan, reckoned anew, in which what has begun stays begun: a burst shrinks while it goes out."""
    begun = {one.due: one for one in before if one.begins <= now < one.due}
    return sorted(({one.due: one for one in plan} | begun).values())


def released(plan: Iterable[Release], now: int) -> int:
    """The latest due second that may go now."""
    return max([now, *(one.due for one in plan if one.begins <= now)])


def next_release(plan: Iterable[Release], now: int) -> int | None:
    """When the next burst begins, None where none is planned."""
    return min((one.begins for one in plan if one.begins > now), default=None)
