"""Updates delivered to a webhook, as Telegram does it: one chat's in order, several chats' at once, until accepted."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import aiohttp

from bot.playground.botapi.updates import Update, Updates

PAUSES: Final = (0, 2, 4, 8, 16, 32, 64, 120)
"""Real seconds before the next tries; the last one for ever after."""
_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
_PATIENCE: Final = aiohttp.ClientTimeout(total=60)


@dataclass(frozen=True)
class Address:
    """Where updates go, and what `getWebhookInfo` says of it."""

    url: str
    secret_token: str
    max_connections: int


class Webhook:
    """Delivers a queue's updates while it runs."""

    def __init__(self, updates: Updates, address: Address, pauses: Sequence[float] = PAUSES) -> None:
        self.address = address
        self.last_error = ""
        self._updates, self._pauses = updates, pauses
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._running = asyncio.create_task(self._run())

    def stop(self) -> None:
        """Deliver no more; what is under way is broken off."""
        for task in (self._running, *self._under_way.values()):
            task.cancel()

    async def _run(self) -> None:
        async with aiohttp.ClientSession(timeout=_PATIENCE) as session:
            while True:
                self._updates.news.clear()
                for update in self._updates.waiting():
                    self._begin(update, session)
                await self._updates.news.wait()

    def _begin(self, update: Update, session: aiohttp.ClientSession) -> None:
        """Deliver it, unless one of its chat or too many are under way: then it is looked at again."""
        chat = chat_of(update)
        if chat not in self._under_way and len(self._under_way) < self.address.max_connections:
            task = self._under_way[chat] = asyncio.create_task(self._deliver(update, session))
            task.add_done_callback(lambda _: self._done(chat))

    def _done(self, chat: int) -> None:
        del self._under_way[chat]
        self._updates.news.set()

    async def _deliver(self, update: Update, session: aiohttp.ClientSession) -> None:
        tries = 0
        while update in self._updates.waiting() and not await self._accepted(update, session):
            await asyncio.sleep(self._pauses[min(tries, len(self._pauses) - 1)])
            tries += 1
        self._updates.confirm(update["update_id"])

    async def _accepted(self, update: Update, session: aiohttp.ClientSession) -> bool:
        headers = {_HEADER: self.address.secret_token} if self.address.secret_token else {}
        try:
            async with session.post(self.address.url, json=update, headers=headers) as response:
                self.last_error = "" if response.ok else f"Wrong response from the webhook: {response.status}"
                return response.ok
        except (aiohttp.ClientError, TimeoutError) as error:
            self.last_error = f"Connection failed: {type(error).__name__}"
            return False


def chat_of(update: Update) -> int:
    """The chat an update belongs to, or else the person; 0 for neither."""
    content: dict[str, Any] = next(value for key, value in update.items() if key != "update_id")
    place = content.get("chat") or content.get("message", {}).get("chat") or content.get("from", {})
    return int(place.get("id", 0))
