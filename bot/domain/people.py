"""An attendee as the store knows them: a chat id, a language and choices."""

from dataclasses import dataclass
from typing import NamedTuple

from bot.domain.quiet import QuietHours, own_hours

LEADS = (5, 10, 15, 30, 60)
"""The reminder leads on offer, in minutes; 0 is off."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """`reminder_minutes` and `quiet_hours` are None where the person leaves them to the expo's default."""

    chat_id: int
    language: str
    language_chosen: bool = False
    reminder_minutes: int | None = None
    quiet_hours: str | None = None
    alerts: bool = True
    met_at: int = 0
    blocked_at: int | None = None

    def lead(self, default: int) -> int:
        """Minutes before a session that a reminder comes; 0 is off."""
        return default if self.reminder_minutes is None else self.reminder_minutes

    def quiet(self, default: QuietHours | None) -> QuietHours | None:
        """The person's quiet hours, None for none."""
        return own_hours(self.quiet_hours, default)


class Favourite(NamedTuple):
    """A session somebody has saved; `lead` is its own in minutes, 0 for no reminder, None for the person's."""

    session_id: str
    lead: int | None = None
