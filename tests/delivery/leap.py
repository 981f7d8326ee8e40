"""The loop's time and the clock's, moved on without waiting."""

import time
from typing import Final

import pytest

_monotonic: Final = time.monotonic


class Leap:
    """Call it with the seconds by which all real time moves on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._by = 0.0
        monkeypatch.setattr(time, "monotonic", lambda: _monotonic() + self._by)

    def __call__(self, seconds: float) -> None:
        self._by += seconds
