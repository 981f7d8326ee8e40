from datetime import UTC, datetime, timedelta

import pytest

from bot import clock
from bot.clock import Clock, SimulatedClock

START = datetime(2019, 9, 24, 9, 20, tzinfo=UTC)


class Seconds:
    """Stands in for the time module: passes only when told."""

    def __init__(self) -> None:
        self.passed = 100.0

    def monotonic(self) -> float:
        return self.passed


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> Seconds:
    seconds = Seconds()
    monkeypatch.setattr(clock, "time", seconds)
    return seconds


def test_simulated_clock_begins_at_its_start_and_runs_at_its_speed(real: Seconds) -> None:
    simulated = SimulatedClock(START, speed=60)
    assert simulated.now() == START
    real.passed += 10
    assert simulated.now() == START + timedelta(minutes=10)


@pytest.mark.usefixtures("real")
def test_simulated_clock_takes_any_zone_and_shows_utc() -> None:
    shown = SimulatedClock(datetime.fromisoformat("2019-09-24T11:20+02:00")).now()
    assert (shown, shown.tzinfo) == (START, UTC)


def test_simulated_clock_jumps_and_goes_on(real: Seconds) -> None:
    simulated = SimulatedClock(START, speed=2)
    real.passed += 30
    simulated.jump(timedelta(hours=1))
    real.passed += 30
    assert simulated.now() == START + timedelta(hours=1, minutes=2)
    simulated.set(START, 1)
    real.passed += 1
    assert (simulated.now(), simulated.speed) == (START + timedelta(seconds=1), 1)


@pytest.mark.usefixtures("real")
def test_simulated_clock_tells_real_seconds_until_a_moment() -> None:
    simulated = SimulatedClock(START, speed=60)
    assert simulated.seconds_until(START + timedelta(hours=1)) == 60
    assert simulated.seconds_until(START - timedelta(hours=1)) == 0


@pytest.mark.usefixtures("real")
def test_listeners_hear_of_every_jump_and_change_of_speed() -> None:
    simulated, heard = SimulatedClock(START), list[datetime]()
    simulated.on_jump(lambda: heard.append(simulated.now()))
    simulated.on_jump(lambda: heard.append(START))
    simulated.jump(timedelta(hours=1))
    simulated.set(START, 60)
    assert heard == [START + timedelta(hours=1), START, START, START]


@pytest.mark.parametrize("speed", [0, -1])
def test_clock_does_not_stand_still_or_run_back(speed: float) -> None:
    with pytest.raises(ValueError, match=r"^a clock's speed is above 0, not (0|-1)$"):
        SimulatedClock(START, speed)


def test_real_clock_agrees_with_itself() -> None:
    real = Clock()
    first, second = real.now(), real.real()
    assert first <= second
    assert first.tzinfo is UTC
    assert real.monotonic() <= real.monotonic()
    assert real.seconds_until(START) == 0
    assert 3590 < real.seconds_until(real.now() + timedelta(hours=1)) <= 3600


def test_real_clock_never_jumps() -> None:
    Clock().on_jump(lambda: pytest.fail("it jumped"))
