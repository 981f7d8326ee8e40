"""Another program that holds the file is waited out; works that only read go together."""

import sqlite3
import threading
from functools import partial
from pathlib import Path

import pytest

from data import transactions
from data.transactions import committed, in_transaction, looked_up


def test_write_waits_for_another_program(tmp_path: Path) -> None:
    holder = sqlite3.connect(tmp_path / "expo.db", isolation_level=None, check_same_thread=False)
    ours = sqlite3.connect(tmp_path / "expo.db", isolation_level=None, timeout=0.05)
    holder.execute("CREATE TABLE things (name TEXT)")
    holder.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.15, lambda: holder.execute("COMMIT"))
    release.start()
    in_transaction(ours, lambda db: db.execute("INSERT INTO things VALUES ('kept')"), "IMMEDIATE")
    assert ours.execute("SELECT name FROM things").fetchall() == [("kept",)]
    release.join()
    holder.close()
    ours.close()


def test_write_gives_up_at_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transactions, "PATIENCE", 2)
    holder = sqlite3.connect(tmp_path / "expo.db", isolation_level=None)
    ours = sqlite3.connect(tmp_path / "expo.db", isolation_level=None, timeout=0.01)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        in_transaction(ours, lambda db: db.execute("SELECT 1"), "IMMEDIATE")
    holder.close()
    ours.close()


def test_reads_that_go_together_fail_alone() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    found, failed = looked_up(
        db, [lambda db: db.execute("SELECT 1").fetchone(), lambda db: db.execute("SELECT absent")]
    )
    assert found == ((1,), None)
    assert str(failed[1]) == "no such column: absent"
    db.close()


def test_reads_fail_together_where_none_can_begin() -> None:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("BEGIN")
    failed = looked_up(db, [lambda _: 1, lambda _: 2])
    assert [(value, type(error)) for value, error in failed] == [(None, sqlite3.OperationalError)] * 2
    db.close()


def things() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE things (name TEXT UNIQUE)")
    return db


def named(db: sqlite3.Connection) -> list[str]:
    return [name for (name,) in db.execute("SELECT name FROM things ORDER BY name")]


def add(name: str, db: sqlite3.Connection) -> str:
    db.execute("INSERT INTO things VALUES (?)", (name,))
    return name


def test_writes_that_go_together_are_one_transaction() -> None:
    db = things()
    said = list[str]()
    db.set_trace_callback(said.append)
    found = committed(db, [partial(add, "a"), partial(add, "b")])
    assert [*found] == [("a", None), ("b", None)]
    assert [one.split()[0] for one in said] == ["BEGIN", "INSERT", "INSERT", "COMMIT"]
    assert named(db) == ["a", "b"]
    db.close()


def test_write_that_fails_is_undone_alone_and_the_others_run_again() -> None:
    db = things()
    runs = list[str]()

    def twice(name: str, db: sqlite3.Connection) -> str:
        runs.append(name)
        return add(name, db) and add(name * 2, db)[0]

    def fail(db: sqlite3.Connection) -> None:
        db.execute("INSERT INTO things VALUES ('half')")
        raise LookupError

    first, failed, again, last = committed(db, [partial(twice, "a"), fail, partial(twice, "a"), partial(twice, "b")])
    assert (first, last) == (("a", None), ("b", None))
    assert (type(failed[1]), type(again[1])) == (LookupError, sqlite3.IntegrityError)
    assert named(db) == ["a", "aa", "b", "bb"]
    assert runs == ["a", "a", "a", "b"]
    db.close()
