"""A copy of the store, taken while the bot runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from data.database import StoreError
from data.remedies import remedy


def back_up(source: str | Path, target: Path) -> int:
    """Copy the store as it stands at one moment, whole or not at all; gives its bytes. Raises StoreError.

    Takes seconds for a large one and blocks; nobody who writes meanwhile has to wait.
    """
    if not Path(source).exists():
        message = f"{source}: there is no store here yet"
        raise StoreError(message)
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        _copy(source, part)
        part.replace(target)
    except (sqlite3.Error, OSError) as error:
        part.unlink(missing_ok=True)
        message = f"{target}: {remedy(error) if isinstance(error, sqlite3.Error) else error.strerror}"
        raise StoreError(message) from error
    return target.stat().st_size


def _copy(source: str | Path, part: Path) -> None:
    with closing(sqlite3.connect(source)) as store, closing(sqlite3.connect(part)) as copy:
        store.backup(copy)
        # One file that can be carried away: WAL would want company.
        copy.execute("PRAGMA journal_mode = DELETE")
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise sqlite3.DatabaseError(f"database disk image is malformed ({found})")
