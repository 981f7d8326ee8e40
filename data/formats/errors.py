"""Why a programme file is refused."""

from typing import Final

_LONGEST: Final = 600


class ProgrammeError(ValueError):
    """One line a person can act on: the reason, and the place in the file where there is one to name."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason = "".join(letter for letter in " ".join(reason.split()) if letter.isprintable())[:_LONGEST]
        self.place = place
        super().__init__(f"{place}: {self.reason}" if place else self.reason)
