"""`make bench`: measures everything and prints the tables; `--write` also puts them into docs/figures.md."""

import argparse
import asyncio
import os
import platform
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import answering
import asking
import editing
import hostile
import meanwhile
import moving
import planning
import sending
import slot
import standing
from rich.console import Console
from table import Figures

_PAGE: Final = Path(__file__).parents[1] / "docs" / "figures.md"
_BY_HAND: Final = "## The three days in half an hour"
"""From here on the page is written by hand."""

_PARTS: Final[dict[str, Callable[[], Awaitable[Figures | None]]]] = {
    "answering": answering.measure,
    "sending": sending.measure,
    "planning": planning.measure,
    "moving": moving.measure,
    "standing": standing.measure,
    "asking": asking.measure,
    "slot": slot.measure,
    "hostile": hostile.measure,
    "during": meanwhile.measure,
    "editing": editing.measure,
}


async def _run(parts: list[str], *, write: bool) -> None:
    console = Console()
    tables: list[Figures] = []
    for name in parts:
        with console.status(f"Measuring {name}"):
            figures = await _PARTS[name]()
        if figures is None:
            console.print(f"{name}: left out, its material (../shared) is not at hand")
            continue
        tables.append(figures)
        console.print(figures.shown())
    if write:
        _PAGE.write_text(_page(tables, _PAGE.read_text("utf-8")), "utf-8")
        console.print(f"Written: {_PAGE}")


def _page(tables: list[Figures], before: str) -> str:
    day = datetime.now(UTC).date()
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {day}"
    head = f"# Figures\n\n`make bench` measures these on your machine. Here: {machine}. Take ratios, not absolutes.\n"
    _, heading, by_hand = before.partition(_BY_HAND)
    return "\n".join([head, *(table.markdown() for table in tables), heading + by_hand])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*_PARTS, []], help="Only these; otherwise all.")
    parser.add_argument("--write", action="store_true", help="Write docs/figures.md too.")
    given = parser.parse_args()
    asyncio.run(_run(given.parts or [*_PARTS], write=given.write))
