"""What tests of several folders share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from data.database import Database


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty store."""
    database = await Database.open(tmp_path / "expo.db")
    yield database
    await database.close()
