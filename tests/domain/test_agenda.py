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


def test_agenda_is_the_saved_sessions_that_are_on_in_time_order() -> None:
    sessions = (session("late", 60, 90), session("early", 0, 30), session("off", 0, 30, cancelled=True))
    index = Index(Programme.model_validate({"expo": {"name": "B", "timezone": "UTC"}, "sessions": sessions}))
    assert [one.id for one in agenda(index, ["late", "off", "gone", "early"])] == ["early", "late"]


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
