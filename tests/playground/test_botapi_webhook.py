"""Updates delivered to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.playground.botapi_support import Stage

SECRET = {"secret_token": "s"}


class Bot:
    """A webhook that answers with the statuses it was given, then with 200, and waits where told to."""

    def __init__(self, *statuses: int) -> None:
        self.statuses = [*statuses]
        self.taken: asyncio.Queue[str] = asyncio.Queue()
        self.secrets: set[str | None] = set()
        self.open = asyncio.Event()
        self.open.set()

    async def take(self, request: web.Request) -> web.Response:
        update: dict[str, Any] = await request.json()
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.taken.put_nowait(update["message"]["text"])
        await self.open.wait()
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

    async def next(self, count: int) -> list[str]:
        return [await asyncio.wait_for(self.taken.get(), 30) for _ in range(count)]


@asynccontextmanager
async def hooked(bot: Bot) -> AsyncIterator[Stage]:
    application = web.Application()
    application.router.add_post("/hook", bot.take)
    stage = Stage()
    async with TestServer(application) as server:
        await stage.ok("setWebhook", url=str(server.make_url("/hook")), **SECRET)
        yield stage
        bot.open.set()
        await stage.ok("deleteWebhook")


async def test_updates_are_delivered_in_order_with_the_secret() -> None:
    bot = Bot()
    async with hooked(bot) as stage:
        for text in "abc":
            stage.kari.send(text)
        assert await bot.next(4) == ["/start", "a", "b", "c"]
        assert bot.secrets == {"s"}


async def test_update_refused_is_delivered_again_before_the_next() -> None:
    bot = Bot(500)
    async with hooked(bot) as stage:
        stage.kari.send("a")
        assert await bot.next(3) == ["/start", "/start", "a"]


async def test_chats_do_not_wait_for_one_another() -> None:
    bot = Bot()
    bot.open.clear()
    async with hooked(bot) as stage:
        stage.kari.send("a")
        stage.api.person(8, "Ola").send("hei")
        assert sorted(await bot.next(2)) == ["/start", "hei"]
        assert bot.taken.empty()


async def test_failure_shows_in_the_webhook_info() -> None:
    bot = Bot(500, 500)
    async with hooked(bot) as stage:
        await bot.next(2)
        info = await stage.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 500"
    assert info["pending_update_count"] == 1
