from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.models import Session
from bot.domain.reminders import Reminder, due_time, plan

START = datetime(2019, 9, 24, 12, tzinfo=UTC)


def before(minutes: float) -> datetime:
    return START - timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("lead", "now", "due"),
    [
        (15, before(60), before(15)),
        (15, before(15), before(15)),
        (15, before(14.5), before(10)),
        (15, before(7), before(5)),
        (15, before(4), None),
        (60, before(45), before(30)),
        (20, before(18), before(15)),
        (5, before(5), before(5)),
        (5, before(4.9), None),
    ],
)
def test_reminder_is_due_at_its_lead_or_the_longest_shorter_one_ahead(
    lead: int, now: datetime, due: datetime | None
) -> None:
    assert due_time(START, lead, now) == due


def test_each_session_to_come_is_wanted() -> None:
    sessions = [
        Session(id="1", title="a", start=START),
        Session(id="soon", title="b", start=before(26)),
        Session(id="begun", title="c", start=before(30)),
        Session(id="off", title="d", start=START, cancelled=True),
        Session(id="some day", title="e"),
    ]
    assert plan([(one, 15) for one in sessions], before(30)) == [
        Reminder("1", START, before(15)),
        Reminder("soon", before(26), None),
    ]
    assert plan([(one, 0) for one in sessions], before(30)) == []
