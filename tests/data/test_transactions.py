import sqlite3
from collections.abc import Callable, Iterator

import pytest

from data.transactions import committed


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("CREATE TABLE a (x UNIQUE)")
    yield db
    db.close()


def put(*values: object) -> Callable[[sqlite3.Connection], object]:
    def work(db: sqlite3.Connection) -> object:
        for value in values:
            db.execute("INSERT INTO a VALUES (?)", (value,))
        return values[-1]

    return work


def kept(db: sqlite3.Connection) -> list[object]:
    return [value for (value,) in db.execute("SELECT x FROM a ORDER BY rowid")]


def test_work_that_fails_is_undone_alone(db: sqlite3.Connection) -> None:
    results = committed(db, [put(1), put(2, 1), put(3)])
    assert [value for value, _ in results] == [1, None, 3]
    assert [type(error) for _, error in results] == [type(None), sqlite3.IntegrityError, type(None)]
    assert (kept(db), db.in_transaction) == ([1, 3], False)


def test_full_disk_undoes_all_and_says_so_to_all(db: sqlite3.Connection) -> None:
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 1}")
    results = committed(db, [put("a"), put("b" * 100_000), put("c")])
    assert [str(error) for _, error in results] == ["database or disk is full"] * 3
    assert (kept(db), db.in_transaction) == ([], False)


def test_single_work_is_a_transaction(db: sqlite3.Connection) -> None:
    ((value, error),) = committed(db, [put(1, 1)])
    assert (value, type(error), kept(db)) == (None, sqlite3.IntegrityError, [])
