"""Unanswered questions and who waits for an answer. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Final

from bot.domain.inbox import OpenQuestion
from data.sql import queries

_sql: Final = queries("questions")


def note(db: sqlite3.Connection, language: str, folded: str, text: str, now: int) -> int:
    """Keep a question, or count it once more; gives its number."""
    return int(_sql.note(db, language=language, folded=folded, text=text, asked_at=now))


def answered(db: sqlite3.Connection, language: str, folded: str) -> str | None:
    """What the organisers have answered to that very question."""
    answer = _sql.answered(db, language=language, folded=folded)
    return None if answer is None else str(answer)


def get(db: sqlite3.Connection, number: int) -> OpenQuestion | None:
    """The question of that number."""
    row = _sql.get(db, id=number)
    return OpenQuestion(**row) if row else None


def unanswered(db: sqlite3.Connection, limit: int) -> tuple[list[OpenQuestion], int]:
    """The open questions, most asked first, at most so many, and how many there are."""
    return [OpenQuestion(**row) for row in _sql.open(db, limit=limit)], int(_sql.count_open(db))


def drop(db: sqlite3.Connection, number: int) -> None:
    """Take a question out of the inbox without an answer."""
    _sql.drop(db, id=number)


def begin_answer(db: sqlite3.Connection, number: int, organiser_id: int, now: int) -> bool:
    """The organiser's next message is its answer; False where it has one already."""
    _sql.stop_answering(db, organiser_id=organiser_id)
    return bool(_sql.begin_answer(db, id=number, organiser_id=organiser_id, now=now))


def stop_answering(db: sqlite3.Connection, organiser_id: int) -> None:
    """The organiser's next message is no answer."""
    _sql.stop_answering(db, organiser_id=organiser_id)


def being_answered(db: sqlite3.Connection, organiser_id: int, since: int) -> OpenQuestion | None:
    """The question the organiser is answering, None where that was begun before `since`."""
    row = _sql.being_answered(db, organiser_id=organiser_id, since=since)
    return OpenQuestion(**row) if row else None


def answer(db: sqlite3.Connection, number: int, html: str) -> None:
    """Give a question its answer."""
    _sql.answer(db, id=number, answer=html)


def wait(db: sqlite3.Connection, number: int, chat_id: int) -> None:
    """The chat wants to hear the answer."""
    _sql.wait(db, question_id=number, chat_id=chat_id)


def waiting(db: sqlite3.Connection, number: int) -> list[int]:
    """The chats that want to hear the answer and can be reached."""
    return [row["chat_id"] for row in _sql.waiting(db, question_id=number)]


def stop_waiting(db: sqlite3.Connection, number: int) -> None:
    """Nobody waits for the answer any more."""
    _sql.stop_waiting(db, question_id=number)


def of_chat(db: sqlite3.Connection, chat_id: int) -> list[str]:
    """The open questions whose answer the chat waits for."""
    return [row["text"] for row in _sql.of_chat(db, chat_id=chat_id)]


def forget_all(db: sqlite3.Connection) -> None:
    """Drop every question."""
    _sql.forget_all(db)
