"""4,500 reminders for one slot: pace, and the promise kept."""

from datetime import timedelta
from typing import Final

from hall import PEOPLE, RATE, Hall, opened
from table import Figures

from bot.commands.programmes import SAMPLE, read_source
from bot.domain.programme import Index
from data import favourites

_LEAD: Final = timedelta(minutes=15)
_EARLY: Final = timedelta(minutes=4, seconds=10)
_PATIENCE: Final = 400.0


async def measure() -> Figures:
    """All have saved the same session; the import at the start plans their reminders."""
    index = Index((await read_source(SAMPLE, "Europe/Oslo")).programme)
    session = index.sessions[10]
    due = index.start(session) - _LEAD
    async with opened(due - _EARLY, lambda db: [favourites.add(db, one, session.id, 0) for one in PEOPLE]) as hall:
        await hall.until(lambda: len(hall.reached) >= len(PEOPLE), _PATIENCE)
    return _figures(hall, due.timestamp())


def _figures(hall: Hall, due: float) -> Figures:
    unasked = hall.reached
    took = unasked[-1].real - unasked[0].real
    limit = (len(PEOPLE) - 1) / RATE
    rows = [
        ["reminders delivered", f"{len(unasked):,}"],
        ["from the first to the last", f"{took:.1f} s, at the limit {limit:.1f} s"],
        ["the last before its promised minute", f"{due - unasked[-1].moment.timestamp():.0f} s"],
        ["429s", str(hall.pace.refused)],
    ]
    notes = f"At {RATE} a second, in real time; the server refuses what comes faster."
    return Figures("4,500 reminders for one slot", ("", ""), rows, notes)
