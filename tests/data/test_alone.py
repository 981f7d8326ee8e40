from pathlib import Path

import pytest

from data.alone import alone
from data.database import StoreError


def test_second_is_refused_as_long_as_the_first_is_there(tmp_path: Path) -> None:
    store = tmp_path / "expo.db"
    with alone(store):
        with (
            pytest.raises(StoreError, match=r"expo\.db: another Expobot runs with this store; stop that one first$"),
            alone(store),
        ):
            pass
        with alone(tmp_path / "other.db"):
            pass
    with alone(store):
        pass


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder must exist"), alone(tmp_path / "nowhere" / "expo.db"):
        pass
