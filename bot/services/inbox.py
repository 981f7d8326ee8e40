"""The organisers' inbox: questions nobody could answer, answered once for all who asked."""

import re
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from typing import Final

from bot.clock import Clock
from bot.domain.errors import PersonError
from bot.domain.inbox import OpenQuestion
from bot.domain.orders import PATIENCE
from bot.domain.outbox import Kind
from bot.questions.fold import fold
from data import outbox, questions
from data.database import Database

SHOWN: Final = 8
LONGEST: Final = 300
"""Characters of a question that are kept."""

_LIFE: Final = timedelta(days=1)
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 2


class InboxService:
    """Keeps questions without a name; `changed` is called when answers were planned."""

    def __init__(self, database: Database, clock: Clock, changed: Callable[[], None]) -> None:
        self._database = database
        self._clock = clock
        self._changed = changed

    async def answered(self, language: str, text: str) -> str | None:
        """What the organisers have answered to that question (HTML), None where they haven't."""
        return await self._database.read(lambda db: questions.answered(db, language, _folded(text)))

    async def note(self, language: str, text: str) -> int | None:
        """Keep a question for the organisers; None for a text that is none (an emoji, a single word)."""
        if len(_WORD.findall(text)) < _FEWEST_WORDS:
            return None
        kept, now = text[:LONGEST], self._now()
        return await self._database.write(lambda db: questions.note(db, language, _folded(text), kept, now))

    async def wait(self, chat_id: int, number: int) -> None:
        """Tell the chat once the question is answered; at once where it is."""

        def work(db: sqlite3.Connection) -> None:
            question = _known(db, number)
            if question.answer:
                self._plan(db, number, chat_id)
            else:
                questions.wait(db, number, chat_id)

        await self._database.write(work)
        self._changed()

    async def unanswered(self) -> tuple[list[OpenQuestion], int]:
        """The open questions, most asked first, and how many there are."""
        return await self._database.read(lambda db: questions.unanswered(db, SHOWN))

    async def begin_answer(self, organiser_id: int, number: int) -> OpenQuestion:
        """The organiser's next message answers this question."""

        def work(db: sqlite3.Connection) -> OpenQuestion:
            question = _known(db, number)
            if not questions.begin_answer(db, number, organiser_id, self._now()):
                raise PersonError("inbox-answered-already")
            return question

        return await self._database.write(work)

    async def is_answering(self, organiser_id: int) -> bool:
        """Whether the organiser's next message is the answer to a question."""
        return await self._database.read(lambda db: self._begun(db, organiser_id)) is not None

    async def leave(self, organiser_id: int) -> None:
        """The organiser's next message is an ordinary one again."""
        await self._database.write(lambda db: questions.stop_answering(db, organiser_id))

    async def answer(self, organiser_id: int, html: str) -> tuple[OpenQuestion, int] | None:
        """Take a message as the answer the organiser was about to give; gives the question and how many hear it."""

        def work(db: sqlite3.Connection) -> tuple[OpenQuestion, int] | None:
            question = self._begun(db, organiser_id)
            if question is None:
                return None
            questions.answer(db, question.id, html)
            chats = questions.waiting(db, question.id)
            for chat_id in chats:
                self._plan(db, question.id, chat_id)
            questions.stop_waiting(db, question.id)
            return question, len(chats)

        told = await self._database.write(work)
        self._changed()
        return told

    async def drop(self, number: int) -> None:
        """Take a question out of the inbox."""
        await self._database.write(lambda db: questions.drop(db, number))

    def _begun(self, db: sqlite3.Connection, organiser_id: int) -> OpenQuestion | None:
        return questions.being_answered(db, organiser_id, int((self._clock.now() - PATIENCE).timestamp()))

    def _plan(self, db: sqlite3.Connection, number: int, chat_id: int) -> None:
        due = self._now()
        expires = due + int(_LIFE.total_seconds())
        outbox.plan(db, Kind.ANSWER, chat_id, str(number), version=0, due=due, expires=expires)

    def _now(self) -> int:
        return int(self._clock.now().timestamp())


def _known(db: sqlite3.Connection, number: int) -> OpenQuestion:
    question = questions.get(db, number)
    if question is None:
        raise PersonError("error-stale-button")
    return question


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text[:LONGEST])))
