"""The server's state: people, chats, messages, files and what waits for the bot."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.clock import Clock
from bot.playground.botapi.chats import Chat, Message
from bot.playground.botapi.errors import refuse
from bot.playground.botapi.events import Events
from bot.playground.botapi.files import Files
from bot.playground.botapi.updates import LIVES, Updates, ends
from bot.playground.botapi.webhook import Address, Webhook

HISTORY: Final = 2000
"""How many messages of a chat are kept; older ones are gone for the bot too."""


@dataclass
class Query:
    """A button press or an inline query that waits for its answer."""

    kind: str
    content: dict[str, Any]
    user_id: int
    ends: datetime
    answer: dict[str, Any] | None = None


class Server:
    """One bot's world. It changes at once and tells of each change."""

    def __init__(self, clock: Clock, bot: Mapping[str, Any]) -> None:
        self.clock = clock
        self.bot = {**bot}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self.menu_button: dict[str, Any] = {"type": "default"}
        self.updates = Updates(clock)
        self.files = Files()
        self.events = Events()
        self.webhook: Webhook | None = None
        self._last_message = 0

    def deliver_to(self, address: Address | None) -> None:
        """Deliver updates to a webhook from now on; None: let them be polled."""
        if self.webhook:
            self.webhook.stop()
        self.updates.polling = address is None
        self.webhook = Webhook(self.updates, address) if address else None

    @property
    def now(self) -> int:
        """Unix time by the clock."""
        return int(self.clock.now().timestamp())

    def chat(self, chat_id: object) -> Chat:
        """The chat of that id, open or not."""
        if chat_id is None:
            refuse("chat_id is empty")
        if not isinstance(chat_id, int) or chat_id not in self.chats:
            refuse("chat not found")
        return self.chats[chat_id]

    def open_chat(self, chat_id: object) -> Chat:
        """The chat of that id, where the bot may write."""
        chat = self.chat(chat_id)
        chat.check_open()
        return chat

    def user(self, user_id: int) -> dict[str, Any] | None:
        """The person of that id."""
        return self.chats[user_id].user if user_id in self.chats else None

    def post(
        self, chat: Chat, author: Mapping[str, Any], content: Mapping[str, Any], *, silent: bool = False
    ) -> Message:
        """Put a new message into the chat."""
        self._last_message += 1
        message = {
            "message_id": self._last_message,
            "from": {**author},
            "chat": chat.described(),
            "date": self.now,
            **content,
        }
        chat.messages[self._last_message] = message
        if len(chat.messages) > HISTORY:
            del chat.messages[next(iter(chat.messages))]
        chat.typing_until = 0.0
        self.events.tell("message", chat.id, message=message, silent=silent)
        return message

    def replace(self, chat: Chat, message: Message) -> Message:
        """Put the message where the one with its id stood."""
        chat.messages[message["message_id"]] = message
        self.events.tell("edit", chat.id, message=message)
        return message

    def delete(self, chat: Chat, message_id: int) -> None:
        """Take a message out of the chat."""
        del chat.messages[message_id]
        self.events.tell("delete", chat.id, message_id=message_id)

    def ask(self, kind: str, user_id: int, content: dict[str, Any]) -> str:
        """Queue a button press or inline query; its id."""
        query_id = str(4_000_000_000 + len(self.queries))
        content = {"id": query_id, **content}
        self.queries[query_id] = Query(kind, content, user_id, ends(self.clock, LIVES[kind]))
        self.updates.put(kind, content)
        return query_id

    def answer(self, kind: str, query_id: str, answer: dict[str, Any]) -> Query:
        """Answer it: once, and in time."""
        query = self.queries.get(query_id)
        if query is None or query.kind != kind or query.answer is not None or query.ends <= self.clock.now():
            refuse("query is too old and response timeout expired or query ID is invalid")
        query.answer = answer
        return query
