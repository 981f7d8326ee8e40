"""Private chats: who is in them and what stands in them."""

from dataclasses import dataclass, field
from typing import Any

from bot.playground.botapi.errors import forbid, refuse

Message = dict[str, Any]


@dataclass
class Chat:
    """One person's chat with the bot; its id is the person's. `messages` by id, oldest first."""

    user: dict[str, Any]
    messages: dict[int, Message] = field(default_factory=dict)
    reactions: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    pinned: int | None = None
    keyboard: dict[str, Any] | None = None
    typing_until: float = 0.0
    begun: bool = False
    blocked: bool = False
    deactivated: bool = False
    menu_button: dict[str, Any] | None = None

    @property
    def id(self) -> int:
        """The chat's id."""
        return int(self.user["id"])

    def described(self) -> dict[str, Any]:
        """The `chat` of a message."""
        names = ("first_name", "username")
        return {"id": self.id, "type": "private"} | {key: self.user[key] for key in names if key in self.user}

    def check_open(self) -> None:
        """Raise what Telegram says where the bot may not write."""
        if self.deactivated:
            forbid("user is deactivated")
        if self.blocked:
            forbid("bot was blocked by the user")
        if not self.begun:
            forbid("bot can't initiate conversation with a user")

    def message(self, message_id: int, purpose: str) -> Message:
        """The message of that id; the purpose is how Telegram calls it where it is missing."""
        if message_id not in self.messages:
            refuse(f"{purpose} not found")
        return self.messages[message_id]
