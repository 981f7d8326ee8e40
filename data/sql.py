"""The SQL of `queries/`, one set a file, loaded once."""

from importlib.resources import files
from typing import Any, Final

import aiosql

_DIALECT: Final = "sqlite3"


def queries(group: str) -> Any:  # noqa: ANN401 - aiosql makes the methods from the file, so no type can name them
    """The named queries of `queries/<group>.sql`, each a method that takes a connection first."""
    text = files("data").joinpath("queries", f"{group}.sql").read_text("utf-8")
    return aiosql.from_str(text, _DIALECT)
