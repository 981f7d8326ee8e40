"""The local Bot API: Telegram's server side, in this process."""

import asyncio
import inspect
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from http import HTTPStatus
from typing import Any, Final

from telegram.request import BaseRequest

from bot.clock import Clock
from bot.playground.botapi.chats import Chat
from bot.playground.botapi.errors import RefusedError
from bot.playground.botapi.events import Subscription
from bot.playground.botapi.faults import Faults, after, before
from bot.playground.botapi.files import StoredFile
from bot.playground.botapi.methods import METHODS
from bot.playground.botapi.pace import Pace
from bot.playground.botapi.parameters import Call, UploadedFile, decode
from bot.playground.botapi.people import Person
from bot.playground.botapi.reply import Reply
from bot.playground.botapi.server import Server
from bot.playground.botapi.transport import LocalRequest

_LOCAL: Final = "1:local"
_REMEMBERED: Final = 10_000
_PATIENCE: Final = 30.0


class LocalBotApi:
    """Keeps people, chats and messages; speaks to the bot as Telegram does, and lets tests and pages be the people.

    `calls` are the last calls, as (method, decoded parameters); `faults` are those to come; with a
    `pace`, calls that come faster are told to wait.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        token: str = _LOCAL,
        username: str = "expobot_demo_bot",
        name: str = "Expobot",
        pace: Pace | None = None,
    ) -> None:
        self.token = token
        self.calls: deque[tuple[str, Mapping[str, Any]]] = deque(maxlen=_REMEMBERED)
        self.faults = Faults()
        self.pace = pace
        self._server = Server(clock, _bot(token, username, name))
        self._people: dict[int, Person] = {}

    def request(self) -> BaseRequest:
        """A transport for python-telegram-bot that leads here, without a network."""
        return LocalRequest(self)

    async def call(
        self, method: str, params: Mapping[str, Any], files: Mapping[str, UploadedFile] | None = None
    ) -> Reply:
        """Carry out one call. Raises `UnreachableError` and `NoReplyError` where a fault wants it so."""
        try:
            result = await self._carried_out(method, params, files or {})
        except RefusedError as refused:
            return Reply.of(refused)
        return Reply(HTTPStatus.OK, {"ok": True, "result": result})

    async def _carried_out(self, name: str, raw: Mapping[str, Any], files: Mapping[str, UploadedFile]) -> object:
        method = METHODS.get(name.lower())
        if method is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, "Not Found: method not found")
        call = Call(method.name, decode(raw), files)
        self.calls.append((method.name, call.parameters))
        met = self.faults.meet(method.name, call.value("chat_id"))
        for outcome in met:
            await before(outcome)
        method.check(call)
        if self.pace:
            self.pace.check(method.name, call.value("chat_id"), paid=call.flag("allow_paid_broadcast"))
        result = method.run(self._server, call)
        result = await result if inspect.isawaitable(result) else result
        for outcome in met:
            after(outcome)
        return result

    def person(self, person_id: int, first_name: str, language_code: str = "nb", username: str | None = None) -> Person:
        """The person of that id: met before, or new. Their private chat has the same id."""
        if person_id not in self._people:
            user = {"id": person_id, "is_bot": False, "first_name": first_name, "language_code": language_code}
            chat = Chat({**user, "username": username} if username else user)
            self._server.chats[person_id] = chat
            self._people[person_id] = Person(self._server, chat)
        return self._people[person_id]

    @property
    def people(self) -> Iterable[Person]:
        """Everybody, in order of arrival."""
        return self._people.values()

    def subscribe(self, chat_id: int | None = None) -> AbstractContextManager[Subscription]:
        """Listen to what happens in one chat or all: `with api.subscribe() as events: async for event in events`."""
        return self._server.events.subscribe(chat_id)

    def unanswered(self) -> list[dict[str, Any]]:
        """The button presses the bot has not answered, oldest first."""
        queries = self._server.queries.values()
        return [query.content for query in queries if query.kind == "callback_query" and query.answer is None]

    async def settled(self, seconds: float = _PATIENCE) -> None:
        """Wait until the bot has confirmed every update; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while self.waiting():
                await self._server.updates.empty.wait()

    async def until(self, condition: Callable[[], bool], seconds: float = _PATIENCE) -> None:
        """Wait until it holds; it is looked at after each event. Raises TimeoutError."""
        with self.subscribe() as events:
            async with asyncio.timeout(seconds):
                while not condition():
                    await anext(events)

    def inject(self, kind: str, content: dict[str, Any]) -> int:
        """Queue an update as it stands, be it one that nobody can read; its update_id, 0 where it isn't asked for."""
        return self._server.updates.put(kind, content)

    def waiting(self) -> list[dict[str, Any]]:
        """The updates the bot has not confirmed, oldest first."""
        return [*self._server.updates.waiting()]

    def file(self, file_id: str) -> StoredFile | None:
        """A file by its id, sent by whomever."""
        return self._server.files.get(file_id)

    def file_at(self, path: str) -> StoredFile | None:
        """A file by the path `getFile` names."""
        return self._server.files.at(path)


def _bot(token: str, username: str, name: str) -> dict[str, Any]:
    return {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": name,
        "username": username,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
    }
