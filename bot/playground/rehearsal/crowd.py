"""The attendees at work: they ask, save, follow, block and come back, and remember what they were promised."""

import asyncio
import random
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, TypeVar

from bot.clock import Clock
from bot.playground.botapi import LocalBotApi, Person
from bot.playground.rehearsal.pressing import buttons
from bot.playground.rehearsal.script import Act, Step, tongue
from bot.playground.rehearsal.watch import Asked, Watch
from handlers.buttons import Follow, Save, Unsave
from handlers.callback_data import Button

_PATIENCE: Final = 8.0

B = TypeVar("B", bound=Button)
Span = tuple[datetime, datetime | None]


@dataclass
class Memory:
    """What the bot confirmed to one person: sessions (by key) and tracks with the moment; and when they blocked it."""

    saved: dict[str, datetime] = field(default_factory=dict)
    taken_out: set[str] = field(default_factory=set)
    follows: dict[str, datetime] = field(default_factory=dict)
    blocked: list[Span] = field(default_factory=list)
    met: bool = False

    def blocked_between(self, start: datetime, end: datetime) -> bool:
        """Whether the bot could not reach the person at some time in between."""
        return any(began < end and (ended is None or ended > start) for began, ended in self.blocked)


class Crowd:
    """Carries out steps, one at a time for each person."""

    def __init__(self, api: LocalBotApi, clock: Clock, watch: Watch, seed: int) -> None:
        self._api, self._clock, self._watch, self._seed = api, clock, watch, seed
        self._dice = random.Random(seed)  # noqa: S311 - a rehearsal can be repeated
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self.memories: defaultdict[int, Memory] = defaultdict(Memory)

    def person(self, number: int) -> Person:
        """The person of that id."""
        return self._api.person(number, f"A{number}", tongue(number, self._seed))

    async def do(self, step: Step) -> None:
        """Do one step, after what the person is still at."""
        async with self._turns[step.person]:
            person, memory = self.person(step.person), self.memories[step.person]
            if step.act is Act.START:
                await self._start(person, memory)
            elif person.blocked or not memory.met:
                return
            elif step.act is Act.BLOCK:
                memory.blocked.append((self._clock.now(), None))
                self._watch.excuse(person.id)
                person.block()
            elif await self._answered(self.ask(person, step.text)):
                await self._tap(person, memory, step.act)

    async def _start(self, person: Person, memory: Memory) -> None:
        asked = self._watch.question(person.id)
        person.start()
        memory.met = True
        await self._answered(asked)
        if memory.blocked:
            memory.blocked[-1] = (memory.blocked[-1][0], self._clock.now())

    def ask(self, person: Person, text: str) -> Asked:
        """Write a text."""
        asked = self._watch.question(person.id)
        person.send(text)
        return asked

    async def _answered(self, asked: Asked) -> bool:
        return await _within(asked.answered)

    async def _tap(self, person: Person, memory: Memory, act: Act) -> None:
        match act:
            case Act.SAVE if save := self._button(person, Save):
                if await self.press(person, *save):
                    memory.saved[save[1].session] = self._clock.now()
                    memory.taken_out.discard(save[1].session)
            case Act.TAKE_OUT if unsave := self._button(person, Unsave):
                memory.taken_out.add(unsave[1].session)
                await self.press(person, *unsave)
            case Act.FOLLOW if follow := self._button(person, Follow):
                if await self.press(person, *follow):
                    memory.follows[follow[1].track] = self._clock.now()

    def _button(self, person: Person, kind: type[B]) -> tuple[int, B, str] | None:
        message = next((one for one in reversed(person.messages) if one["from"]["is_bot"]), None)
        found = buttons(message, kind) if message else []
        return (message["message_id"], *self._dice.choice(found)) if message and found else None

    async def press(self, person: Person, message_id: int, _: object, data: str) -> bool:
        """Tap a button; whether the bot answered, and without a complaint."""
        query = person.press(message_id, data)
        await _within(self._watch.tapped(query))
        answer = person.answered(query)
        return answer is not None and not answer["show_alert"]


async def _within(event: asyncio.Event) -> bool:
    try:
        async with asyncio.timeout(_PATIENCE):
            await event.wait()
    except TimeoutError:
        return False
    return True
