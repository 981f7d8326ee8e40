"""When sessions end: what the file says, else their length, else what is next in the room."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from data.formats.draft import Draft
from data.formats.reading import Notes

_LONGEST_GUESS: Final = timedelta(hours=4)
_LONG: Final = timedelta(days=1)
_NONE: Final = timedelta(0)


def settle_ends(sessions: Sequence[Draft], notes: Notes) -> None:
    """Set every end that is known or can be estimated; one before its start is dropped."""
    for draft in sessions:
        draft.end = _told(draft, notes)
    _estimate(sessions, notes)


def _told(draft: Draft, notes: Notes) -> datetime | None:
    if draft.start is None:
        return None
    length = draft.end - draft.start if draft.end else draft.length
    if length is not None and length < _NONE:
        notes.add("end-before-start", draft.place)
    if length is None or length <= _NONE:
        length = draft.length if draft.end and draft.length else None
    if length is None or length <= _NONE:
        return None
    if length > _LONG:
        notes.add("longer-than-a-day", draft.place)
    return draft.start + length


def _estimate(sessions: Sequence[Draft], notes: Notes) -> None:
    starts: defaultdict[str, set[datetime]] = defaultdict(set)
    for draft in sessions:
        for room in draft.rooms:
            if draft.start:
                starts[room].add(draft.start)
    ordered = {room: sorted(moments) for room, moments in starts.items()}
    for draft in sessions:
        if draft.start and draft.end is None and draft.rooms:
            here = ordered[draft.rooms[0]]
            following = bisect_right(here, draft.start)
            if following < len(here) and here[following] - draft.start <= _LONGEST_GUESS:
                draft.end, draft.end_estimated = here[following], True
                notes.add("end-estimated", draft.place)
