"""What the chat page posts."""

from pydantic import BaseModel, ConfigDict, Field


class Body(BaseModel):
    """Strict about unknown keys."""

    model_config = ConfigDict(extra="forbid")


class Text(Body):
    """What is written."""

    text: str = Field(min_length=1, max_length=4096)


class Press(Body):
    """A tap on a button."""

    message_id: int
    data: str = Field(min_length=1, max_length=64)


class Place(Body):
    """A location, in degrees."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Language(Body):
    """The language a person's app is set to."""

    language_code: str = Field(pattern=r"^[a-z]{2}(-[A-Za-z]{2,4})?$")


class Blocked(Body):
    """Whether the person blocks the bot."""

    blocked: bool
