from datetime import UTC, datetime, timedelta

from bot.domain.agenda import agenda, clashing
from bot.domain.models import Programme, Session
from bot.domain.programme import Index

NOON = datetime(2019, 9, 24, 12, tzinfo=UTC)


def session(identifier: str, start: int, end: int | None, *, cancelled: bool = False) -> Session:
    """Times are minutes after noon."""
    return Session(
        id=identifier,
        title=identifier,
        start=NOON + timedelta(minutes=start),
        end=None if end is None else NOON + timedelta(minutes=end),
        cancelled=cancelled,
    )


def test_agenda_is_the_saved_sessions_in_time_order_with_those_that_are_not_on_last() -> None:
    sessions = (
        Session(id="some time", title="some time"),
        session("off", 0, 30, cancelled=True),
        session("late", 60, 90),
        session("early", 0, 30),
    )
    index = Index(Programme.model_validate({"expo": {"name": "B", "timezone": "UTC"}, "sessions": sessions}))
    assert [one.id for one in agenda(index, ["late", "off", "gone", "some time", "early"])] == [
        "early",
        "late",
        "off",
        "some time",
    ]


def test_clashing_sessions_run_at_the_same_time() -> None:
    others = [
        session("before", -30, 0),
        session("into", -30, 1),
        session("within", 10, 20),
        session("around", -10, 60),
        session("after", 30, 60),
        session("endless", -59, None),
        session("1", 0, 30),
    ]
    assert [one.id for one in clashing(session("1", 0, 30), others)] == ["into", "within", "around", "endless"]


def test_clashing_leaves_out_what_is_not_on() -> None:
    off, unscheduled, on = session("off", 0, 30, cancelled=True), Session(id="x", title="x"), session("on", 0, 30)
    assert [clashing(one, [off, unscheduled, on]) for one in (off, unscheduled, on)] == [[], [], []]
