"""Changes organisers made by hand: they outlive an import unless the source changed the very same field."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.changes import Difference, compare, with_things
from bot.domain.complement import complemented
from bot.domain.identity import same_sessions
from bot.domain.models import Programme, Session


class Field(StrEnum):
    """What of a session can be changed by hand; an added one is all of it."""

    ADDED = "added"
    TIME = "time"
    ROOM = "room"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Edit:
    """Values are JSON, see `value`: `mine` holds while the source says `theirs`; `offered` is what it says since."""

    session_id: str
    field: Field
    mine: str
    theirs: str
    offered: str | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class Merged:
    """What comes into force, the edits that go on holding, and those of them to ask about."""

    difference: Difference
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Edit, ...] = ()


def value(session: Session, field: Field) -> str:
    """The field of a session as JSON."""
    values: Mapping[Field, Any] = {
        Field.ADDED: session.model_dump(mode="json", exclude_defaults=True),
        Field.TIME: [_iso(session.start), _iso(session.end), session.end_estimated],
        Field.ROOM: session.rooms,
        Field.CANCELLED: session.cancelled,
    }
    return json.dumps(values[field], ensure_ascii=False)


def with_value(session: Session, field: Field, told: str) -> Session:
    """The session with that field set."""
    new = json.loads(told)
    if field is Field.ADDED:
        return Session.model_validate(new)
    if field is Field.TIME:
        start, end, estimated = new
        return session.model_copy(update={"start": _moment(start), "end": _moment(end), "end_estimated": estimated})
    if field is Field.ROOM:
        return session.model_copy(update={"room": new[0] if new else None, "more_rooms": tuple(new[1:])})
    return session.model_copy(update={"cancelled": new})


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def merge(old: Programme, new: Programme, edits: Sequence[Edit], *, whole: bool = True) -> Merged:
    """The difference that a new programme makes, with the edits on top; one not `whole` is complemented by the old."""
    known = frozenset(same_sessions(old, new).values())
    if not known and old.expo.name != new.expo.name:  # another expo: nothing of this one is to stay
        return Merged(replace(compare(old, new), programme=new))
    difference = compare(old, new if whole else complemented(new, old))
    told = difference.programme
    if not edits:
        return Merged(compare(old, told))
    sessions = {session.id: session for session in told.sessions}
    there = [edit for edit in edits if edit.session_id in sessions]
    added = [edit for edit in there if edit.field is Field.ADDED and edit.session_id not in known]
    for edit in added:
        sessions[edit.session_id] = with_value(sessions[edit.session_id], edit.field, edit.mine)
    rebased = [_rebased(edit, sessions, known) for edit in there if edit.field is not Field.ADDED]
    lasting = [edit for edit in rebased if edit.mine != (edit.offered or edit.theirs)]
    for edit in lasting:
        sessions[edit.session_id] = with_value(sessions[edit.session_id], edit.field, edit.mine)
    referring = [sessions[edit.session_id] for edit in (*added, *lasting)]
    merged = with_things(told.model_copy(update={"sessions": tuple(sessions.values())}), old, referring)
    asked = {(edit.session_id, edit.field, edit.offered) for edit in edits}
    conflicts = [one for one in lasting if one.offered and (one.session_id, one.field, one.offered) not in asked]
    return Merged(compare(old, merged), (*added, *lasting), tuple(conflicts))


def _rebased(edit: Edit, sessions: Mapping[str, Session], known: frozenset[str]) -> Edit:
    """The edit beside what the source says now; of one it no longer has, it says nothing but that it is off."""
    if edit.session_id not in known and edit.field is not Field.CANCELLED:
        return edit
    says = value(sessions[edit.session_id], edit.field)
    return replace(edit, offered=None if _same(says, edit.theirs, edit.field) else says)


def _same(left: str, right: str, field: Field) -> bool:
    if field is not Field.TIME:
        return left == right
    (start, end, _), (other_start, other_end, _) = json.loads(left), json.loads(right)
    return (_moment(start), _moment(end)) == (_moment(other_start), _moment(other_end))


def edited(old: Programme, edits: Sequence[Edit], session_id: str, told: Mapping[Field, str]) -> Merged:
    """What setting fields of one session by hand comes to; one set back to what the source says is no edit any more."""
    sessions = {session.id: session for session in old.sessions}
    lasting = {(edit.session_id, edit.field): edit for edit in edits}
    for field, mine in told.items():
        known = lasting.pop((session_id, field), None)
        edit = known or Edit(session_id, field, mine, value(sessions[session_id], field))
        if not _same(mine, edit.offered or edit.theirs, field):
            lasting[session_id, field] = replace(edit, mine=mine)
        sessions[session_id] = with_value(sessions[session_id], field, mine)
    programme = old.model_copy(update={"sessions": tuple(sessions.values())})
    return Merged(compare(old, programme), tuple(lasting.values()))


def with_added(old: Programme, edits: Sequence[Edit], session: Session) -> Merged:
    """What adding a session by hand comes to."""
    programme = old.model_copy(update={"sessions": (*old.sessions, session)})
    edit = Edit(session.id, Field.ADDED, value(session, Field.ADDED), "null")
    return Merged(compare(old, programme), (*edits, edit))


def settled(old: Programme, edits: Sequence[Edit], number: int, *, keep: bool) -> Merged:
    """What becomes of an edit that the source contradicts: it goes on holding, or gives way."""
    asked = next((edit for edit in edits if edit.id == number and edit.offered), None)
    if asked is None or asked.offered is None:
        return Merged(compare(old, old), tuple(edits))
    others = [edit for edit in edits if edit.id != number]
    if keep:
        confirmed = replace(asked, theirs=asked.offered, offered=None)
        return Merged(compare(old, old), (*others, confirmed))
    return edited(
        old,
        (*others, replace(asked, theirs=asked.offered, offered=None)),
        asked.session_id,
        {asked.field: asked.offered},
    )
