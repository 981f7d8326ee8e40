"""How long to wait before trying again."""

import random
from typing import Final

FIRST_SECONDS: Final = 1.0
_DOUBLINGS: Final = 10


def backoff(failures: int, longest: float) -> float:
    """Seconds to wait after so many failures in a row: doubling, jittered, at most `longest`."""
    pause = FIRST_SECONDS * 2.0 ** min(failures - 1, _DOUBLINGS)
    return min(longest, pause) * random.uniform(0.5, 1)  # noqa: S311 - jitter
