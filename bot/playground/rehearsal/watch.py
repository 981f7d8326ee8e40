"""Writes down what the people see: every message of the bot's, when it came, and what it answers or tells."""

import asyncio
import time
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.domain.outbox import Kind
from bot.playground.botapi import LocalBotApi
from bot.playground.rehearsal.pressing import buttons
from handlers.buttons import Alerts, Silence
from handlers.views.outbox import MEGAPHONE

_BELL: Final = "⏰"


@dataclass(slots=True)
class Asked:
    """One question and the answers it got; `seconds` real ones until the first, None while there is none."""

    person: int
    at: float
    seconds: float | None = None
    answers: list[int] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """An unasked message as the server took it: by the expo's clock and in real seconds.

    `tells` are the keys of the sessions that a reminder is about.
    """

    person: int
    message_id: int
    moment: datetime
    real: float
    kind: Kind
    text: str
    tells: tuple[str, ...] = ()


class Watch:
    """Listens until cancelled. `unasked` are alerts, reminders and broadcasts, `asked` what people wrote."""

    def __init__(self, api: LocalBotApi, clock: Clock) -> None:
        self._api, self._clock = api, clock
        self.asked: list[Asked] = []
        self.unasked: list[Delivery] = []
        self.times: list[float] = []
        self.missed = False
        self._of: defaultdict[int, list[Asked]] = defaultdict(list)
        self._taps: defaultdict[str, asyncio.Event] = defaultdict(asyncio.Event)

    def question(self, person: int) -> Asked:
        """Note that somebody asks now; what comes is taken for the answer."""
        asked = Asked(person, time.monotonic())
        self._of[person].append(asked)
        self.asked.append(asked)
        return asked

    def excuse(self, person: int) -> None:
        """Note that somebody has blocked the bot: what they asked before that is still open stays so."""
        for asked in self._of[person]:
            asked.excused = asked.excused or asked.seconds is None

    def tapped(self, query_id: str) -> asyncio.Event:
        """Set when the tap is answered."""
        return self._taps[query_id]

    async def listen(self) -> None:
        """Write everything down, for ever."""
        with self._api.subscribe() as events:
            async for event in events:
                self._note(event)

    def _note(self, event: dict[str, Any]) -> None:
        match event["kind"]:
            case "gap":
                self.missed = True
            case "callback_answer":
                self._taps[event["id"]].set()
            case "message" if event["message"]["from"]["is_bot"]:
                self.times.append(time.monotonic())
                self._came(event["message"])

    def _came(self, message: dict[str, Any]) -> None:
        person = message["chat"]["id"]
        if kind := _kind(message):
            told = tuple(button.session for button, _ in buttons(message, Silence))
            moment, real = self._clock.now(), time.monotonic()
            self.unasked.append(Delivery(person, message["message_id"], moment, real, kind, message["text"], told))
        elif asked := self._answered_by_it(person):
            asked.answers.append(message["message_id"])
            if asked.seconds is None:
                asked.seconds = time.monotonic() - asked.at
            asked.answered.set()

    def _answered_by_it(self, person: int) -> Asked | None:
        """The first question still open, since a chat is answered in order; else the last one, answered twice."""
        asked = self._of[person]
        return next((one for one in asked if one.seconds is None and not one.excused), asked[-1] if asked else None)


def _kind(message: dict[str, Any]) -> Kind | None:
    """What was not asked for, by its look; None for an answer."""
    text = message.get("text", "")
    if text.startswith(_BELL):
        return Kind.REMINDER
    if text.startswith(MEGAPHONE):
        return Kind.BROADCAST
    return Kind.ALERT if buttons(message, Alerts) else None
