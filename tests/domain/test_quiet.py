from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.quiet import QuietHours, after_quiet, read_hours, write_hours

OSLO = ZoneInfo("Europe/Oslo")
NIGHT = QuietHours(time(22), time(7))
NOON = QuietHours(time(12), time(13, 30))


@pytest.mark.parametrize(
    ("text", "hours"),
    [("22:00-07:00", NIGHT), (" 12:00 - 13:30 ", NOON), ("9:00-10:05", QuietHours(time(9), time(10, 5))), (" ", None)],
)
def test_hours_are_read(text: str, hours: QuietHours | None) -> None:
    assert read_hours(text) == hours
    assert read_hours(write_hours(hours)) == hours


@pytest.mark.parametrize(
    "text", ["22:00", "22-07", "22:00-", "22:00-24:00", "22:60-07:00", "22:00+01:00-07:00", "22:00-07:00-01:00", "x"]
)
def test_other_hours_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_hours(text)


@pytest.mark.parametrize(
    ("moment", "hours", "after"),
    [
        ("2019-09-24T21:59", NIGHT, "2019-09-24T21:59"),
        ("2019-09-24T22:00", NIGHT, "2019-09-25T07:00"),
        ("2019-09-25T00:00", NIGHT, "2019-09-25T07:00"),
        ("2019-09-25T06:59:59", NIGHT, "2019-09-25T07:00"),
        ("2019-09-25T07:00", NIGHT, "2019-09-25T07:00"),
        ("2019-09-30T23:00", NIGHT, "2019-10-01T07:00"),
        ("2019-09-24T11:59", NOON, "2019-09-24T11:59"),
        ("2019-09-24T12:00", NOON, "2019-09-24T13:30"),
        ("2019-09-24T13:30", NOON, "2019-09-24T13:30"),
        ("2019-09-24T12:00", QuietHours(time(12), time(12)), "2019-09-24T12:00"),
        ("2019-09-24T23:00", None, "2019-09-24T23:00"),
    ],
)
def test_moment_in_quiet_hours_waits_for_their_end(moment: str, hours: QuietHours | None, after: str) -> None:
    local = datetime.fromisoformat(moment).replace(tzinfo=OSLO)
    assert after_quiet(local, hours) == datetime.fromisoformat(after).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("evening", "morning"),
    [
        ("2019-10-26T23:00+02:00", "2019-10-27T07:00+01:00"),
        ("2019-10-27T02:30+01:00", "2019-10-27T07:00+01:00"),
        ("2019-03-30T23:00+01:00", "2019-03-31T07:00+02:00"),
    ],
)
def test_nights_when_the_clocks_change_end_by_the_clock(evening: str, morning: str) -> None:
    local = datetime.fromisoformat(evening).astimezone(OSLO)
    assert after_quiet(local, NIGHT).isoformat() == datetime.fromisoformat(morning).isoformat()
