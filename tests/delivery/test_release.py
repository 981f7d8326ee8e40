from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.release import Release, kept, next_release, released, releases

RATE = 30
BURSTS = st.dictionaries(st.integers(1, 600), st.integers(1, 1500), max_size=6)


def test_handful_goes_when_it_is_due() -> None:
    assert releases([(1000, 1), (2000, 19)], RATE) == [Release(1000, 1000), Release(2000, 2000)]


def test_burst_begins_half_as_early_again_as_it_takes() -> None:
    assert releases([(10_000, 4500)], RATE) == [Release(9775, 10_000)]


def test_bursts_that_overlap_make_room_for_each_other() -> None:
    assert releases([(10_000, 3000), (10_060, 3000), (20_000, 30)], RATE) == [
        Release(9760, 10_000),
        Release(9910, 10_060),
        Release(19_998, 20_000),
    ]


def test_half_the_rate_takes_twice_the_time() -> None:
    assert releases([(10_000, 3000)], 15) == [Release(9700, 10_000)]


def test_what_goes_ahead_takes_its_time_away() -> None:
    burst = [(10_000, 600)]
    assert [
        releases(burst, RATE, ahead)
        for ahead in (
            [(9990, 1200)],  # all the time from then on
            [(9980, 200)],  # ten seconds amid
            [(9000, 1200)],  # long before
            [(9940, 200), (9945, 200), (9995, 60)],  # one after the other
        )
    ] == [[Release(one, 10_000)] for one in (9959, 9959, 9970, 9966)]


def test_what_is_overdue_and_goes_ahead_takes_the_time_from_now() -> None:
    assert releases([(10_000, 60)], RATE, [(9000, 600)], now=9980) == [Release(9976, 10_000)]


def test_what_has_begun_is_released_up_to_its_due_second() -> None:
    plan = [Release(100, 200), Release(150, 300), Release(250, 400)]
    assert [released(plan, now) for now in (99, 100, 150, 249, 500)] == [99, 200, 300, 300, 500]
    assert [next_release(plan, now) for now in (99, 100, 150, 250)] == [100, 150, 250, None]


def test_burst_that_has_begun_stays_begun_while_it_shrinks() -> None:
    before = [Release(100, 200), Release(150, 300)]
    assert [kept([Release(140, 200), Release(190, 300)], before, now) for now in (99, 120, 160, 250)] == [
        [Release(140, 200), Release(190, 300)],
        [Release(100, 200), Release(190, 300)],
        [Release(100, 200), Release(150, 300)],
        [Release(140, 200), Release(150, 300)],
    ]


def late(bursts: dict[int, int], ahead: dict[int, int], *, at_once: bool) -> int:
    """How many of the bursts' messages go out after their due second, released just in time or all at once."""
    left, urgent = dict(bursts), dict(ahead)
    plan: list[Release] = []
    number = now = 0
    while left:
        plan = [*kept(releases(left.items(), RATE, urgent.items(), now), plan, now)]
        until = max(left) if at_once else released(plan, now)
        room = take(urgent, now, RATE)
        for due in sorted(one for one in left if one <= until):
            before = room
            room = take(left, due, room, only=due)
            number += (before - room) * (now > due)
        now += 1
    return number


def take(messages: dict[int, int], until: int, room: int, *, only: int | None = None) -> int:
    """Send the earliest of what is due until then, as far as there is room; what room is left."""
    for due in sorted(one for one in messages if one <= until and only in {None, one}):
        sent = min(room, messages[due])
        room -= sent
        messages[due] -= sent
        if not messages[due]:
            del messages[due]
    return room


@given(BURSTS, BURSTS)
def test_last_of_each_burst_is_out_in_time_where_that_can_be(bursts: dict[int, int], ahead: dict[int, int]) -> None:
    if late(bursts, ahead, at_once=True) == 0:
        assert late(bursts, ahead, at_once=False) == 0
