"""Faults that a person is told about."""


class PersonError(Exception):
    """Carries the id of the sentence the person gets, and its arguments."""

    def __init__(self, text_id: str, /, **arguments: str | int) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.arguments = arguments
