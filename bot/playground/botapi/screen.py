"""What somebody sees of their chat with the bot."""

from collections.abc import Mapping
from typing import Any

from bot.playground.botapi.chats import Chat, Message
from bot.playground.botapi.server import Server


class CannotError(RuntimeError):
    """The person's app offers no such thing: a button that isn't there, a chat that is blocked."""


class Screen:
    """A private chat, whose id is the person's, as it shows on their phone."""

    def __init__(self, server: Server, chat: Chat) -> None:
        self._server, self._chat = server, chat

    @property
    def id(self) -> int:
        """The person's id, and the chat's."""
        return self._chat.id

    @property
    def user(self) -> Mapping[str, Any]:
        """The person as a Telegram User."""
        return self._chat.user

    @property
    def messages(self) -> list[Message]:
        """The chat as the person sees it, newest last; what was deleted is gone, what was edited stands changed."""
        return list(self._chat.messages.values())

    @property
    def last(self) -> Message:
        """The newest message."""
        if not self._chat.messages:
            message = "the chat is empty"
            raise CannotError(message)
        return self.messages[-1]

    @property
    def replies(self) -> list[Message]:
        """What the bot wrote since the person last did."""
        messages = self.messages
        own = [place for place, message in enumerate(messages) if message["from"]["id"] == self.id]
        return messages[own[-1] + 1 :] if own else messages

    @property
    def typing(self) -> bool:
        """Whether the bot shows that it is at work."""
        return self._server.clock.monotonic() < self._chat.typing_until

    @property
    def keyboard(self) -> dict[str, Any] | None:
        """The reply keyboard, or request for a reply, under the chat."""
        return self._chat.keyboard

    @property
    def pinned(self) -> Message | None:
        """The pinned message."""
        return self._chat.messages.get(self._chat.pinned or 0)

    @property
    def commands(self) -> list[dict[str, Any]]:
        """The bot's command menu, as this person gets it."""
        for scope in (f"chat {self.id}", "all_private_chats", "default"):
            for code in (self._language, ""):
                if (scope, code) in self._server.commands:
                    return self._server.commands[scope, code]
        return []

    @property
    def _language(self) -> str:
        return str(self._chat.user.get("language_code", ""))[:2]

    def reactions(self, message_id: int) -> list[dict[str, Any]]:
        """The bot's reactions to a message."""
        return self._chat.reactions.get(message_id, [])

    @property
    def blocked(self) -> bool:
        """Whether the person has blocked the bot."""
        return self._chat.blocked

    @property
    def description(self) -> str:
        """What the bot says of itself before it is started, as this person gets it."""
        return self._by_language("description")

    def _by_language(self, field: str) -> str:
        profile = self._server.profile
        return profile.get((field, self._language)) or profile.get((field, ""), "")
