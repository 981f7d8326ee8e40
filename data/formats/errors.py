"""Why a programme file is refused."""


class ProgrammeError(ValueError):
    """One line a person can act on: the reason, and the place in the file where there is one to name."""

    def __init__(self, reason: str, place: str = "") -> None:
        self.reason = " ".join(reason.split())
        self.place = place
        super().__init__(f"{place}: {self.reason}" if place else self.reason)
