from bot.domain.broadcasts import EVERYBODY, Broadcast, Report
from bot.domain.outbox import State


def test_report_adds_up_to_the_audience() -> None:
    broadcast = Broadcast(1, 7, "Hei", EVERYBODY, "sending", 0, 5)
    counts = {State.PLANNED: 3, State.SENDING: 1, State.SENT: 10, State.BLOCKED: 2}
    report = Report(broadcast, counts)
    assert (report.audience, report.open) == (16, 4)
    assert report.count(State.SENT, State.BLOCKED, State.FAILED) == 12
