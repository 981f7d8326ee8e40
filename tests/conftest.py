"""What tests of several folders share."""

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from data.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty store."""
    database = await Database.open(tmp_path / "expo.db")
    yield database
    await database.close()


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """What a bot set aside for its lifetime goes with the test."""
    yield
    gc.unfreeze()
