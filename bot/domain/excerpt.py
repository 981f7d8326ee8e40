"""What organisers see of a difference: how many changes of each kind, and the few that matter most."""

from collections import Counter
from collections.abc import Sequence
from typing import Final, get_args

from bot.domain.alerts import Told, told
from bot.domain.changes import Change, Kind, with_things
from bot.domain.models import Model, Programme, Session
from bot.domain.programme import Index

ROWS: Final = 8


class Row(Model):
    """One change, and how many people it concerns; `before` is what they knew, None for a new session."""

    before: Told | None
    after: Session
    people: int


class Excerpt(Model):
    """`programme` holds what the rows refer to, `everybody` is how many people all changes concern."""

    counts: dict[Kind, int]
    rows: tuple[Row, ...]
    programme: Programme
    everybody: int
    suspicion: str

    @property
    def changes(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


def excerpt(
    old: Index, new: Index, changes: Sequence[Change], people: Sequence[int], everybody: int, suspicion: str
) -> Excerpt:
    """What concerns most people first, of that the gravest; `people` is how many each change concerns."""
    found = sorted(zip(changes, people, strict=True), key=lambda row: (-row[1], _gravity(row[0])))[:ROWS]
    rows = [Row(before=_known(old, change), after=_brief(change.after), people=number) for change, number in found]
    sessions = tuple(row.after for row in rows)
    part = Programme(expo=new.programme.expo, sessions=sessions)
    return Excerpt(
        counts=Counter(change.kinds[0] for change in changes),
        rows=tuple(rows),
        programme=with_things(part, new.programme, sessions),
        everybody=everybody,
        suspicion=suspicion,
    )


def _gravity(change: Change) -> tuple[bool, int]:
    return change.before is None, get_args(Kind).index(change.kinds[0])


def _known(old: Index, change: Change) -> Told | None:
    return told(old, change.before) if change.before else None


def _brief(session: Session) -> Session:
    return session.model_copy(update={"abstract": "", "tags": (), "url": ""})
