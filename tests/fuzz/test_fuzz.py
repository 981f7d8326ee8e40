"""Every reader takes a few files that are a little wrong; `python -m tests.fuzz` goes on for longer."""

import pytest

from data.formats.detect import NAMES
from tests.fuzz.__main__ import file_of, run_one

FILES = 12


@pytest.mark.parametrize("reader", NAMES)
def test_a_reader_reads_or_refuses_what_is_a_little_wrong(reader: str) -> None:
    for number in range(FILES):
        seed, content, dice = file_of(reader, 1, number, real=False)
        run_one(reader, seed, content, dice)
