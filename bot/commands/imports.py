"""`expobot import`: what differs and whom it concerns, then into force; `--undo` leads back."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, get_args

from rich.progress import Progress, SpinnerColumn, TextColumn
from rich.table import Table

from bot.commands.console import ERR, OUT, CommandError, clock_of
from bot.commands.programmes import read_named, summary
from bot.config import Settings
from bot.domain.changes import Kind
from bot.domain.localised import in_language
from bot.domain.models import Session
from bot.domain.programme import Index
from bot.services.alerts import AlertPlanner
from bot.services.feed import digest_of
from bot.services.programme import ProgrammeService
from bot.services.reminders import Planner
from bot.services.updates import Done, NoVersionError, Outlook, UpdateService
from data import sources
from data.database import Database
from data.download import NO_MARKS
from data.feed import fetch, fetch_plan
from data.proposals import Offer

_KINDS: Final[Mapping[Kind, str]] = {
    "new": "new",
    "cancelled": "cancelled",
    "back": "back again",
    "moved": "moved in time",
    "length": "other end",
    "room": "moved in room",
    "renamed": "renamed",
    "speakers": "speakers changed",
    "text": "text only",
}
_DOUBTS: Final = {
    "gone": "more than a third of the programme would be gone",
    "shifted": "most sessions would move by the same hours",
}
_SHOWN: Final = 200
_SHOWN_WITH_IMPORT: Final = 20


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says beside the source."""

    timezone: str
    format: str | None = None
    mapping: Mapping[str, str] = field(default_factory=dict)
    dry_run: bool = False
    force: bool = False


def columns(pairs: Iterable[str]) -> dict[str, str]:
    """`--map COLUMN=FIELD`, each pair once; raises CommandError."""
    split = [pair.rpartition("=") for pair in pairs]
    for column, _, field_ in split:
        if not column or not field_:
            raise CommandError("--map takes COLUMN=FIELD, such as --map Tittel=title")
    return {column: field_ for column, _, field_ in split}


async def import_programme(settings: Settings, source: str, options: Options) -> None:
    """Read a programme, say what it holds and changes, put it in force (unless dry)."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    async with _updates(settings) as (programme, updates):
        with Progress(*columns, console=ERR, transient=True, disable=not ERR.is_terminal) as progress:
            step = progress.add_task(f"Reading {source}")
            content = await fetch(source)
            reading = await read_named(content, source, options.timezone, options.format, options.mapping)
            plan = await fetch_plan(source, reading.programme.expo.venue)
            progress.update(step, description="Comparing")
            digest = digest_of(content, options.timezone)
            offer = Offer(reading.programme, plan, source, digest, reading.whole)
            outlook = await updates.outlook(offer)
        before = programme.loaded.index if programme.loaded else None
        OUT.print(summary(source, reading))
        for remark in reading.remarks:
            ERR.print(f"note: {remark}")
        _print(before, outlook, _SHOWN if options.dry_run else _SHOWN_WITH_IMPORT)
        if options.dry_run:
            return
        if outlook.suspicion and not options.force:
            message = f"{_DOUBTS[outlook.suspicion]}; nothing was changed. If that is right, say --force"
            raise CommandError(message)
        _print_asked(await updates.put_in_force(offer, lambda db, _: sources.note(db, source, digest, NO_MARKS)))


async def undo(settings: Settings) -> None:
    """Put the version before the one in force back and say what that changes; raises CommandError."""
    async with _updates(settings) as (programme, updates):
        await programme.load()
        before = programme.loaded.index if programme.loaded else None
        try:
            done = await updates.undo()
        except NoVersionError:
            raise CommandError("There is no version before the one in force") from None
        _print(before, done.outlook, _SHOWN_WITH_IMPORT)


@asynccontextmanager
async def _updates(settings: Settings) -> AsyncIterator[tuple[ProgrammeService, UpdateService]]:
    database = await Database.open(settings.database_path)
    programme = ProgrammeService(database)
    planner, alerts = Planner(settings.reminder_minutes), AlertPlanner(settings.quiet_hours)
    try:
        yield programme, UpdateService(database, clock_of(settings), programme, planner, alerts, lambda: None)
    finally:
        await database.close()


def _print(before: Index | None, outlook: Outlook, shown: int) -> None:
    if before is None:
        return
    if not outlook.changes:
        OUT.print("Nothing differs from the programme in force.")
        return
    OUT.print(_table(before, outlook, shown))
    counts = Counter(change.kinds[0] for change in outlook.changes)
    OUT.print(", ".join(f"{counts[kind]} {_KINDS[kind]}" for kind in get_args(Kind) if counts[kind]))
    OUT.print(f"{outlook.everybody} people concerned in all")


def _print_asked(done: Done) -> None:
    for edit in done.conflicts:
        ERR.print(f"note: {edit.session_id}: its {edit.field} was changed by hand and stays so")


def _table(before: Index, outlook: Outlook, shown: int) -> Table:
    table = Table("change", "session", "was", "is", "people", title="Difference")
    for change, people in [*zip(outlook.changes, outlook.people, strict=True)][:shown]:
        was, now = _said(before, change.before), _said(outlook.index or before, change.after)
        table.add_row(", ".join(_KINDS[kind] for kind in change.kinds), change.after.title, was, now, str(people))
    if len(outlook.changes) > shown:
        table.caption = f"and {len(outlook.changes) - shown} more"
    return table


def _said(index: Index, session: Session | None) -> str:
    if session is None:
        return ""
    if session.cancelled:
        return "cancelled"
    start = f"{index.local(session.start):%Y-%m-%d %H:%M}" if session.start else "no time"
    rooms = [in_language(index.rooms[one].name, "en") if one in index.rooms else one for one in session.rooms]
    return " ".join((start, *rooms))
