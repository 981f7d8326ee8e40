"""The programme in force: loaded from the store, swapped whole."""

import asyncio
import gc
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.domain.errors import PersonError
from bot.domain.models import Point, Programme
from bot.domain.programme import NOTHING, Index
from bot.questions.engine import Engine
from bot.services.plan import marked
from data import programme as programmes
from data.database import Database
from data.glossary import glossary

T = TypeVar("T")

TRIES: Final = 5
"""How often what goes by the programme is done anew because another came into force meanwhile."""

_YOUNG: Final = 5_000
"""New objects before the collector looks; at Python's 700 it looks several times a question, and finds nothing."""


@dataclass(frozen=True, slots=True)
class InForce:
    """One version of the programme with all that is made of it."""

    version: int
    index: Index
    engine: Engine
    plan: bytes = b""


def prepare(version: int, programme: Programme, plan: bytes = b"") -> InForce:
    """Index a programme; slow enough (up to seconds) to belong on a thread."""
    index = Index(programme)
    engine = Engine(index, glossary())
    engine.warm()
    return InForce(version, index, engine, plan)


class NoProgrammeError(PersonError):
    """The store holds no programme yet."""

    def __init__(self) -> None:
        super().__init__("error-no-programme")


class OutdatedError(Exception):
    """The programme in memory is not the one in force; somebody else changed it meanwhile."""


class ProgrammeService:
    """Readers take `current` once and use that throughout; it is replaced, never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._current: InForce | None = None
        self._loading = asyncio.Lock()

    @property
    def current(self) -> InForce:
        """The programme in force; raises NoProgrammeError where none is."""
        if self._current is None:
            raise NoProgrammeError
        return self._current

    @property
    def loaded(self) -> InForce | None:
        """The same, None where none is."""
        return self._current

    @property
    def index(self) -> Index:
        """The index of the programme in force."""
        return self.current.index

    @property
    def index_so_far(self) -> Index:
        """The same, an empty one where no programme is in force."""
        return self._current.index if self._current else NOTHING

    async def plan_with(self, point: Point | None) -> bytes:
        """A PNG of the floor plan with that point marked; empty where there is no plan or no point."""
        if point is None or self._current is None or not self._current.plan:
            return b""
        return await asyncio.to_thread(marked, self._current.plan, point)

    async def load(self) -> bool:
        """Take over what the store holds, if that is another version; False where it holds none."""
        # One at a time: those who wait meanwhile find it there, and needn't each spend seconds on it.
        async with self._loading:
            version = await self._database.read(programmes.version)
            if version is None:
                return False
            if version != self._version:
                loaded = await self._database.read(programmes.load)
                if loaded:
                    self.take(await asyncio.to_thread(prepare, *loaded))
            return True

    async def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run a work that goes by the programme in memory in a transaction in which that is the one in force.

        Where another process or an import has just brought a newer one, it is loaded first; raises OutdatedError where
        that goes on for ever.
        """

        def when_in_force(db: sqlite3.Connection) -> list[T]:
            # Not an error, for which all that waits for the writer along with it (an import, say) would be done twice.
            return [work(db)] if programmes.version(db) == self._version else []

        for _ in range(TRIES):
            if done := await self._database.write(when_in_force):
                return done[0]
            await self.load()
        raise OutdatedError

    @property
    def _version(self) -> int | None:
        return self._current.version if self._current else None

    def take(self, programme: InForce) -> None:
        """Read this one from now on; it has just come into force."""
        if self._current is None or programme.version >= self._current.version:
            self._current = programme
            # It lasts; a collection that went through all of it again would hold up the loop for 50 ms and more.
            gc.freeze()
            gc.set_threshold(_YOUNG)
