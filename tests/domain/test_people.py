from datetime import time

from bot.domain.people import Attendee
from bot.domain.quiet import QuietHours

NIGHT = QuietHours(time(22), time(7))


def test_attendee_without_choices_has_the_expos() -> None:
    kari = Attendee(7, "nb")
    assert (kari.lead(15), kari.quiet(NIGHT), kari.quiet(None)) == (15, NIGHT, None)


def test_attendees_choices_win_even_when_they_are_none() -> None:
    kari = Attendee(7, "nb", reminder_minutes=0, quiet_hours="")
    assert (kari.lead(15), kari.quiet(NIGHT)) == (0, None)
    assert Attendee(7, "nb", quiet_hours="23:00-06:00").quiet(None) == QuietHours(time(23), time(6))
