"""Concepts and their words in the languages of the house; the organisers' file may be put in its place."""

import json
from functools import cache
from importlib.resources import files


@cache
def glossary() -> tuple[tuple[str, ...], ...]:
    """Rows of words for one concept each."""
    path = files("data").joinpath("sample", "glossary.json")
    return tuple(tuple(row) for row in json.loads(path.read_text("utf-8")))
