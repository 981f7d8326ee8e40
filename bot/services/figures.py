"""Numbers for those who run the bot; none of them about a person."""

import sqlite3

from data import attendees, outbox
from data.database import Database


class FigureService:
    """Counts what the store holds."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def counts(self) -> tuple[int, dict[tuple[str, str], int]]:
        """How many attendees, and how many unasked messages of each kind and state."""

        def work(db: sqlite3.Connection) -> tuple[int, dict[tuple[str, str], int]]:
            return attendees.count(db), outbox.counts(db)

        return await self._database.read(work)
