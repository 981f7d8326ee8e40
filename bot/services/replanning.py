"""Changes what one person has chosen, with their reminders planned anew in the same transaction."""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from bot.clock import Clock
from bot.services.programme import ProgrammeService
from bot.services.reminders import Planner

T = TypeVar("T")


class Replanning:
    """`changed` is called once messages were planned."""

    def __init__(
        self,
        clock: Clock,
        programme: ProgrammeService,
        planner: Planner,
        changed: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._programme = programme
        self._planner = planner
        self._changed = changed

    @property
    def default_lead(self) -> int:
        """Minutes before a session that whoever chose nothing is reminded; 0 is off."""
        return self._planner.default_lead

    async def change(self, chat_id: int, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work and re-plan the chat's reminders by the programme in force: both or neither."""

        def both(db: sqlite3.Connection) -> T:
            result = work(db)
            self._planner.replan(db, chat_id, self._programme.index, self._clock.now())
            return result

        result = await self._programme.write(both)
        self._changed()
        return result
