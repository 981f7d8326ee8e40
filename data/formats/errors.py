"""Why a programme file is refused."""

from typing import Final

_LONGEST: Final = 600
_LONGEST_PLACE: Final = 200


def one_line(text: str, longest: int = _LONGEST) -> str:
    """The text as one printable line."""
    return "".join(letter for letter in " ".join(text[: 4 * longest].split()) if letter.isprintable())[:longest]


class ProgrammeError(ValueError):
    """One line a person can act on: the reason, and the place in the file where there is one to name."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason = one_line(reason)
        self.place = one_line(place, _LONGEST_PLACE)
        super().__init__(f"{self.place}: {self.reason}" if self.place else self.reason)

    def of(self, name: str) -> "ProgrammeError":
        """The same, its place said to be in the file with that name."""
        return ProgrammeError(self.reason, f"{name}: {self.place}" if self.place else name)
