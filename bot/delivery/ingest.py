"""Updates in, at least once: a batch is confirmed only after each of its updates was handled."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from itertools import groupby
from typing import Any, Final

from telegram import Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter  # the only way to post parameters of our own

from bot.delivery.backoff import backoff

POLL_SECONDS: Final = 30
DEADLINE_SECONDS: Final = 30.0
_LONGEST_PAUSE: Final = 30.0
_CONFLICTS: Final = 5

_log = logging.getLogger(__name__)

Handle = Callable[[Update], Awaitable[None]]


class AnotherInstanceError(Exception):
    """Somebody else polls with the same token."""


class Ingest:
    """Polls Telegram; order is kept within a chat, different chats go side by side."""

    def __init__(
        self, bot: ExtBot[Any], request: BaseRequest, handle: Handle, *, poll_seconds: int = POLL_SECONDS
    ) -> None:
        self._bot = bot
        self._request = request
        self._handle = handle
        self._poll_seconds = poll_seconds
        self._offset = 0
        self._failures = 0
        self._conflicts = 0

    async def run(self) -> None:
        """Poll for ever; raises AnotherInstanceError or InvalidToken, retries all else with back-off."""
        while True:
            try:
                batch = await self._poll()
            except Conflict as error:
                await self._conflict(error)
            except InvalidToken:
                raise
            except TelegramError as error:
                await self._back_off(error)
            else:
                self._failures = self._conflicts = 0
                await self._take(batch)

    async def close(self) -> None:
        """Close the way to Telegram."""
        await self._request.shutdown()

    async def _poll(self) -> list[dict[str, Any]]:
        parameters = {
            "offset": self._offset,
            "timeout": self._poll_seconds,
            "allowed_updates": list(Update.ALL_TYPES),
        }
        data = RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])
        result = await self._request.post(
            f"{self._bot.base_url}/getUpdates", data, read_timeout=self._poll_seconds + 10
        )
        return result if isinstance(result, list) else []

    async def _take(self, batch: list[dict[str, Any]]) -> None:
        if not batch:
            return
        chats = groupby(sorted(batch, key=lambda raw: (_chat(raw), raw["update_id"])), key=_chat)
        await asyncio.gather(*(self._in_order([*group]) for _, group in chats))
        self._offset = max(raw["update_id"] for raw in batch) + 1

    async def _in_order(self, updates: list[dict[str, Any]]) -> None:
        for raw in updates:
            await self._one(raw)

    async def _one(self, raw: dict[str, Any]) -> None:
        try:
            update = Update.de_json(raw, self._bot)
            await asyncio.wait_for(self._handle(update), DEADLINE_SECONDS)
        except TimeoutError:
            _log.error("update %s took longer than %.0f s and was cut off", raw["update_id"], DEADLINE_SECONDS)
        except Exception:  # noqa: BLE001 - one bad update must not stop the others
            _log.exception("update %s could not be handled", raw["update_id"])

    async def _conflict(self, error: Conflict) -> None:
        self._conflicts += 1
        _log.error("another instance polls with this token; only one can run (%s)", error.message)
        if self._conflicts == _CONFLICTS:
            raise AnotherInstanceError(error.message) from error
        await asyncio.sleep(backoff(self._conflicts, _LONGEST_PAUSE))

    async def _back_off(self, error: TelegramError) -> None:
        self._failures += 1
        pause = backoff(self._failures, _LONGEST_PAUSE)
        _log.warning("no updates from Telegram (%s); trying again in %.1f s", error.message, pause)
        await asyncio.sleep(pause)


def _chat(raw: dict[str, Any]) -> int:
    """The chat an update belongs to, or else the person; 0 for neither."""
    for body in raw.values():
        if isinstance(body, dict):
            chat = body.get("chat") or (body.get("message") or {}).get("chat") or body.get("from") or {}
            return int(chat.get("id", 0))
    return 0
