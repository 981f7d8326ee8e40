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
Action = Literal[
    "", "save", "remove", "silence", "agenda", "follow", "unfollow", "language", "settings", "reminders", "remind",
    "reminders_off", "reminders_on", "alerts_off", "alerts_on", "mydata", "privacy", "forget",
]  # fmt: skip
Asks = Literal["", "when", "ends", "where", "who", "length", "language", "count", "changes"]
Listed = Literal["", "tracks", "rooms", "formats", "audiences"]
Smalltalk = Literal["", "hello", "thanks", "bye", "ok", "who"]


class Interval(Model):
    """Half-open [start, end); a moment is one minute long."""

    start: AwareDatetime
    end: AwareDatetime


class Query(Model):
    """A question as understood: plain data, kept for follow-ups and for paging. Ids are the programme's.

    `starts_within`: only sessions that start in `when` ("after 15:00"); otherwise those that overlap it.
    `lunch`: `when` is bounded by lunch, 12:00 to 13:00, which the programme may have at another time.
    `relative`: `when` was reckoned from the moment of asking ("now", "the next hour").
    Within one filter the ids are alternatives; `without_*` are excluded. `either`: a session fits by its track or
    by the topic in its title. `only`: 1 asks for the first fitting session, -1 for the last. Lengths are in minutes.
    `everyone`: all the speakers or sessions are meant, not one of them. `cancelled`: only sessions that are called off.
    `listed`: with the intent "help", what kinds of things the programme has.
    `sessions`: the one that an intent "session" is about, else the ids last shown, at most 50.
    `origin`: the list that it was chosen from.
    `action`: what is to be done: "save", "remove" and "silence" to the sessions; "agenda" shows the whole of it; all
    others with the intent "help".
    `lead`: minutes before the session, or with the action "remind" before each, that a reminder is to come.
    """

    language: str
    intent: Intent = "sessions"
    asks: Asks = ""
    when: Interval | None = None
    starts_within: bool = False
    lunch: bool = False
    relative: bool = False
    order: Order = "time"
    only: int = 0
    rooms: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    everyone: bool = False
    audiences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    topic: str = ""
    either: bool = False
    longer_than: int | None = None
    shorter_than: int | None = None
    at_least: int | None = None
    at_most: int | None = None
    free: bool = False
    """Only sessions that clash with none of the asker's favourites."""
    cancelled: bool = False
    without_rooms: tuple[str, ...] = ()
    without_tracks: tuple[str, ...] = ()
    without_formats: tuple[str, ...] = ()
    without_languages: tuple[str, ...] = ()
    without_topic: str = ""
    sessions: tuple[str, ...] = ()
    origin: "Query | None" = None
    exhibitors: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    practical: str = ""
    listed: Listed = ""
    smalltalk: Smalltalk = ""
    action: Action = ""
    lead: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One of at most three ways to understand an ambiguous question; `label` is what its button says."""

    label: str
    query: Query


@dataclass(frozen=True, slots=True)
class Answer:
    """What the programme says to a query. `sessions` are all of them, in the order to show.

    `when` is the interval answered: the query's, with the programme's own lunch.
    `nearest` is offered where `sessions` is empty; `clarify` where the question has more than one reading;
    `more` are the answers to the further questions of the same message.
    """

    query: Query
    asked_at: datetime
    when: Interval | None = None
    sessions: tuple[Session, ...] = ()
    nearest: tuple[Session, ...] = ()
    clarify: tuple[Reading, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    rooms: tuple[Room, ...] = ()
    stands: tuple[Stand, ...] = ()
    exhibitors: tuple[Exhibitor, ...] = field(default=())
    practical: Practical | None = None
    more: tuple["Answer", ...] = ()
