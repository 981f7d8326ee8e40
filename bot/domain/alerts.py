"""Which changes concern people, what each was last told, and what is news to them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from bot.domain.changes import Change
from bot.domain.models import Model, Session
from bot.domain.programme import Index

GATHER: Final = timedelta(minutes=2)
"""After an alert has gone out to somebody, what follows within this is gathered."""

_UNSCHEDULED: Final = timedelta(days=1)
_QUIET: Final = frozenset({"text"})

News = Literal["new", "cancelled", "back", "moved", "length", "room", "renamed", "speakers"]


class Told(Model):
    """What a person knows of a session: rooms and speakers by name, as ids may differ between two exports."""

    title: str
    start: datetime | None = None
    end: datetime | None = None
    rooms: tuple[dict[str, str], ...] = ()
    speakers: tuple[str, ...] = ()
    cancelled: bool = False


class Concern(NamedTuple):
    """A change worth telling: of it, what people know (None: nothing), its track, and when telling is of no use."""

    session_id: str
    before: Told | None
    tracks: frozenset[str]
    expires: datetime


def told(index: Index, session: Session) -> Told:
    """What people see of a session."""
    return Told(
        title=session.title,
        start=session.start,
        end=None if session.end_estimated else session.end,
        rooms=tuple(index.rooms[one].name for one in session.rooms if one in index.rooms),
        speakers=tuple(index.speakers[one].name for one in session.speakers if one in index.speakers),
        cancelled=session.cancelled,
    )


def news(before: Told | None, now: Told | None) -> list[News]:
    """What has become of it since the person was told, the gravest first; nothing where it was changed back."""
    if now is None or now.cancelled:
        return ["cancelled"] if before and not before.cancelled else []
    if before is None:
        return ["new"]
    differs: Mapping[News, bool] = {
        "back": before.cancelled,
        "moved": before.start != now.start,
        "length": before.start == now.start and before.end != now.end and None not in {before.end, now.end},
        "room": before.rooms != now.rooms,
        "renamed": before.title != now.title,
        "speakers": set(before.speakers) != set(now.speakers),
    }
    return [kind for kind, is_so in differs.items() if is_so]


def concerns(changes: Sequence[Change], old: Index, new: Index, now: datetime) -> list[Concern]:
    """The changes somebody is to hear of: not those of text only, nor of what is over."""
    found = []
    for change in changes:
        before = told(old, change.before) if change.before else None
        expires = _expires(change, now)
        if expires > now and set(change.kinds) - _QUIET and news(before, told(new, change.after)):
            found.append(Concern(change.after.id, before, tracks_of(change, new), expires))
    return found


def tracks_of(change: Change, index: Index) -> frozenset[str]:
    """The tracks whose followers a change concerns; nobody follows a track for its breaks."""
    if index.is_break(change.after):
        return frozenset()
    return frozenset(one.track for one in (change.before, change.after) if one and one.track)


def _expires(change: Change, now: datetime) -> datetime:
    """The end of the session as it now is, of the one people were waiting for where that is off or over."""
    after, before = (Index.end(one) if one and one.start else None for one in (change.after, change.before))
    if after and (after > now or before is None):
        return after
    return before or after or now + _UNSCHEDULED


def reminded_otherwise(old: Index, new: Index) -> frozenset[str]:
    """The sessions whose reminders are to be planned anew."""

    def traits(index: Index) -> Mapping[str, tuple[object, ...]]:
        return {one.id: (one.start, one.track, index.is_break(one)) for one in index.sessions}

    before, after = traits(old), traits(new)
    return frozenset(one for one in before.keys() | after.keys() if before.get(one) != after.get(one))


def suspicion(old: Index, changes: Sequence[Change]) -> Literal["", "gone", "shifted"]:
    """Why an import looks like a mistake: more than a third is gone, or most of it moved by the same hours."""
    before = len(old.sessions)
    gone = sum("cancelled" in change.kinds and bool(change.before and change.before.start) for change in changes)
    if before and gone * 3 > before:
        return "gone"
    shifts = [
        change.after.start - change.before.start
        for change in changes
        if change.before and change.before.start and change.after.start and "moved" in change.kinds
    ]
    commonest, times = max(Counter(shifts).items(), key=lambda shift: shift[1], default=(timedelta(0), 0))
    if before > 1 and abs(commonest) >= timedelta(hours=1) and times * 2 > before:
        return "shifted"
    return ""
