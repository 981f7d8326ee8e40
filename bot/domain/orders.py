"""What organisers order in a line of text: which session, which time, which room."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, Literal, NamedTuple

from bot.domain.errors import PersonError
from bot.domain.keys import key, slug
from bot.domain.models import Model, Room, Session
from bot.domain.programme import DAY_CHANGE, Index

_ASKING: Final = re.compile(
    r"(hva|hvor|når|hvem|hvilke[nt]?|hvordan|hvorfor|hvad|hvornår|vad|var|när|vem|vilken|vilket|vilka|hur|varför|"
    r"what|where|when|who|which|how|why)\b",
    re.IGNORECASE,
)

PATIENCE: Final = timedelta(minutes=10)
"""So long the message an organiser has begun is waited for."""

Action = Literal["move", "cancel", "restore", "add"]

_CLOCK: Final = r"(\d{1,2})[:.](\d{2})"
_SLOT: Final = re.compile(
    rf"(?:^|(?<=\s))(?:(?P<day>\d{{4}}-\d\d-\d\d)[ T])?(?:kl\.?\s*)?(?P<start>{_CLOCK})"
    rf"(?:\s*[-–]\s*(?P<end>{_CLOCK}))?(?=\s|$)",
    re.IGNORECASE,
)


class Slot(NamedTuple):
    """A time of day, perhaps with a day and an end."""

    day: date | None
    start: time
    end: time | None


class Draft(Model):
    """What an organiser has ordered so far and is asked more about; `rest` is a move's time and room as written.

    `room` is "" where it is to have none.
    """

    action: Action
    rest: str = ""
    title: str = ""
    start: datetime | None = None
    end: datetime | None = None
    room: str | None = None


def readings(text: str) -> Iterator[tuple[str, Slot, str]]:
    """The ways to read a text as something, a time, and what follows."""
    for found in _SLOT.finditer(text):
        slot = _slot(found)
        if slot:
            yield text[: found.start()].strip(), slot, text[found.end() :].strip()


def _slot(found: re.Match[str]) -> Slot | None:
    try:
        day = date.fromisoformat(found["day"]) if found["day"] else None
        return Slot(day, _clock(found["start"]), _clock(found["end"]) if found["end"] else None)
    except ValueError:
        return None


def _clock(text: str) -> time:
    hour, minute = re.split(r"[:.]", text)
    return time(int(hour), int(minute))


def is_question(text: str) -> bool:
    """Whether it reads like a question and not like the answer to one."""
    return text.rstrip().endswith("?") or _ASKING.match(text.strip()) is not None


def sessions_named(index: Index, text: str) -> Sequence[Session]:
    """The session of a key or title; else all whose title holds the words."""
    wanted = " ".join(text.casefold().split())
    by_key = index.find(Session, text.strip())
    if by_key or not wanted:
        return [by_key] if by_key else []
    titles = {session.id: " ".join(session.title.casefold().split()) for session in index.all_sessions.values()}
    exact = [index.all_sessions[one] for one, title in titles.items() if title == wanted]
    return exact or [index.all_sessions[one] for one, title in titles.items() if wanted in title]


def room_named(index: Index, text: str) -> Room:
    """The room of a key, name or alias; raises PersonError where there is none, or several."""
    wanted = text.casefold().strip()
    by_key = index.find(Room, text.strip())
    exact = [one for one in index.rooms.values() if wanted in _names(one)]
    near = [one for one in index.rooms.values() if any(wanted in name for name in _names(one))]
    found = [by_key] if by_key else exact or near
    if len(found) != 1:
        raise PersonError("manual-no-room", room=text.strip())
    return found[0]


def _names(room: Room) -> set[str]:
    return {name.casefold() for name in (*room.name.values(), *room.aliases)}


def placed(index: Index, slot: Slot, session: Session | None, now: datetime) -> tuple[datetime, datetime | None]:
    """Start and end in the expo's zone: on the slot's day, else the session's, else today; its length is kept."""
    day = slot.day or (index.day(session) if session and session.start else _today(index, now))
    start = _moment(index, day, slot.start, exact=slot.day is not None)
    if slot.end:
        end = _moment(index, start.date(), slot.end, exact=True)
        return start, end if end > start else end + timedelta(days=1)
    length = session.duration if session else None
    return start, start + length if length else None


def _moment(index: Index, day: date, clock: time, *, exact: bool) -> datetime:
    after_midnight = not exact and timedelta(hours=clock.hour) < DAY_CHANGE
    return datetime.combine(day + timedelta(days=after_midnight), clock, index.zone)


def _today(index: Index, now: datetime) -> date:
    today = index.local(now).date()
    if len(index.days) == 1:
        return index.days[0]
    if today not in index.days:
        raise PersonError("manual-no-day")
    return today


def new_id(index: Index, title: str) -> str:
    """An id for an added session that no other has."""
    stem = key(f"added-{slug(title) or 'session'}"[:36].strip("-"))
    numbers = ("", *(f"-{number}" for number in range(2, len(index.all_sessions) + 3)))
    return next(stem + number for number in numbers if stem + number not in index.all_sessions)
