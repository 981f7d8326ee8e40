"""What to do about a store that can't be used."""

import sqlite3
from typing import Final

_REMEDIES: Final = (
    ("not a database", "it is no database of ours: name another in DATABASE_URL, or restore a backup"),
    ("malformed", "it is damaged: stop the bot, keep the file, and put the newest backup in its place"),
    ("readonly", "it can't be written to: give the bot's user the right to write the file and its folder"),
    ("unable to open", "its folder must exist and be the bot's user's to write in"),
    ("full", "the disk is full: make room and start again; nothing that was acknowledged is lost"),
    ("locked", "another program holds it: end that one, or wait until it is done"),
    ("disk I/O error", "the disk can't be read or written: look at its health, then restore the newest backup"),
)


def remedy(error: sqlite3.Error) -> str:
    """What SQLite says, and what mends it where that is known."""
    said = str(error)
    found = next((advice for words, advice in _REMEDIES if words in said), "")
    return f"{said}; {found}" if found else said
