"""What happens in the chats, told live to whoever listens."""

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, Self

Event = dict[str, Any]
"""`{"chat_id", "kind", …}`; the kind is `message`, `edit`, `delete`, `typing`, `reaction`, `pin`, `callback_answer`,
`inline_answer`, `blocked` or `commands`. `gap` says that events were lost: read the chat anew."""

_WAITING: Final = 1000


class Subscription:
    """One listener's events, in order; at most `_WAITING` of them are kept for one that is slow."""

    def __init__(self, chat_id: int | None) -> None:
        self.chat_id = chat_id
        self._waiting: deque[Event] = deque()
        self._arrived = asyncio.Event()

    def put(self, event: Event) -> None:
        """Hand the event over, unless it is another chat's."""
        if self.chat_id not in (None, event["chat_id"]) and event["chat_id"] is not None:
            return
        if len(self._waiting) >= _WAITING:
            self._waiting.clear()
            self._waiting.append({"chat_id": self.chat_id, "kind": "gap"})
        self._waiting.append(event)
        self._arrived.set()

    def __aiter__(self) -> Self:
        """The events as they come."""
        return self

    async def __anext__(self) -> Event:
        """The next one, waited for."""
        while not self._waiting:
            self._arrived.clear()
            await self._arrived.wait()
        return self._waiting.popleft()


class Events:
    """The subscriptions."""

    def __init__(self) -> None:
        self._subscriptions: list[Subscription] = []

    @contextmanager
    def subscribe(self, chat_id: int | None = None) -> Iterator[Subscription]:
        """Listen to one chat, or to all; iterate over what is given with `async for`."""
        subscription = Subscription(chat_id)
        self._subscriptions.append(subscription)
        try:
            yield subscription
        finally:
            self._subscriptions.remove(subscription)

    def tell(self, kind: str, chat_id: int | None, **details: object) -> None:
        """Tell everybody; an event without a chat concerns all chats."""
        for subscription in self._subscriptions:
            subscription.put({"chat_id": chat_id, "kind": kind, **details})
