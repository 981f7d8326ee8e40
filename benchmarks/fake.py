"""A Bot API as thin as can be, in a process of its own: it hands out questions and takes whatever is sent.

`python fake.py DELAY` prints its port; every answer takes DELAY seconds, as Telegram's take some 50 ms.
"""

import asyncio
import json
import sys
import time
from typing import Any, Final

from aiohttp import web

_BATCH: Final = 100
_CHATS: Final = 500
_POLL: Final = 0.5
_BOT: Final = {"id": 1, "is_bot": True, "first_name": "B", "username": "bench_bot"}


def _update(number: int, text: str) -> dict[str, Any]:
    chat = 1000 + number % _CHATS
    user = {"id": chat, "is_bot": False, "first_name": "A", "language_code": "nb"}
    body = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": user, "text": text}
    return {"update_id": number, "message": body}


class Fake:
    """`/ask` queues questions, `/done` says how many messages came and when the last one did."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._updates: list[dict[str, Any]] = []
        self._next = 1
        self._sent = 0
        self._last = 0.0

    def app(self) -> web.Application:
        """All of it."""
        app = web.Application()
        app.router.add_post("/ask", self._ask)
        app.router.add_get("/done", self._done)
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        return app

    async def _ask(self, request: web.Request) -> web.Response:
        asked = await request.json()
        self._updates += [_update(self._next + place, asked["text"]) for place in range(asked["number"])]
        self._next += asked["number"]
        self._sent, self._last = 0, time.time()
        return web.json_response({"at": time.time()})

    async def _done(self, _: web.Request) -> web.Response:
        return web.json_response({"sent": self._sent, "last": self._last})

    async def _method(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = await (request.json() if request.content_type == "application/json" else request.post())
        if method == "getUpdates":
            return self._reply(await self._waiting(int(str(given.get("offset", 0)))))
        if self._delay:
            await asyncio.sleep(self._delay)
        if method != "sendMessage":
            return self._reply(_BOT if method == "getMe" else True)
        self._sent += 1
        self._last = time.time()
        chat = {"id": int(str(given["chat_id"])), "type": "private"}
        return self._reply({"message_id": self._sent, "date": 1, "chat": chat, "text": given["text"]})

    async def _waiting(self, offset: int) -> list[dict[str, Any]]:
        self._updates = [one for one in self._updates if one["update_id"] >= offset]
        if not self._updates:
            await asyncio.sleep(_POLL / 10)
        return self._updates[:_BATCH]

    @staticmethod
    def _reply(result: object) -> web.Response:
        return web.Response(body=json.dumps({"ok": True, "result": result}).encode(), content_type="application/json")


async def _serve(delay: float) -> None:
    runner = web.AppRunner(Fake(delay).app(), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(float(sys.argv[1])))
