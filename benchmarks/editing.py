"""The programme's file is edited while the bot runs: how soon the first and the last of 4,500 people hear of it."""

import sqlite3
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import Final

from hall import PEOPLE, RATE, Hall, opened
from table import Figures

from bot.commands.programmes import SAMPLE, read_source
from bot.domain.models import Programme, Session
from bot.domain.programme import Index
from data import favourites
from data.formats import native

_BEFORE: Final = timedelta(hours=2)
_PATIENCE: Final = 400.0


async def measure() -> Figures:
    """One session is moved and one cancelled; everybody has saved both, and gets one message of the two."""
    programme = (await read_source(SAMPLE, "Europe/Oslo")).programme
    first, second = Index(programme).sessions[10:12]

    def saved(db: sqlite3.Connection) -> None:
        for person in PEOPLE:
            for session in (first, second):
                favourites.add(db, person, session.id, 0)

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "programme.json"
        source.write_bytes(native.write(programme))
        async with opened(Index.start(first) - _BEFORE, saved, str(source)) as hall:
            source.write_bytes(native.write(_edited(programme, first, second)))
            began = time.monotonic()
            await hall.until(lambda: len(hall.reached) >= len(PEOPLE), _PATIENCE)
    return _figures(hall, began)


def _edited(programme: Programme, moved: Session, cancelled: Session) -> Programme:
    later = {"start": Index.start(moved) + timedelta(minutes=30), "end": Index.end(moved) + timedelta(minutes=30)}
    told = {moved.id: later, cancelled.id: {"cancelled": True}}
    sessions = tuple(one.model_copy(update=told.get(one.id, {})) for one in programme.sessions)
    return programme.model_copy(update={"sessions": sessions})


def _figures(hall: Hall, began: float) -> Figures:
    first, last = (one.real - began for one in (hall.reached[0], hall.reached[-1]))
    rows = [
        ["people told, one message each", f"{len({one.person for one in hall.reached}):,} of {len(PEOPLE):,}"],
        ["from the file's saving to the first alert", f"{first:.1f} s"],
        ["from the first alert to the last", f"{last - first:.1f} s, at the limit {(len(PEOPLE) - 1) / RATE:.1f} s"],
        ["429s", str(hall.pace.refused)],
    ]
    return Figures("An edit of the programme that concerns everybody", ("", ""), rows, f"At {RATE} a second.")
