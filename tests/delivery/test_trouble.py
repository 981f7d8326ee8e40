from bot.delivery.trouble import Trouble
from bot.domain.outbox import Fate, State

SENT = Fate(State.SENT)
REFUSED = Fate(State.PLANNED, unreachable=True)
DOUBTFUL = Fate(State.UNKNOWN, unreachable=True)


def test_unreachable_server_is_left_alone_at_once_and_ever_longer() -> None:
    trouble = Trouble()
    rests = [trouble.met(REFUSED) for _ in range(8)]
    assert [0.5 * 2**n <= rest <= 2**n for n, rest in enumerate(rests[:6])] == [True] * 6
    assert max(rests) <= 60


def test_single_lost_reply_stops_nothing() -> None:
    trouble = Trouble()
    assert [trouble.met(fate) for fate in (DOUBTFUL, DOUBTFUL, SENT, DOUBTFUL, DOUBTFUL)] == [0] * 5
    assert trouble.met(DOUBTFUL) > 0


def test_what_is_refused_for_its_own_sake_is_no_trouble() -> None:
    assert [Trouble().met(Fate(state)) for state in (State.BLOCKED, State.FAILED, State.PLANNED)] == [0, 0, 0]
