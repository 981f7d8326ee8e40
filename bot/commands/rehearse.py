"""`expobot rehearse`: the whole expo at speed, with faults; a table at the end, and whether every promise was kept."""

import asyncio
import signal
import tempfile
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
from rich.table import Table

from bot.commands.console import ERR, OUT, CommandError
from bot.commands.programmes import SAMPLE, read_source
from bot.config import Settings
from bot.playground.rehearsal.options import Options
from bot.playground.rehearsal.pictures import draw
from bot.playground.rehearsal.process import BotGoneError
from bot.playground.rehearsal.rehearsal import Outcome, Rehearsal
from bot.playground.rehearsal.verdict import Account, Telling, Verdict


async def rehearse(settings: Settings, options: Options, pictures: Path | None) -> bool:
    """Play the programme of the settings, or the sample expo's; whether nothing was broken."""
    # As Ctrl-C does: the bot of the rehearsal must not outlive it.
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, signal.raise_signal, signal.SIGINT)
    reading = await read_source(settings.programme or SAMPLE, settings.expo_timezone)
    folder = Path(tempfile.mkdtemp(prefix="expobot-rehearsal-"))
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=ERR, transient=True) as progress:
        task = progress.add_task("", total=1)
        rehearsal = Rehearsal(
            reading.programme,
            options,
            folder,
            lambda done, words: progress.update(task, completed=done, description=words),
        )
        try:
            outcome = await rehearsal.run()
        except BotGoneError as error:
            raise CommandError(str(error)) from None
    for table in (_accounts(outcome.verdict), _figures(options, outcome)):
        OUT.print(table)
    for path in draw(pictures, outcome.verdict.early, outcome.times, outcome.kills) if pictures else ():
        OUT.print(f"Drawn: {path}")
    for broken in outcome.verdict.broken:
        ERR.print(f"broken: {broken}")
    if outcome.verdict.broken:
        ERR.print(f"The store and the bot's log are in {folder}")
    return not outcome.verdict.broken


def _accounts(verdict: Verdict) -> Table:
    table = Table(title="What was promised, and what became of it")
    table.add_column("")
    for kind in verdict.accounts:
        table.add_column(f"{kind}s", justify="right")
    for field in fields(Account):
        table.add_row(field.name, *(f"{getattr(account, field.name):,}" for account in verdict.accounts.values()))
    return table


def _figures(options: Options, outcome: Outcome) -> Table:
    verdict, faults = outcome.verdict, outcome.faults
    half, nearly_all = (_share(verdict.answer_seconds, share) for share in (0.5, 0.99))
    pace = len(outcome.times) / outcome.seconds
    table = Table(show_header=False)
    rows = {
        "attendees": f"{options.attendees:,}",
        "questions and commands": f"{verdict.asked:,}",
        "never answered": f"{verdict.unanswered:,}",
        "answered twice": f"{verdict.answered_twice:,}, with {verdict.in_hand:,} in hand at the kills",
        "answer p50, p99": f"{half:.0f} ms, {nearly_all:.0f} ms",
        "messages": f"{len(outcome.times):,} in {outcome.seconds:.0f} s, {pace:.0f} a second",
        "faults": ", ".join(f"{count} × {name}" for name, count in sorted(faults.items())) or "none",
        "kill -9": str(len(outcome.kills)),
        "doubled by kills": f"{verdict.doubled_by_kills:,}, with {verdict.in_flight:,} in flight at them",
        "carried out without a reply": f"{verdict.doubtful:,}",
        "a change's first alert": _slowest(verdict.tellings),
        "the bot's memory, CPU": f"{outcome.peak_bytes / 1e6:.0f} MB at its peak, {outcome.cpu_seconds:.0f} s",
    }
    for name, value in rows.items():
        table.add_row(name, value)
    return table


def _slowest(tellings: Sequence[Telling]) -> str:
    """Of the changes that people were told of, how long the slowest took."""
    if not tellings:
        return "none was told"
    first = max(one.first for one in tellings)
    last = max(tellings, key=lambda one: one.last - one.first)
    spread = f"the last of {last.number:,} {last.last - last.first:.1f} s later"
    return f"after {first:.1f} s at most, {spread}; {len(tellings)} changes"


def _share(ordered: Sequence[float], share: float) -> float:
    """The value below which that share lies, in milliseconds."""
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else 0.0
