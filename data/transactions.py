"""Works as transactions on a connection's own thread."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final, TypeVar

from data.queue import Result, Results, Work, Works

PATIENCE: Final = 12
"""How often a transaction tries to begin; each try waits as long as the connection's own time-out."""

_USUAL_KIB: Final = 2_000
_ROOMY_KIB: Final = 64_000

T = TypeVar("T")

_log = logging.getLogger(__name__)


def in_transaction(db: sqlite3.Connection, work: Work[T], kind: str) -> T:
    """Run one work in a transaction of that kind: DEFERRED to read, IMMEDIATE to write."""
    _begin(db, kind)
    try:
        result = work(db)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    return result


@contextmanager
def roomy(db: sqlite3.Connection) -> Iterator[None]:
    """A cache that holds what a large change touches, which is otherwise written and read page by page many times."""
    db.execute(f"PRAGMA cache_size = -{_ROOMY_KIB}")
    try:
        yield
    finally:
        db.execute(f"PRAGMA cache_size = -{_USUAL_KIB}")
        db.execute("PRAGMA shrink_memory")


def _begin(db: sqlite3.Connection, kind: str) -> None:
    """Begin, waiting out another program that holds the file: nothing is lost by it, only late."""
    for left in reversed(range(PATIENCE)):
        try:
            db.execute(f"BEGIN {kind}")
        except sqlite3.OperationalError as error:
            if not left or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            _log.warning("another program holds the store; waiting for it")
        else:
            return


def looked_up(db: sqlite3.Connection, works: Works) -> Results:
    """Each work by itself, all in one transaction that only reads."""
    try:
        return in_transaction(db, lambda db: [_result(partial(work, db)) for work in works], "DEFERRED")
    except sqlite3.Error as error:
        return [(None, error)] * len(works)


class _OneFailedError(Exception):
    """One of several works has failed, and all are undone."""


def committed(db: sqlite3.Connection, works: Works) -> Results:
    """All works in one transaction, so that the disk is waited for once; one that fails is undone alone.

    That costs two statements a work, so it is done only where one has failed, for which all begin again.
    """
    if len(works) == 1:
        return [_result(partial(in_transaction, db, works[0], "IMMEDIATE"))]
    try:
        try:
            return in_transaction(db, partial(_together, works=works), "IMMEDIATE")
        except _OneFailedError:
            return in_transaction(db, partial(_each, works=works), "IMMEDIATE")
    except sqlite3.Error as error:
        return [(None, error)] * len(works)


def _together(db: sqlite3.Connection, *, works: Works) -> Results:
    results: list[Result] = []
    for work in works:
        result = _result(partial(work, db))
        if result[1] is not None or not db.in_transaction:
            raise _OneFailedError from result[1]
        results.append(result)
    return results


def _each(db: sqlite3.Connection, *, works: Works) -> Results:
    results: list[Result] = []
    for work in works:
        results.append(_result(partial(_undoable, db, work)))
        if not db.in_transaction:  # a full disk, say, undoes everything at once
            raise sqlite3.OperationalError(str(results[-1][1]))
    return results


def _undoable(db: sqlite3.Connection, work: Work[T]) -> T:
    db.execute("SAVEPOINT work")
    try:
        return work(db)
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK TO work")
        raise
    finally:
        if db.in_transaction:
            db.execute("RELEASE work")


def _result(work: Callable[[], object]) -> Result:
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - handed to whoever asked for the work
        return None, error
