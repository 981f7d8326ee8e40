"""Programmes that differ from the sample, and what the scenarios of changes have in common."""

import asyncio
import sqlite3
from collections.abc import Iterable
from datetime import datetime
from importlib.resources import files
from typing import Any

from bot.domain.models import Programme, Session
from bot.domain.outbox import Kind
from data import outbox
from data.proposals import Offer
from tests.scenarios.conftest import Conversation, World

SAMPLE = Programme.model_validate_json((files("data") / "sample" / "programme.json").read_bytes())
START = "/start s_"


def at(clock: str, day: int = 24) -> datetime:
    return datetime.fromisoformat(f"2019-09-{day}T{clock}:00+02:00")


def changed(programme: Programme, session_id: str, **fields: Any) -> Programme:
    sessions = [one.model_copy(update=fields) if one.id == session_id else one for one in programme.sessions]
    return programme.model_copy(update={"sessions": tuple(sessions)})


def without(programme: Programme, *gone: str) -> Programme:
    return programme.model_copy(update={"sessions": tuple(one for one in programme.sessions if one.id not in gone)})


def with_sessions(programme: Programme, new: Iterable[Session]) -> Programme:
    return programme.model_copy(update={"sessions": (*programme.sessions, *new)})


def moved(programme: Programme, session_id: str, start: str, end: str, **fields: Any) -> Programme:
    return changed(programme, session_id, start=at(start), end=at(end), **fields)


async def takes(world: World, programme: Programme) -> None:
    """The source brings this programme, and what is due goes out."""
    await world.app.services.updates.put_in_force(Offer(programme, b"", "programme.json"))
    await quiet(world)


async def quiet(world: World) -> None:
    """Until nothing that is due waits or is on its way any more."""

    def open_rows(db: sqlite3.Connection) -> int:
        now = int(world.clock.now().timestamp())
        waiting = "SELECT count(*) AS n FROM outbox WHERE state = 'sending' OR (state = 'planned' AND due <= ?)"
        return int(db.execute(waiting, [now]).fetchone()["n"])

    async with asyncio.timeout(30):
        while await world.database.read(open_rows):
            await asyncio.sleep(0.01)
    await world.settled()


async def comes(world: World, moment: str) -> None:
    """The expo's clock shows that time, and what is due goes out."""
    await world.moves_to(moment)
    await quiet(world)


async def saves(person: Conversation, *keys: str) -> None:
    for key in keys:
        await person.says(f"{START}{key}")
        await person.presses("☆ Lagre")


async def states(world: World) -> dict[tuple[str, str], int]:
    return {key: number for key, number in (await world.database.read(outbox.counts)).items() if key[0] == Kind.ALERT}
