"""Which sessions of two programmes are the same, also where their ids are not."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence

from bot.domain.models import Programme, Session

Trait = Callable[[Session], Hashable]


def same_sessions(old: Programme, new: Programme) -> dict[str, str]:
    """The id in `old` for every id in `new` that is the same session.

    The same id is the same session. Of the rest, those with one title, speakers and time are the same; then those
    with one title and speakers, then those with one title and time, then those with one place, time and speakers,
    as long as there is only one such session on each side.
    """
    before = {session.id: session for session in old.sessions}
    found = {session.id: session.id for session in new.sessions if session.id in before}
    gone = [session for session in old.sessions if session.id not in found]
    came = [session for session in new.sessions if session.id not in found]
    for old_trait, new_trait in zip(_traits(old), _traits(new), strict=True):
        pairs = _only_ones(gone, old_trait, came, new_trait)
        found |= pairs
        gone = [session for session in gone if session.id not in pairs.values()]
        came = [session for session in came if session.id not in pairs]
    return found


def speakers_of(programme: Programme) -> Mapping[str, frozenset[str]]:
    """The names of each session's speakers."""
    names = {speaker.id: speaker.name.casefold() for speaker in programme.speakers}
    return {session.id: frozenset(names.get(key, key) for key in session.speakers) for session in programme.sessions}


def _traits(programme: Programme) -> Sequence[Trait]:
    """From the surest to the least sure; None where a session lacks what the trait is made of."""
    speakers = speakers_of(programme)
    return (
        lambda session: (_title(session), speakers[session.id], session.start),
        lambda session: (_title(session), speakers[session.id]) if speakers[session.id] else None,
        lambda session: (_title(session), session.start) if session.start else None,
        lambda session: (_title(session), session.room) if session.room else None,
        lambda session: (
            (session.room, session.start, speakers[session.id])
            if session.room and session.start and speakers[session.id]
            else None
        ),
    )


def _title(session: Session) -> str:
    return " ".join(session.title.casefold().split())


def _only_ones(gone: Sequence[Session], old: Trait, came: Sequence[Session], new: Trait) -> dict[str, str]:
    left, right = _by(gone, old), _by(came, new)
    return {
        right[trait][0].id: left[trait][0].id
        for trait in left.keys() & right.keys()
        if trait is not None and len(left[trait]) == len(right[trait]) == 1
    }


def _by(sessions: Sequence[Session], trait: Trait) -> Mapping[Hashable, list[Session]]:
    found: defaultdict[Hashable, list[Session]] = defaultdict(list)
    for session in sessions:
        found[trait(session)].append(session)
    return found
