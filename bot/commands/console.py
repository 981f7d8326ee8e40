"""What the commands share: settings or their faults, the clock, faults in one line."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import typer
from rich.console import Console

from bot.clock import Clock, SimulatedClock
from bot.config import Settings, SettingsError, load_settings
from data.database import StoreError
from data.formats.errors import ProgrammeError
from data.remedies import remedy

# Titles and paths are printed as they are, whatever brackets and colons they hold.
OUT: Final = Console(markup=False, emoji=False, highlight=False)
ERR: Final = Console(stderr=True, soft_wrap=True, markup=False, emoji=False, highlight=False)


_TALKATIVE: Final = ("aiohttp", "aiosqlite", "httpcore", "httpx", "telegram")


class CommandError(Exception):
    """Why a command cannot go on, in one line."""


@contextmanager
def faults_in_one_line() -> Iterator[None]:
    """Turn what a person can mend into one line a fault and exit status 1."""
    try:
        yield
    except SettingsError as error:
        fail(*error.faults)
    except (ProgrammeError, StoreError, CommandError) as error:
        fail(str(error))
    except sqlite3.Error as error:
        fail(f"the store: {remedy(error)}")
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}" if error.filename else str(error))


def fail(*lines: str) -> None:
    """Say what is wrong and stop with exit status 1."""
    for line in lines:
        ERR.print(line)
    raise typer.Exit(1)


def settings_and_logs() -> Settings:
    """The settings, with the log set up as they say; libraries that would log the token or a message are silenced."""
    settings = load_settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return settings


def clock_of(settings: Settings) -> Clock:
    """The real clock, or the simulated one of CLOCK_START and CLOCK_SPEED."""
    start = settings.clock_begins
    return SimulatedClock(start, settings.clock_speed) if start else Clock()
