"""One bot a store: two of them would send everything at twice the pace, and repeat what the other is sending."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from data.database import StoreError
from data.remedies import remedy

_LOCK: Final = ".lock"


@contextmanager
def alone(path: str | Path) -> Iterator[None]:
    """Be the only one who runs a bot with this store; raises StoreError where another does.

    The lock is the system's, on an empty file beside the store, and goes with the process however that ends.
    """
    try:
        lock = sqlite3.connect(f"{path}{_LOCK}", timeout=0, isolation_level=None)
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {remedy(error)}") from error
    with closing(lock):
        _take(lock, path)
        yield


def _take(lock: sqlite3.Connection, path: str | Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        taken = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
        why = "another Expobot runs with this store; stop that one first" if taken else remedy(error)
        raise StoreError(f"{path}: {why}") from error
