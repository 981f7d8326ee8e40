from bot.delivery.release import Release, next_release, released, releases


def test_handful_goes_when_it_is_due() -> None:
    assert releases([(1000, 1), (2000, 20)], 30) == [Release(1000, 1000), Release(2000, 2000)]


def test_burst_begins_half_as_early_again_as_it_takes() -> None:
    assert releases([(10_000, 4500)], 30) == [Release(9776, 10_000)]


def test_bursts_that_overlap_make_room_for_each_other() -> None:
    assert releases([(10_000, 3000), (10_060, 3000), (20_000, 30)], 30) == [
        Release(9761, 10_000),
        Release(9911, 10_060),
        Release(19_999, 20_000),
    ]


def test_half_the_rate_takes_twice_the_time() -> None:
    assert releases([(10_000, 3000)], 15) == [Release(9701, 10_000)]


def test_what_has_begun_is_released_up_to_its_due_second() -> None:
    plan = [Release(100, 200), Release(150, 300), Release(250, 400)]
    assert [released(plan, now) for now in (99, 100, 150, 249, 500)] == [99, 200, 300, 300, 500]
    assert [next_release(plan, now) for now in (99, 100, 150, 250)] == [100, 150, 250, None]
