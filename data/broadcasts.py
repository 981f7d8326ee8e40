"""Organisers' messages. Each function runs inside a transaction of `Database`."""

import sqlite3
from typing import Any, Final

from bot.domain.broadcasts import Audience, Broadcast, Choices, Recipient, Whom
from data.sql import queries

_sql: Final = queries("broadcasts")


def begin(db: sqlite3.Connection, organiser_id: int, html: str, now: int) -> int:
    """A new draft in place of the organiser's unsent ones; without a text it waits for one. Gives its number."""
    _sql.drop_unsent(db, organiser_id=organiser_id)
    state = "draft" if html else "writing"
    return int(_sql.add(db, organiser_id=organiser_id, html=html, state=state, written_at=now))


def awaiting_text(db: sqlite3.Connection, organiser_id: int, since: int) -> int | None:
    """The organiser's broadcast that waits for its text, None where it was begun before `since`."""
    row = _sql.writing(db, organiser_id=organiser_id, since=since)
    return int(row["id"]) if row else None


def write(db: sqlite3.Connection, number: int, html: str) -> None:
    """Give a waiting broadcast its text."""
    _sql.write(db, id=number, html=html)


def drop_textless(db: sqlite3.Connection, organiser_id: int) -> None:
    """Drop the organiser's broadcast that waits for its text."""
    _sql.drop_textless(db, organiser_id=organiser_id)


def drop_unsent(db: sqlite3.Connection, organiser_id: int) -> None:
    """Drop the organiser's broadcasts that were not sent."""
    _sql.drop_unsent(db, organiser_id=organiser_id)


def forget_author(db: sqlite3.Connection, organiser_id: int) -> None:
    """Erase who wrote their broadcasts."""
    _sql.forget_author(db, organiser_id=organiser_id)


def erase_texts(db: sqlite3.Connection) -> None:
    """Erase who wrote every broadcast and what it said, and stop those not sent; the account stays."""
    _sql.erase_texts(db)


def get(db: sqlite3.Connection, number: int) -> Broadcast | None:
    """The broadcast of that number."""
    row = _sql.get(db, id=number)
    return _broadcast(row) if row else None


def sending(db: sqlite3.Connection) -> list[Broadcast]:
    """Those under way."""
    return [_broadcast(row) for row in _sql.sending(db)]


def choose(db: sqlite3.Connection, number: int, audience: Audience) -> None:
    """Set whom a draft is for."""
    _sql.choose_audience(db, id=number, audience=":".join(audience) if audience.which else audience.whom)


def start(db: sqlite3.Connection, number: int, message_id: int, now: int) -> bool:
    """Put a draft under way; False where it no longer is one, so that a second tap sends nothing."""
    return bool(_sql.start(db, id=number, message_id=message_id, started_at=now))


def finish(db: sqlite3.Connection, number: int, state: str) -> bool:
    """End it as `done`, `stopping` or `stopped`; False where it had ended."""
    return bool(_sql.finish(db, id=number, state=state))


def recipients(db: sqlite3.Connection, audience: Audience) -> list[Recipient]:
    """Everybody the audience holds who hasn't blocked the bot."""
    rows = {
        Whom.ALL: lambda: _sql.to_all(db),
        Whom.LANGUAGE: lambda: _sql.to_language(db, language=audience.which),
        Whom.TRACK: lambda: _sql.to_followers(db, track_id=audience.which),
    }[audience.whom]()
    return [Recipient(row["chat_id"], row["quiet_hours"]) for row in rows]


def choices(db: sqlite3.Connection) -> Choices:
    """How many can be reached, in all, by language and by track."""
    languages = {row["language"]: row["people"] for row in _sql.by_language(db)}
    tracks = {row["track_id"]: row["people"] for row in _sql.by_track(db)}
    return Choices(sum(languages.values()), languages, tracks)


def _broadcast(row: dict[str, Any]) -> Broadcast:
    whom, _, which = row["audience"].partition(":")
    return Broadcast(**{**row, "audience": Audience(Whom(whom), which)})
