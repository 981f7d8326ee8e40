"""Answers questions and keeps the thread of a conversation for ten minutes."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from pydantic import ValidationError

from bot.clock import Clock
from bot.domain.errors import PersonError
from bot.domain.models import Session
from bot.domain.people import Attendee
from bot.domain.programme import Index
from bot.questions.model import Answer, Interval, Query
from bot.services.agenda import AgendaService, Saved
from bot.services.inbox import InboxService
from bot.services.programme import ProgrammeService
from data import favourites, threads
from data.database import Database

FOLLOW_UP: Final = timedelta(minutes=10)
KEPT: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer as it is to be shown: the number its ◀ ▶ carry, what the person has saved, what was saved just now.

    `undone` are those whose saving or reminder was taken back just now.

    For a question nobody understood: what the organisers have `told` (HTML), else its number in their inbox.
    """

    number: int
    answer: Answer
    index: Index
    favourites: frozenset[str]
    saved: tuple[Saved, ...] = ()
    undone: tuple[Session, ...] = ()
    told: str | None = None
    question: int | None = None


class AskService:
    """From a text, or a query made by a button, to an answer."""

    def __init__(
        self, database: Database, clock: Clock, programme: ProgrammeService, agenda: AgendaService, inbox: InboxService
    ) -> None:
        self._database = database
        self._clock = clock
        self._programme = programme
        self._agenda = agenda
        self._inbox = inbox

    async def ask(self, attendee: Attendee, text: str) -> list[Asked]:
        """Understand and answer a text: one answer for each question in it."""
        now, chat_id = self._clock.now(), attendee.chat_id
        since = int((now - FOLLOW_UP).timestamp())
        latest, saved = await self._database.read(
            lambda db: (threads.latest(db, chat_id, since), favourites.of_chat(db, chat_id))
        )
        own = frozenset(row.session_id for row in saved)
        current = self._programme.current
        answer = current.engine.ask(
            text, now=now, language=attendee.language, thread=read_query(latest), favourites=own
        )
        if answer.query.intent == "unknown":
            return [await self._unknown(attendee, answer, current.index, text)]
        return [await self._keep(attendee, one, current.index, own) for one in (answer, *answer.more)]

    async def _unknown(self, attendee: Attendee, answer: Answer, index: Index, text: str) -> Asked:
        language = answer.query.language
        told = await self._inbox.answered(language, text)
        question = None if told else await self._inbox.note(language, text)
        return replace(await self._keep(attendee, answer, index, frozenset()), told=told, question=question)

    async def run(self, attendee: Attendee, query: Query) -> Asked:
        """Answer a query that a command or a button stands for."""
        own = await self._agenda.favourites(attendee.chat_id)
        current = self._programme.current
        answer = current.engine.run(query, now=self._clock.now(), favourites=own)
        return await self._keep(attendee, answer, current.index, own)

    async def again(self, attendee: Attendee, number: int) -> Asked:
        """The answer of that number as it is now; raises PersonError where it is too old or another chat's."""
        kept = await self._database.read(lambda db: threads.get(db, attendee.chat_id, number))
        query = read_query(kept)
        if query is None:
            raise PersonError("error-stale-button")
        own = await self._agenda.favourites(attendee.chat_id)
        answer = self._programme.current.engine.run(query, now=self._clock.now(), favourites=own)
        return Asked(number, answer, self._programme.index, own)

    async def choose(self, attendee: Attendee, number: int, reading: int) -> Asked:
        """Answer one of the readings of an ambiguous question."""
        readings = (await self.again(attendee, number)).answer.clarify
        if not 0 <= reading < len(readings):
            raise PersonError("error-stale-button")
        return await self.run(attendee, readings[reading].query)

    async def now(self, attendee: Attendee) -> Asked:
        """What runs now."""
        now = self._clock.now()
        when = Interval(start=now, end=now + timedelta(minutes=1))
        return await self.run(attendee, Query(language=attendee.language, when=when))

    async def next(self, attendee: Attendee) -> Asked:
        """What starts next."""
        return await self.run(attendee, Query(language=attendee.language, order="next"))

    async def forget_old(self) -> None:
        """Drop what was asked more than a day ago."""
        before = int((self._clock.now() - KEPT).timestamp())
        await self._database.write(lambda db: threads.forget_before(db, before))

    async def _keep(self, attendee: Attendee, answer: Answer, index: Index, own: frozenset[str]) -> Asked:
        """`index` is the one the answer came from: another may come into force before it is shown."""
        now = int(self._clock.now().timestamp())
        document = answer.query.model_dump_json(exclude_defaults=True)
        number = await self._database.write(lambda db: threads.add(db, attendee.chat_id, document, now))
        asked = Asked(number, answer, index, own)
        return await self._done(attendee, asked) if answer.query.intent == "session" else asked

    async def _done(self, attendee: Attendee, asked: Asked) -> Asked:
        """What was to be done to the sessions meant."""
        query, sessions = asked.answer.query, asked.answer.sessions
        ids = {session.id for session in sessions}
        if query.action == "save":
            saved = [await self._agenda.remind(attendee, one, query.lead) for one in sessions]
            return replace(asked, favourites=asked.favourites | ids, saved=tuple(saved))
        if query.action == "silence":
            for one in sessions:
                await self._agenda.silence(attendee, one)
            return replace(asked, favourites=asked.favourites | ids, undone=sessions)
        if query.action == "remove":
            for one in sessions:
                await self._agenda.remove(attendee, one)
            return replace(asked, favourites=asked.favourites - ids, undone=sessions)
        return asked


def read_query(document: str | None) -> Query | None:
    """A query as it was kept; None for none, or one of an older version of the bot."""
    try:
        return Query.model_validate_json(document) if document else None
    except ValidationError:
        return None
