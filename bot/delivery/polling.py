"""Fetches updates from Telegram, again and again; a batch is confirmed by the next fetch, after it was taken in."""

import asyncio
import logging
from typing import Any, Final

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot.delivery.backoff import backoff
from bot.delivery.calls import request_data
from bot.delivery.ingest import Ingest
from bot.delivery.outcome import seconds_asked
from bot.delivery.reading import Raw

POLL_SECONDS: Final = 30
CONFLICTS: Final = 5
"""Refusals in a row, a few seconds apart, after which the other instance is taken to be there to stay."""

_LONGEST_PAUSE: Final = 30.0

_log = logging.getLogger(__name__)


class AnotherInstanceError(Exception):
    """Somebody else polls with the same token."""


class Polling:
    """`run` until cancelled; has a connection of its own, since a fetch is held open until something happens."""

    def __init__(
        self, bot: ExtBot[Any], request: BaseRequest, ingest: Ingest, *, poll_seconds: int = POLL_SECONDS
    ) -> None:
        self._bot = bot
        self._request = request
        self._ingest = ingest
        self._poll_seconds = poll_seconds
        self._offset = 0
        self._failures = 0
        self._conflicts = 0

    async def run(self) -> None:
        """Poll for ever; raises AnotherInstanceError or InvalidToken, retries all else with back-off."""
        while True:
            try:
                batch = await self._fetch()
            except Conflict as error:
                await self._conflict(error)
            except InvalidToken:
                raise
            except TelegramError as error:
                await self._back_off(error)
            else:
                self._failures = self._conflicts = 0
                await self._ingest.take(batch)
                self._offset = max((int(raw["update_id"]) + 1 for raw in batch), default=self._offset)

    async def _fetch(self) -> list[Raw]:
        # Raw JSON: one update that python-telegram-bot cannot read must not take its whole batch with it.
        parameters = {
            "offset": self._offset,
            "timeout": self._poll_seconds,
            "allowed_updates": list(Update.ALL_TYPES),
        }
        url, data = f"{self._bot.base_url}/getUpdates", request_data(parameters)
        result = await self._request.post(url, data, read_timeout=self._poll_seconds + 10)
        return [*result] if isinstance(result, list) else []

    async def _conflict(self, error: Conflict) -> None:
        self._conflicts += 1
        _log.error("another instance polls with this token; only one can run (%s)", error.message)
        if self._conflicts == CONFLICTS:
            raise AnotherInstanceError(error.message) from error
        await asyncio.sleep(backoff(self._conflicts, _LONGEST_PAUSE))

    async def _back_off(self, error: TelegramError) -> None:
        self._failures += 1
        pause = seconds_asked(error) if isinstance(error, RetryAfter) else backoff(self._failures, _LONGEST_PAUSE)
        _log.warning("no updates from Telegram (%s); trying again in %.1f s", error.message, pause)
        await asyncio.sleep(pause)
