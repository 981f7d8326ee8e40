"""The running bot of the scenarios, for what concerns handlers as a whole."""

from tests.scenarios.conftest import kari, ola, start, world

__all__ = ["kari", "ola", "start", "world"]
