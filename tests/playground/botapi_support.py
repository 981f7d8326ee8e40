"""A stage for the local Bot API's tests: a clock that stands still, and Kari who has started the bot."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from bot.clock import Clock
from bot.playground.botapi import LocalBotApi, Reply, UploadedFile

KARI: Final = 7


class StillClock(Clock):
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.moment = datetime(2024, 9, 24, 9, 20, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.moment.timestamp()

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


class Stage:
    """`ok` gives a call's result; `refused` the code and sentence of one that must fail."""

    def __init__(self) -> None:
        self.clock = StillClock()
        self.api = LocalBotApi(self.clock)
        self.kari = self.api.person(KARI, "Kari")
        self.kari.start()

    async def ok(self, method: str, **parameters: object) -> Any:
        reply = await self.call(method, parameters)
        assert reply.status == 200, reply.body
        assert reply.body["ok"] is True
        return reply.body["result"]

    async def refused(self, method: str, **parameters: object) -> str:
        reply = await self.call(method, parameters)
        assert reply.body["ok"] is False, reply.body
        assert reply.body["error_code"] == reply.status
        return f"{reply.status} {reply.body['description']}"

    async def call(self, method: str, parameters: Mapping[str, object]) -> Reply:
        """Files go with their parameter's name, as in a form."""
        files = {name: value for name, value in parameters.items() if isinstance(value, UploadedFile)}
        return await self.api.call(method, {k: v for k, v in parameters.items() if k not in files}, files)

    async def say(self, text: str, **parameters: object) -> dict[str, Any]:
        message: dict[str, Any] = await self.ok("sendMessage", chat_id=KARI, text=text, **parameters)
        return message
