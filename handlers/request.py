"""What a handler gets: who asks, in what language, for what."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup

from bot.domain.people import Attendee
from bot.domain.programme import Index
from bot.services import Services
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class File:
    """A file that was sent: `size` in bytes, 0 where Telegram doesn't say."""

    name: str
    size: int
    read: Callable[[], Awaitable[bytes]]


@dataclass(frozen=True, slots=True)
class Request:
    """`text` is what stands after a command, or the message itself; `html` makes the same with its formatting.

    `message_id` and `markup` are those of the message whose button was pressed.
    """

    services: Services
    attendee: Attendee
    texts: Texts
    username: str
    text: str = ""
    html: Callable[[], str] = str
    message_id: int = 0
    markup: InlineKeyboardMarkup | None = None
    file: File | None = None

    @property
    def chat_id(self) -> int:
        """The private chat, which is also the person's id."""
        return self.attendee.chat_id

    @property
    def index(self) -> Index:
        """The programme in force."""
        return self.services.programme.index

    @property
    def organiser(self) -> bool:
        """Whether the person may do what organisers do."""
        return self.chat_id in self.services.organisers
