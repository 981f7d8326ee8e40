"""What happens in the chats and to the clock, streamed to the page as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import StreamingResponse

from bot.clock import Clock
from bot.playground.botapi import LocalBotApi

KEEPALIVE: Final = 15.0
"""Seconds after which a silent stream says that it lives."""
_RETRY: Final = "retry: 1000\n\n"
_CLOCK: Final = {"chat_id": None, "kind": "clock"}

_Queue = asyncio.Queue[dict[str, Any] | None]


class Live:
    """The streams, one for each open page, which reads everything anew when it connects."""

    def __init__(self, api: LocalBotApi, clock: Clock, chats: Iterable[int]) -> None:
        self._api, self._chats = api, {None, *chats}
        self._queues: set[_Queue] = set()
        clock.on_jump(lambda: self._tell(_CLOCK))

    async def endpoint(self, _: Request) -> StreamingResponse:
        """GET /events: the local Bot API's events of these chats, and `{"chat_id": null, "kind": "clock"}`."""
        return StreamingResponse(self._stream(), media_type="text/event-stream")

    def close(self) -> None:
        """End the streams, so that the server can stop."""
        self._tell(None)

    def _tell(self, event: dict[str, Any] | None) -> None:
        for queue in self._queues:
            queue.put_nowait(event)

    async def _stream(self) -> AsyncIterator[str]:
        queue = _Queue()
        self._queues.add(queue)
        follower = asyncio.create_task(self._follow(queue))
        try:
            yield _RETRY
            async for line in _lines(queue):
                yield line
        finally:
            self._queues.remove(queue)
            follower.cancel()

    async def _follow(self, queue: _Queue) -> None:
        with self._api.subscribe() as events:
            async for event in events:
                if event["chat_id"] in self._chats:
                    queue.put_nowait(event)


async def _lines(queue: _Queue) -> AsyncIterator[str]:
    while True:
        try:
            event = await asyncio.wait_for(queue.get(), KEEPALIVE)
        except TimeoutError:
            yield ":\n\n"
            continue
        if event is None:
            return
        yield f"data: {json.dumps(event, ensure_ascii=False)}\n\n"
