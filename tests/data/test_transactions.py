"""Another program that holds the file is waited out; works that only read go together."""

import sqlite3
import threading
from pathlib import Path

import pytest

from data import transactions
from data.transactions import in_transaction, looked_up


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
