"""How long a question takes to understand and answer, without Telegram and store."""

import json
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import Final

import dateparser.search
from table import Figures

from bot.commands.programmes import read_source
from bot.domain.models import Programme
from bot.services.programme import prepare

_SHARED: Final = Path(__file__).parents[2] / "shared"
_WHEN: Final = _SHARED / "questions" / "when.jsonl"
_FOSDEM: Final = _SHARED / "programmes" / "fosdem-2025.schedule.xml"
_LARGE: Final = 10_000


async def measure() -> Figures | None:
    """Every question of when.jsonl; None where the material is not at hand."""
    if not (_WHEN.exists() and _FOSDEM.exists()):
        return None
    asked = [json.loads(line) for line in _WHEN.read_text("utf-8").splitlines()]
    fosdem = (await read_source(str(_FOSDEM), "Europe/Brussels")).programme
    moment = min(one.start for one in fosdem.sessions if one.start)
    rows = []
    for name, programme in (("FOSDEM 2025", fosdem), ("the same, many times over", _grown(fosdem))):
        began = time.perf_counter()
        engine = prepare(0, programme).engine
        indexed = time.perf_counter() - began
        taken = _timed(partial(engine.ask, one["text"], now=moment, language=one["lang"]) for one in asked)
        rows.append([f"Expobot, {name}", f"{len(programme.sessions):,}", *_shares(taken), f"{indexed:.1f} s"])
    taken = _timed(partial(_dateparser, one) for one in asked)
    rows.append(["dateparser.search, the time phrase only", "–", *_shares(taken), "–"])
    columns = ("", "sessions", "p50", "p99", "to index")
    return Figures(
        "Understanding and answering", columns, rows, f"{len(asked)} questions of when.jsonl, one at a time."
    )


def _dateparser(question: dict[str, str]) -> object:
    language = {"nn": "nb"}.get(question["lang"], question["lang"])
    base = datetime.fromisoformat(question["now"]).replace(tzinfo=None)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}
    return dateparser.search.search_dates(question["text"], languages=[language], settings=settings)


def _grown(programme: Programme) -> Programme:
    copies = [
        one.model_copy(
            update={"id": f"{one.id}-{number}", "start": one.start and one.start + timedelta(minutes=number)}
        )
        for number, one in enumerate(islice(cycle(programme.sessions), _LARGE))
    ]
    return programme.model_copy(update={"sessions": tuple(one.model_copy(update={"end": None}) for one in copies)})


def _timed(calls: Iterable[Callable[[], object]]) -> list[float]:
    taken = []
    for call in calls:
        began = time.perf_counter()
        call()
        taken.append(time.perf_counter() - began)
    return sorted(taken)


def _shares(taken: list[float]) -> tuple[str, str]:
    return f"{taken[len(taken) // 2] * 1000:.1f} ms", f"{taken[int(len(taken) * 0.99)] * 1000:.1f} ms"
