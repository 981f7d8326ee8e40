"""Plays the expo day by day: starts the bot, lets people act, kills it, changes the programme, broadcasts."""

import asyncio
import random
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, TypeVar

from bot.clock import SimulatedClock
from bot.delivery.ingest import AT_ONCE
from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.http import serving
from bot.playground.rehearsal.chance import Chance
from bot.playground.rehearsal.changes import Edit, changed
from bot.playground.rehearsal.crowd import Crowd
from bot.playground.rehearsal.evidence import Evidence
from bot.playground.rehearsal.judge import judge
from bot.playground.rehearsal.options import Options
from bot.playground.rehearsal.organiser import ORGANISER, broadcast
from bot.playground.rehearsal.process import BotProcess
from bot.playground.rehearsal.record import Record
from bot.playground.rehearsal.script import Day, days_of, script
from bot.playground.rehearsal.verdict import Verdict
from bot.playground.rehearsal.watch import Watch
from data import ledger, updates
from data.database import Database
from data.formats import native

TOKEN: Final = "1:rehearsal"  # noqa: S105 - of the local Bot API
_BROADCASTS: Final = (0.35, 0.7)
_AS_IN_LIFE: Final = 1.0
"""The expo's clock while the bot is down: a restart takes as long as it takes."""
_CALM: Final = 4.5
"""Real seconds: longer than the sender waits before its last try."""

_PATIENCE: Final = 20.0
_TICK: Final = 0.02

T = TypeVar("T")
Do = Callable[[], Awaitable[None]]
Told = Callable[[float, str], None]
"""Called with the share that is done and a few words."""


@dataclass
class Outcome:
    """The verdict with what it was reached from: real moments of messages and kills, the bot's use of the machine."""

    verdict: Verdict
    faults: dict[str, int]
    times: list[float]
    kills: list[float]
    seconds: float
    peak_bytes: int
    cpu_seconds: float


class Rehearsal:
    """One run in an empty `folder`, which keeps the store, the programme and the bot's log."""

    def __init__(self, programme: Programme, options: Options, folder: Path, told: Told) -> None:
        self._programme, self._options, self._folder, self._told = programme, options, folder, told
        self._days = days_of(Index(programme), options.days)
        expo = sum((end - begin).total_seconds() for begin, end in self._days)
        self._speed = expo / (options.minutes * 60)
        self._clock = SimulatedClock(self._days[0][0], self._speed)
        self._dice = random.Random(options.seed)  # noqa: S311 - a rehearsal can be repeated
        self._api = LocalBotApi(self._clock, token=TOKEN)
        self._api.faults = self._chance = Chance(options)
        self._watch = Watch(self._api, self._clock)
        self._crowd = Crowd(self._api, self._clock, self._watch, options.seed)
        self._acting: set[asyncio.Task[None]] = set()
        self._record = Record()

    async def run(self) -> Outcome:
        """Play it to the end and judge; raises BotGoneError where the bot can't be kept going."""
        self._write_programme()
        began = time.monotonic()
        watching = asyncio.create_task(self._watch.listen())
        async with serving(self._api) as address:
            self._bot = BotProcess(self._folder, self._settings(address))
            try:
                for number, day in enumerate(self._days):
                    await self._play(day, number)
            finally:
                watching.cancel()
                await self._bot.end()
        return await self._outcome(began)

    def _settings(self, address: str) -> dict[str, str]:
        return {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": address,
            "DATABASE_URL": f"sqlite:///{self._folder / 'expo.db'}",
            "PROGRAMME": str(self._folder / "programme.json"),
            "PROGRAMME_REFRESH": "1",
            "ORGANISER_IDS": str(ORGANISER),
            "MESSAGES_PER_SECOND": str(self._options.rate),
            "LOG_LEVEL": "WARNING",
        }

    def _write_programme(self) -> None:
        part = self._folder / "programme.part"
        part.write_bytes(native.write(self._programme))
        part.replace(self._folder / "programme.json")

    async def _play(self, day: Day, number: int) -> None:
        self._clock.set(day[0], _AS_IN_LIFE)
        await self._start()
        for moment, do in self._agenda(day, number):
            await self._until(moment)
            await do()
        await self._until(day[1])
        await self._calm()
        begun = time.monotonic(), self._clock.now()
        await self._bot.stop()
        self._record.down(*begun, next((begin for begin, _ in self._days[number + 1 :]), self._clock.now()))

    def _agenda(self, day: Day, number: int) -> list[tuple[datetime, Do]]:
        people = script(Index(self._programme), self._days, self._options.attendees, self._options.seed)
        steps = [(step.moment, self._begin(self._crowd.do, step)) for step in people if day[0] <= step.moment < day[1]]
        return sorted([*steps, *self._events(day, number)], key=lambda one: one[0])

    def _begin(self, act: Callable[..., Awaitable[None]], *arguments: object) -> Do:
        async def begin() -> None:
            task = asyncio.ensure_future(act(*arguments))
            self._acting.add(task)
            task.add_done_callback(self._acting.discard)

        return begin

    def _events(self, day: Day, number: int) -> Iterator[tuple[datetime, Do]]:
        length = day[1] - day[0]
        kills = self._options.kills
        share = kills * (number + 1) // len(self._days) - kills * number // len(self._days)
        for one in range(share):
            yield day[0] + length * (one + 0.2 + 0.6 * self._dice.random()) / share, self._kill
        for one in range(self._options.changes):
            yield day[0] + length * (one + self._dice.random()) / self._options.changes, self._change
        for part in _BROADCASTS:
            yield day[0] + length * part, self._broadcast

    async def _until(self, moment: datetime) -> None:
        while (left := self._clock.seconds_until(moment)) > 0:
            self._told(*self._progress())
            await self._tick(min(_TICK, left))
        await asyncio.sleep(0)

    async def _tick(self, seconds: float) -> None:
        due = time.monotonic() + seconds
        await asyncio.sleep(seconds)
        self._record.late_by(time.monotonic() - due)

    def _progress(self) -> tuple[float, str]:
        now = self._clock.now()
        done = sum((min(now, end) - begin).total_seconds() for begin, end in self._days if begin < now)
        whole = sum((end - begin).total_seconds() for begin, end in self._days)
        local = now.astimezone(self._programme.zone)
        counted = f"{len(self._watch.times):,} messages · {len(self._record.kills)} kills"
        return done / whole, f"{local:%A %H:%M} · {counted}"

    async def _start(self) -> None:
        began = self._clock.now()
        shown, within = await self._bot.start(began, self._speed)
        self._record.late_by(within)
        self._clock.set(shown, self._speed)

    async def _kill(self) -> None:
        begun = time.monotonic(), self._clock.now()
        await self._bot.kill()
        self._record.kills.append(begun[0])
        self._clock.set(self._clock.now(), _AS_IN_LIFE)
        await self._read(self._count_unfinished)
        await self._start()
        self._record.down(*begun, self._clock.now())

    def _count_unfinished(self, db: sqlite3.Connection) -> None:
        self._record.in_flight += ledger.in_flight(db)
        self._record.in_hand += min(AT_ONCE, len(updates.unhandled(db)))

    async def _change(self) -> None:
        now = self._clock.now()
        if result := changed(self._programme, now, self._dice):
            self._programme, before = result
            self._write_programme()
            self._record.edits.append(Edit(before.id, Index.start(before), now, time.monotonic()))

    async def _broadcast(self) -> None:
        text = f"Beskjed {len(self._record.audiences) + 1} til alle."
        await self._all_done()
        met = {person for person, memory in self._crowd.memories.items() if memory.met}
        people = {person.id for person in self._api.people if person.id in met and not person.blocked}
        sent = await broadcast(self._crowd, self._api, text)
        if sent:
            self._record.audiences[sent] = frozenset({*people, ORGANISER})

    async def _all_done(self) -> None:
        await _seen(lambda: not self._acting and not self._api.waiting())

    async def _calm(self) -> None:
        """Until everybody has their answer and the bot has been silent for a while."""
        await self._all_done()
        await _seen(lambda: time.monotonic() - self._watch.times[-1] > _CALM)

    async def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        database = await Database.open(self._folder / "expo.db")
        try:
            return await database.read(work)
        finally:
            await database.close()

    async def _outcome(self, began: float) -> Outcome:
        seconds = time.monotonic() - began
        evidence = Evidence(
            await self._read(ledger.entries), self._watch, self._crowd.memories, Index(self._programme), self._record,
            self._days[-1][1], self._speed, self._chance.doubtful,
        )  # fmt: skip
        times = [one - began for one in self._watch.times]
        kills = [one - began for one in self._record.kills]
        bot = self._bot
        return Outcome(
            judge(evidence), dict(self._chance.counts), times, kills, seconds, bot.peak_bytes, bot.cpu_seconds
        )


async def _seen(condition: Callable[[], bool]) -> None:
    """Wait until it holds, though not for ever."""
    ends = time.monotonic() + _PATIENCE
    while not condition() and time.monotonic() < ends:  # noqa: ASYNC110 - nothing tells of it
        await asyncio.sleep(_TICK)
