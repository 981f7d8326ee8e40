"""What a programme consists of. Frozen; the JSON form of `Programme` is the native file format."""

from datetime import date, timedelta
from functools import cache
from typing import Annotated, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, FailFast, Field

from bot.domain.localised import Localised


@cache
def zone_names() -> frozenset[str]:
    """The IANA names there are; looking them up takes a walk through folders, so they are kept."""
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in zone_names():
        message = f"{name!r} is not an IANA time zone such as Europe/Oslo"
        raise ValueError(message)
    return name


T = TypeVar("T")

Id = Annotated[str, Field(min_length=1, max_length=200)]
Zone = Annotated[str, AfterValidator(_known_zone)]
Many = Annotated[tuple[T, ...], FailFast()]
"""A list whose first fault is enough: a file may have a million."""


class Model(BaseModel):
    """Immutable and strict about unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Thing(Model):
    """Anything with an id; `demo` marks what is invented for the sample expo."""

    id: Id
    demo: bool = False


class Named(Thing):
    """A thing with a name in one or more languages, and other words people call it by."""

    name: Localised
    aliases: Many[str] = ()


class Track(Named):
    """A subject line through the programme (*spor*)."""


class Format(Named):
    """The kind of a session: a talk, a panel discussion, a break."""

    is_break: bool = False


class Audience(Named):
    """Whom a session is meant for."""


class Point(Model):
    """A place on the floor plan, as fractions of its width and height from the top left."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class Room(Named):
    """A room, stage or hall."""

    capacity: int | None = Field(default=None, ge=0)
    directions: Localised = {}
    point: Point | None = None


class Stand(Thing):
    """A place in the exhibition; `label` is what its sign says."""

    label: str
    room: Id | None = None
    point: Point | None = None


class Speaker(Thing):
    """A person on stage."""

    name: str
    role: str = ""
    organisation: str = ""
    biography: Localised = {}


class Exhibitor(Thing):
    """Who has a stand; `offers` are the words people look for."""

    name: str
    description: Localised = {}
    offers: Many[str] = ()
    stand: Id | None = None
    sessions: Many[Id] = ()


class Practical(Thing):
    """An answer to a practical question (wifi, food, cloakroom); `keywords` are what people say."""

    question: Localised
    answer: Localised
    keywords: Many[str] = ()


class Session(Thing):
    """One occurrence: a session that is held twice is two of these with the same `series`.

    `start` and `end` are aware instants, both None while unscheduled; `languages` are the codes it is held in.
    """

    title: Annotated[str, Field(min_length=1)]
    subtitle: str = ""
    abstract: str = ""
    start: AwareDatetime | None = None
    end: AwareDatetime | None = None
    end_estimated: bool = False
    room: Id | None = None
    more_rooms: Many[Id] = ()
    track: Id | None = None
    format: Id | None = None
    languages: Many[str] = ()
    speakers: Many[Id] = ()
    audiences: Many[Id] = ()
    tags: Many[str] = ()
    series: Id | None = None
    cancelled: bool = False
    url: str = ""

    @property
    def rooms(self) -> tuple[str, ...]:
        """Every room it is held in, the main one first."""
        return (self.room, *self.more_rooms) if self.room else self.more_rooms

    @property
    def duration(self) -> timedelta | None:
        """How long it lasts, None where start or end is unknown."""
        return self.end - self.start if self.start and self.end else None


class Venue(Model):
    """Where the expo is; `plan` is the floor plan's file name beside the programme file."""

    name: str
    address: str = ""
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    plan: str = ""


class Expo(Model):
    """The event itself; `start` and `end` are its first and last day in its own zone."""

    name: str
    timezone: Zone
    theme: Localised = {}
    start: date | None = None
    end: date | None = None
    venue: Venue | None = None
    url: str = ""
    demo: bool = False


class Programme(Model):
    """A whole programme: what `expobot import` takes in and `expobot export` gives out."""

    expo: Expo
    sessions: Many[Session] = ()
    tracks: Many[Track] = ()
    formats: Many[Format] = ()
    rooms: Many[Room] = ()
    speakers: Many[Speaker] = ()
    audiences: Many[Audience] = ()
    exhibitors: Many[Exhibitor] = ()
    stands: Many[Stand] = ()
    practical: Many[Practical] = ()

    @property
    def zone(self) -> ZoneInfo:
        """The expo's own time zone."""
        return ZoneInfo(self.expo.timezone)
