"""The organiser, who speaks to everybody at once."""

import asyncio
import html
from typing import Final

from bot.domain.broadcasts import Whom
from bot.playground.botapi import LocalBotApi, Person
from bot.playground.rehearsal.crowd import Crowd
from bot.playground.rehearsal.pressing import B, buttons
from handlers.organiser.buttons import Aim, Send
from handlers.views.outbox import MEGAPHONE

ORGANISER: Final = 1
_TRIES: Final = 8
_PAUSE: Final = 0.1
_WAITS: Final = 30


async def broadcast(crowd: Crowd, api: LocalBotApi, text: str) -> str | None:
    """Write to all, look, send, until the bot says that it does; gives the text as it arrives, None in vain."""
    person = api.person(ORGANISER, "Ola", "nb")
    for _ in range(_TRIES):
        if not await _pressed(crowd, person, Aim, f"/broadcast {text}"):
            continue
        if await _pressed(crowd, person, Send):
            return f"{MEGAPHONE} {html.unescape(text)}"
    return None


async def _pressed(crowd: Crowd, person: Person, kind: type[B], text: str = "") -> bool:
    before = {one["message_id"] for one in person.messages} if text else set()
    if text:
        crowd.ask(person, text)
    for _ in range(_WAITS):
        for message in reversed(person.messages):
            if message["message_id"] not in before and (found := buttons(message, kind)):
                button, data = found[0]
                if kind is not Aim or getattr(button, "whom", "") == Whom.ALL:
                    return await crowd.press(person, message["message_id"], button, data)
        await asyncio.sleep(_PAUSE)
    return False
