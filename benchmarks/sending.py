"""Sends a second: our transport beside python-telegram-bot's own."""

import asyncio
import time
from typing import Final

from server import TOKEN, serving
from table import Figures
from telegram.ext import ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.delivery.transport import HttpTransport

_IN_FLIGHT: Final = (1, 8, 32, 64)
_NUMBER: Final = 1000
_POOL: Final = 256
"""What python-telegram-bot's Application gives its bot."""


async def measure() -> Figures:
    """Both against the same server, in the same run."""
    theirs = [await _rate(HTTPXRequest(connection_pool_size=_POOL), at_once) for at_once in _IN_FLIGHT]
    ours = [await _rate(HttpTransport(), at_once) for at_once in _IN_FLIGHT]
    rows = [
        ["PTB's default", *(f"{one:,.0f}" for one in theirs)],
        ["Expobot's", *(f"{one:,.0f}" for one in ours)],
        ["times as many", *(f"{one / other:.1f}" for one, other in zip(ours, theirs, strict=True))],
    ]
    return Figures("Sends a second", ("transport", *(f"{one} in flight" for one in _IN_FLIGHT)), rows)


async def _rate(request: BaseRequest, at_once: int) -> float:
    async with serving(0) as server:
        bot = ExtBot(TOKEN, base_url=f"{server.address}/bot", request=request, get_updates_request=HttpTransport())
        async with bot:
            turns = iter(range(_NUMBER))

            async def send() -> None:
                for number in turns:
                    await bot.send_message(number + 1, "Hei")

            await bot.send_message(1, "Hei")
            began = time.perf_counter()
            await asyncio.gather(*(send() for _ in range(at_once)))
            return _NUMBER / (time.perf_counter() - began)
