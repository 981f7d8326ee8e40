import pytest

from bot.delivery.backoff import FIRST_SECONDS, backoff


@pytest.mark.parametrize(
    ("failures", "most"), [(1, FIRST_SECONDS), (2, 2 * FIRST_SECONDS), (5, 16 * FIRST_SECONDS), (6, 30), (5000, 30)]
)
def test_pause_doubles_up_to_the_longest(failures: int, most: float) -> None:
    pauses = [backoff(failures, longest=30) for _ in range(100)]
    assert most / 2 <= min(pauses) < max(pauses) <= most
