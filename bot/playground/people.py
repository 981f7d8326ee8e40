"""The people one can be on the chat page."""

from dataclasses import dataclass
from typing import Any

from bot.playground.botapi import Person
from bot.texts import nearest_language


@dataclass(frozen=True)
class DemoPerson:
    """Somebody in the demo: their side of the chat, and whether they organise the expo."""

    person: Person
    organiser: bool = False

    @property
    def id(self) -> int:
        """The person's id, and the chat's."""
        return self.person.id

    @property
    def language(self) -> str:
        """The one of the four languages their Telegram is nearest to."""
        return nearest_language(str(self.person.user.get("language_code", "")))

    def described(self) -> dict[str, Any]:
        """The JSON of them."""
        return {
            "id": self.id,
            "name": self.person.user["first_name"],
            "organiser": self.organiser,
            "language": self.language,
            "blocked": self.person.blocked,
            "description": self.person.description,
        }
