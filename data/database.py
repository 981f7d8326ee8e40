"""The SQLite file: one writer, a few readers, whole transactions, migrations."""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite

from data.queue import Queue, Results, Work, Works
from data.remedies import remedy
from data.transactions import committed, in_transaction, looked_up

T = TypeVar("T")

READERS: Final = 2
MIGRATIONS: Final = files("data").joinpath("migrations")
_BUSY_SECONDS: Final = 5.0
# FULL: a power cut must not lose what was acknowledged; WAL alone does.
_PRAGMAS: Final = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")


class StoreError(Exception):
    """The store cannot be used; the message says why and what to do."""


_log = logging.getLogger(__name__)


class Database:
    """Hands whole transactions to the writer's thread, so that no cancelled task can leave one open."""

    def __init__(self, path: str | Path, writer: aiosqlite.Connection, readers: list[aiosqlite.Connection]) -> None:
        self._path = path
        self._writer = writer
        self._readers = readers
        self._write_queue = Queue(lambda works: _on_thread(writer, lambda db: committed(db, works)))
        self._read_queues = [Queue(partial(_read_on, reader)) for reader in readers]

    @classmethod
    async def open(cls, path: str | Path) -> "Database":
        """Open or create the file and bring it to the newest schema; raises StoreError."""
        try:
            # aiosqlite leaves a thread behind where it can't open the file.
            await asyncio.to_thread(lambda: sqlite3.connect(path).close())
            writer = await _connect(path)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: {remedy(error)}") from error
        try:
            await _on_thread(writer, _check)
            await _on_thread(writer, _migrate)
        except (sqlite3.Error, StoreError) as error:
            await writer.close()
            raise StoreError(f"{path}: {remedy(error) if isinstance(error, sqlite3.Error) else error}") from error
        return cls(path, writer, [await _connect(path, "query_only = ON") for _ in range(READERS)])

    async def write(self, work: Work[T], *, alone: bool = False) -> T:
        """Run the work in a BEGIN IMMEDIATE transaction, all of it or nothing; it ends even if the caller is cancelled.

        Works that wait for each other are committed together; one that fails takes none of the others with it, but has
        them run a second time: what a work does outside the store must bear that. One that takes long goes `alone`.
        """
        return await self._write_queue.put(work, alone=alone)

    async def read(self, work: Work[T]) -> T:
        """Run the work on a reader's thread; all of it sees the last committed state.

        One reader does as long as it can, since works that go together cost half as much.
        """
        free = [queue for queue in self._read_queues if not queue.held_up]
        return await (free[0] if free else min(self._read_queues, key=len)).put(work)

    async def check(self) -> None:
        """Go through the whole file, seconds for a large one; raises StoreError where it is damaged."""
        try:
            found = await self.read(_quick_check)
        except sqlite3.Error as error:
            found = str(error)
        if found != "ok":
            damage = sqlite3.DatabaseError(f"malformed ({' '.join(found.split())})")
            raise StoreError(f"{self._path}: {remedy(damage)}")

    async def close(self) -> None:
        """Let transactions in flight end, then close every connection."""
        for queue in (self._write_queue, *self._read_queues):
            await queue.emptied()
        for reader in self._readers:
            await reader.close()
        try:
            await self._writer.execute("PRAGMA optimize")
        except sqlite3.Error as error:
            _log.info("the store was closed without tidying up: %s", error)
        finally:
            await self._writer.close()


async def _connect(path: str | Path, *more: str) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    connection.row_factory = _Row
    try:
        for pragma in (*_PRAGMAS, *more):
            await connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        await connection.close()
        raise
    return connection


class _Row(dict[str, Any]):
    """A row by column name. Not sqlite3.Row: aiosql takes a single value out of tuples and mappings only."""

    def __init__(self, cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> None:
        super().__init__(zip((column[0] for column in cursor.description), values, strict=True))


def _read_on(connection: aiosqlite.Connection, works: Works) -> Awaitable[Results]:
    return _on_thread(connection, lambda db: looked_up(db, works))


async def _on_thread(connection: aiosqlite.Connection, work: Work[T]) -> T:
    # aiosqlite has no public way to run a whole function on its thread; this is the one place that does.
    execute: Callable[..., Awaitable[T]] = connection._execute  # noqa: SLF001
    return await execute(work, connection._conn)  # noqa: SLF001


def migrations() -> list[tuple[int, str]]:
    """Number and SQL of each migration, in order; the number is the schema version it leads to."""
    scripts = sorted(MIGRATIONS.iterdir(), key=lambda path: path.name)
    return [(int(path.name[:4]), path.read_text("utf-8")) for path in scripts if path.name.endswith(".sql")]


def _quick_check(db: sqlite3.Connection) -> str:
    return str(next(iter(db.execute("PRAGMA quick_check(1)").fetchone().values())))


def _check(db: sqlite3.Connection) -> None:
    # A file one may only read is noticed here, not at the first question.
    in_transaction(db, lambda _: None, "IMMEDIATE")


def _migrate(db: sqlite3.Connection) -> None:
    steps = migrations()
    current = db.execute("PRAGMA user_version").fetchone()["user_version"]
    if current > steps[-1][0]:
        message = f"was written by a newer version (schema {current}, this one knows {steps[-1][0]}); upgrade Expobot"
        raise StoreError(message)
    for number, script in steps:
        if number > current:
            in_transaction(db, partial(_apply, script=script, number=number), "IMMEDIATE")


def _apply(db: sqlite3.Connection, *, script: str, number: int) -> None:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    db.execute(statement)
    db.execute(f"PRAGMA user_version = {number}")
