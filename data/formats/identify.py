"""An id of its own for each session."""

from collections import Counter
from collections.abc import Sequence

from data.formats.draft import Draft
from data.formats.names import digest, identifier
from data.formats.reading import Notes

_ROOM_FOR_DIGEST = 180


def tell_apart(sessions: Sequence[Draft], notes: Notes) -> None:
    """Keep the file's ids; where one is missing or shared, tell sessions apart by title, start and room.

    Sessions that share an id and a title are one series.
    """
    shared = Counter(draft.id for draft in sessions)
    repeated = Counter((draft.id, draft.title) for draft in sessions)
    seen: Counter[str] = Counter()
    for draft in sessions:
        own = draft.id
        if own and shared[own] > 1:
            notes.add("same-id", draft.place)
            if repeated[own, draft.title] > 1:
                draft.series = draft.series or identifier(own)
        if not own or shared[own] > 1:
            mark = digest(draft.title, draft.start, *draft.rooms)
            draft.id = f"{own[:_ROOM_FOR_DIGEST]}-{mark}" if own else mark
        seen[draft.id] += 1
        draft.id = identifier(draft.id if seen[draft.id] == 1 else f"{draft.id}-{seen[draft.id]}")
