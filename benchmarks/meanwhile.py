"""Questions while a broadcast to 4,500 goes out: how long their answers take."""

import asyncio
import random
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from hall import DELAY, PEOPLE, RATE, Hall, opened
from table import Figures

from bot.playground.rehearsal.crowd import Crowd
from bot.playground.rehearsal.organiser import broadcast

_NOW: Final = datetime.fromisoformat("2019-09-24T11:20:00+02:00")
_ASKED: Final = 10
"""Questions a second."""

_QUESTIONS: Final = (
    "hva skjer kl 14?",
    "hva skjer nå",
    "noe om mobilitet i morgen?",
    "what's next",
    "hvor er lunsjen?",
)
_WARM: Final = 20
_PATIENCE: Final = 600.0


async def measure() -> Figures:
    """Anybody asks at any moment, ten times a second on average, from the first message to the last."""
    async with opened(_NOW, lambda _: None) as hall:
        crowd = Crowd(hall.api, hall.clock, hall.watch, seed=1)
        for number in PEOPLE[:_WARM]:
            crowd.ask(hall.api.person(number, "A"), _QUESTIONS[0])
        await hall.until(lambda: all(one.answers for one in hall.watch.asked), _PATIENCE)
        hall.watch.asked.clear()
        asking = asyncio.create_task(_ask(hall, crowd))
        await broadcast(crowd, hall.api, "Lunsjen er klar")
        await hall.until(lambda: len(hall.reached) >= len(PEOPLE), _PATIENCE)
        asking.cancel()
        await hall.until(lambda: all(one.answers for one in hall.watch.asked), _PATIENCE)
    return _figures(hall)


async def _ask(hall: Hall, crowd: Crowd) -> None:
    dice = random.Random(1)  # noqa: S311 - the same at every run
    while True:
        await asyncio.sleep(dice.expovariate(_ASKED))
        crowd.ask(hall.api.person(dice.choice(PEOPLE), "A"), dice.choice(_QUESTIONS))


def _figures(hall: Hall) -> Figures:
    unasked, asked = hall.reached, hall.watch.asked
    took = unasked[-1].real - unasked[0].real
    waits = sorted(one.seconds - DELAY for one in asked if one.seconds)
    rows = [
        *([name, f"{_share(waits, share) * 1000:,.0f} ms"] for name, share in _SHARES.items()),
        ["questions answered", f"{len(waits):,}, {len(waits) / took:.1f} a second"],
        ["broadcast", f"{len(unasked):,} in {took:.1f} s, {len(unasked) / took:.1f} a second"],
        ["429s", str(hall.pace.refused)],
    ]
    notes = f"At {RATE} a second; from question to answer at the server, the {DELAY * 1000:.0f} ms it takes left out."
    return Figures("Answers while a broadcast to 4,500 goes out", ("", ""), rows, notes)


_SHARES: Final = {"answers, p50": 0.5, "p90": 0.9, "p99": 0.99, "slowest": 1.0}


def _share(waits: Sequence[float], share: float) -> float:
    return waits[min(len(waits) - 1, int(share * len(waits)))]
