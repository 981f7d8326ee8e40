"""Where a command's programme comes from, and what it holds."""

import asyncio
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Final

from rich.table import Table

from bot.commands.console import ERR, CommandError
from bot.config import Settings
from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.services.programme import InForce, prepare
from data.database import Database
from data.feed import fetch
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.reading import Reading
from data.programme import Stored, load

SAMPLE: Final = str(files("data").joinpath("sample", "programme.json"))


async def read_source(source: str, timezone: str) -> Reading:
    """Fetch and read a programme off the loop; raises ProgrammeError."""
    return await read_named(await fetch(source), source, timezone)


async def read_named(
    content: bytes,
    source: str,
    timezone: str,
    format: str | None = None,  # noqa: A002 - the word of the command line
    mapping: Mapping[str, str] | None = None,
) -> Reading:
    """Read a source's content off the loop; raises ProgrammeError that names the source."""
    try:
        return await asyncio.to_thread(read, content, name=source, timezone=timezone, format=format, mapping=mapping)
    except ProgrammeError as error:
        raise error.of(source) from None


async def programme_for(settings: Settings, source: str | None) -> InForce:
    """The programme of a file, else the store's, else the sample expo's (and it says so)."""
    if source is None:
        stored = await _stored(settings)
        if stored:
            return await asyncio.to_thread(prepare, *stored)
        ERR.print(f"No programme in {settings.database_path} yet; answering from the sample expo.")
    reading = await read_source(source or SAMPLE, settings.expo_timezone)
    return await asyncio.to_thread(prepare, 0, reading.programme)


async def _stored(settings: Settings) -> Stored | None:
    if not await asyncio.to_thread(Path(settings.database_path).exists):
        return None
    database = await Database.open(settings.database_path)
    try:
        return await database.read(load)
    finally:
        await database.close()


def summary(source: str, reading: Reading) -> Table:
    """What a programme holds."""
    programme = reading.programme
    table = Table(title=programme.expo.name, caption=f"{source} ({reading.format})", show_header=False)
    rows = {
        "sessions": len(programme.sessions),
        "without a time": sum(one.start is None for one in programme.sessions),
        "speakers": len(programme.speakers),
        "rooms": len(programme.rooms),
        "tracks": len(programme.tracks),
        "exhibitors": len(programme.exhibitors),
        "days": len(Index(programme).days),
    }
    for name, count in rows.items():
        table.add_row(name, str(count))
    return table


async def programme_in_force(settings: Settings) -> Programme:
    """The store's programme; raises CommandError where there is none."""
    stored = await _stored(settings)
    if stored is None:
        message = f"No programme in {settings.database_path} yet; import one with: expobot import SOURCE"
        raise CommandError(message)
    return stored.programme
