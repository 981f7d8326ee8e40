"""What a question asks for and what answers it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import AwareDatetime

from bot.domain.models import Exhibitor, Model, Practical, Room, Session, Speaker, Stand

Intent = Literal[
    "sessions", "session", "speaker", "place", "exhibitors", "agenda", "practical", "help", "smalltalk", "unknown"
]
Order = Literal["time", "next"]
Action = Literal["", "save"]


class Interval(Model):
    """Half-open [start, end); a moment is one minute long."""

    start: AwareDatetime
    end: AwareDatetime


class Query(Model):
    """A question as understood: plain data, kept for follow-ups and for paging. Ids are the programme's.

    `starts_within`: only sessions that start in `when` ("after 15:00"); otherwise those that overlap it.
    Within one filter the ids are alternatives; `without_*` are excluded.
    """

    language: str
    intent: Intent = "sessions"
    when: Interval | None = None
    starts_within: bool = False
    order: Order = "time"
    rooms: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    topic: str = ""
    without_rooms: tuple[str, ...] = ()
    without_tracks: tuple[str, ...] = ()
    without_formats: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    exhibitors: tuple[str, ...] = ()
    practical: str = ""
    action: Action = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One of at most three ways to understand an ambiguous question; `label` is what its button says."""

    label: str
    query: Query


@dataclass(frozen=True, slots=True)
class Answer:
    """What the programme says to a query. `sessions` are all of them, in the order to show.

    `nearest` is offered where `sessions` is empty; `clarify` where the question has more than one reading.
    """

    query: Query
    asked_at: datetime
    sessions: tuple[Session, ...] = ()
    nearest: tuple[Session, ...] = ()
    clarify: tuple[Reading, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    rooms: tuple[Room, ...] = ()
    stands: tuple[Stand, ...] = ()
    exhibitors: tuple[Exhibitor, ...] = field(default=())
    practical: Practical | None = None
