"""Organisers change the programme by hand: move, cancel, restore, add a session."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.clock import Clock
from bot.domain.edits import Edit, Field, Merged, edited, settled, value, with_added
from bot.domain.errors import PersonError
from bot.domain.models import Programme, Session
from bot.domain.orders import (
    PATIENCE,
    Action,
    Draft,
    Slot,
    is_question,
    new_id,
    placed,
    readings,
    room_named,
    sessions_named,
)
from bot.domain.programme import Index
from bot.services.programme import ProgrammeService
from bot.services.updates import NOTHING, Outlook, UpdateService
from data import drafts
from data import edits as manual
from data.database import Database

_SOURCE: Final = "by hand"
_ASKED: Final = frozenset({"practical", "agenda", "help", "place", "exhibitors"})


@dataclass(frozen=True, slots=True)
class Ordered:
    """What an order came to: the session changed, or those among which the organiser has to choose."""

    outlook: Outlook = NOTHING
    session: Session | None = None
    choices: Sequence[Session] = ()


class ManualService:
    """One draft an organiser."""

    def __init__(self, database: Database, clock: Clock, programme: ProgrammeService, updates: UpdateService) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._updates = updates

    async def order(self, organiser_id: int, action: Action, text: str) -> Ordered:
        """Move, cancel or restore the one session the text names, else ask; raises PersonError where it names none."""
        named, rest = self._named(action, text)
        fitting = [one for one in named if action == "move" or one.cancelled is (action == "restore")]
        if not named:
            raise PersonError("manual-no-session", name=text)
        if len(named) == 1:
            return await self._do(action, named[0], rest)
        await self._keep(organiser_id, Draft(action=action, rest=rest))
        return Ordered(choices=fitting or named)

    def _named(self, action: Action, text: str) -> tuple[Sequence[Session], str]:
        index = self._programme.index
        if action != "move":
            return sessions_named(index, text), ""
        ways = [(name, text[len(name) :].strip()) for name, _, _ in readings(text) if name]
        if not ways:
            raise PersonError("manual-move-how")
        found = [(named, rest) for name, rest in ways if (named := sessions_named(index, name))]
        return found[-1] if found else ((), "")

    async def pick(self, organiser_id: int, session: Session) -> Ordered:
        """The one an ambiguous order meant."""
        draft = await self.draft(organiser_id)
        if draft is None or draft.action == "add":
            raise PersonError("error-stale-button")
        await self.drop(organiser_id)
        return await self._do(draft.action, session, draft.rest)

    async def _do(self, action: Action, session: Session, rest: str) -> Ordered:
        off = {Field.CANCELLED: json.dumps(action == "cancel")}
        told = self._moved(session, rest) if action == "move" else off

        def make(old: Programme, edits: Sequence[Edit]) -> Merged:
            if all(one.id != session.id for one in old.sessions):
                raise PersonError("error-session-gone")
            return edited(old, edits, session.id, told)

        done = await self._updates.change(make, _SOURCE)
        return Ordered(done.outlook, self._programme.index.all_sessions[session.id])

    def _moved(self, session: Session, rest: str) -> Mapping[Field, str]:
        index = self._programme.index
        _, slot, room = next(readings(rest))
        start, end = placed(index, slot, session, self._clock.now())
        there = session.model_copy(update={"start": start, "end": end})
        told = {Field.TIME: value(there, Field.TIME)}
        if room:
            its = session.model_copy(update={"room": room_named(index, room).id, "more_rooms": ()})
            told[Field.ROOM] = value(its, Field.ROOM)
        return told

    async def begin(self, organiser_id: int, text: str) -> Draft:
        """Begin to add a session, with as much of title, time and room as the text has."""
        draft = Draft(action="add")
        for title, slot, room in readings(text):
            draft = self._timed(draft.model_copy(update={"title": title}), slot)
            if room:
                draft = draft.model_copy(update={"room": room_named(self._programme.index, room).id})
        return await self._keep(organiser_id, draft if draft.start else Draft(action="add", title=text.strip()))

    async def hear(self, organiser_id: int, text: str, language: str) -> Draft | None:
        """Take a text as the answer to what was asked; None where nothing is, or where it is a question itself."""
        draft = await self.draft(organiser_id)
        if draft is None or draft.action != "add":
            return None
        try:
            return await self._take(organiser_id, draft, text, language)
        except PersonError:
            if is_question(text):
                return None
            raise

    async def _take(self, organiser_id: int, draft: Draft, text: str, language: str) -> Draft | None:
        if not draft.title:
            if self._is_about_the_expo(text, language):
                return None
            return await self._keep(organiser_id, draft.model_copy(update={"title": text.strip()}))
        if draft.start is None:
            slot = next((slot for _, slot, _ in readings(text)), None)
            if slot is None or is_question(text):
                raise PersonError("manual-no-time")
            return await self._keep(organiser_id, self._timed(draft, slot))
        if draft.room is None:
            return await self.place(organiser_id, room_named(self._programme.index, text).id)
        return None

    def _is_about_the_expo(self, text: str, language: str) -> bool:
        """Whether a question cannot be a title, as it asks for a time of day or for what anybody asks an expo."""
        if not text.rstrip().endswith("?"):
            return False
        query = self._programme.current.engine.ask(text, now=self._clock.now(), language=language).query
        return query.when is not None or query.intent in _ASKED

    def _timed(self, draft: Draft, slot: Slot) -> Draft:
        start, end = placed(self._programme.index, slot, None, self._clock.now())
        return draft.model_copy(update={"start": start, "end": end})

    async def place(self, organiser_id: int, room: str) -> Draft:
        """Choose the room of the session being added; "" for none."""
        draft = await self.draft(organiser_id)
        if draft is None or draft.start is None:
            raise PersonError("error-stale-button")
        return await self._keep(organiser_id, draft.model_copy(update={"room": room}))

    async def add(self, organiser_id: int) -> Ordered:
        """Add the session described."""
        draft = await self.draft(organiser_id)
        if draft is None or draft.start is None or draft.room is None:
            raise PersonError("error-stale-button")
        await self.drop(organiser_id)
        session = _session(self._programme.index, draft)
        done = await self._updates.change(lambda old, edits: with_added(old, edits, session), _SOURCE)
        return Ordered(done.outlook, session)

    async def settle(self, number: int, *, keep: bool) -> tuple[Edit, Ordered]:
        """Keep a manual change that the source contradicts, or let it give way; gives it, and what changed."""
        edit = await self._database.read(lambda db: manual.get(db, number))
        if edit is None or edit.offered is None:
            raise PersonError("error-stale-button")
        done = await self._updates.change(lambda old, edits: settled(old, edits, number, keep=keep), _SOURCE)
        return edit, Ordered(done.outlook, self._programme.index.all_sessions.get(edit.session_id))

    async def draft(self, organiser_id: int) -> Draft | None:
        """What the organiser is being asked about."""
        since = int((self._clock.now() - PATIENCE).timestamp())
        return await self._database.read(lambda db: drafts.get(db, organiser_id, since))

    async def leave(self, organiser_id: int) -> None:
        """Ask no more about a session being added, as something else is begun."""
        draft = await self.draft(organiser_id)
        if draft and draft.action == "add":
            await self.drop(organiser_id)

    async def drop(self, organiser_id: int) -> None:
        """Ask no more."""
        await self._database.write(lambda db: drafts.drop(db, organiser_id))

    async def _keep(self, organiser_id: int, draft: Draft) -> Draft:
        now = int(self._clock.now().timestamp())
        await self._database.write(lambda db: drafts.put(db, organiser_id, draft, now))
        return draft


def _session(index: Index, draft: Draft) -> Session:
    return Session(
        id=new_id(index, draft.title), title=draft.title, start=draft.start, end=draft.end, room=draft.room or None
    )
