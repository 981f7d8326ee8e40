"""Large files are read by a process of their own: it is bounded in time and memory, and holds nobody else up."""

import gc
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Final

from data.formats import packed
from data.formats.errors import ProgrammeError
from data.formats.reading import Options, Reading

SECONDS: Final = 20
"""Of a processor."""

MEMORY: Final = 1_000_000_000
"""Bytes of address space."""

_LARGE: Final = 250_000
_PATIENCE: Final = 120.0
_ROOT: Final = str(Path(__file__).parents[2])
TOO_MUCH: Final = 3
"""The exit status that tells of too little memory."""


def is_large(content: bytes) -> bool:
    """Whether reading it would hold others up; a zip file counts as large as what is in it."""
    return len(content) > _LARGE or packed.size(content) > _LARGE


def read(content: bytes, options: Options, format: str | None) -> Reading:  # noqa: A002 - the word of the command line
    """As `detect.read`. Raises ProgrammeError, also where it takes more time or memory than any programme."""
    told = pickle.dumps((content, options, format))
    command = [sys.executable, "-P", "-m", "data.formats.child"]
    # Nothing of the environment: whatever gets hold of the child finds no token there.
    try:
        child = subprocess.run(  # noqa: S603 - our own module
            command, input=told, stdout=subprocess.PIPE, env={"PYTHONPATH": _ROOT}, timeout=_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise ProgrammeError(_too_much()) from None
    if child.returncode == TOO_MUCH or child.returncode < 0:
        raise ProgrammeError(_too_much())
    child.check_returncode()
    outcome = _unpickled(child.stdout)
    if not isinstance(outcome, Reading):
        raise outcome if isinstance(outcome, ProgrammeError) else TypeError(type(outcome))
    return outcome


def _unpickled(content: bytes) -> object:
    """What the child wrote; collections that went through all of it meanwhile would hold the loop up for 100 ms."""
    gc.disable()
    try:
        return pickle.loads(content)  # noqa: S301 - our own child's
    finally:
        gc.freeze()
        gc.enable()


def _too_much() -> str:
    return (
        f"reading it takes more than {SECONDS} seconds or {MEMORY / 1e9:.0f} GB of memory; no programme needs so much"
    )
