"""The buttons attendees press; organisers have theirs in organiser/buttons.py."""

from dataclasses import dataclass

from handlers.callback_data import Button


@dataclass(frozen=True, slots=True)
class Card(Button, code="c"):
    """Open a session's card; `session` is its key."""

    session: str


@dataclass(frozen=True, slots=True)
class Save(Button, code="f"):
    """☆ Save a session."""

    session: str


@dataclass(frozen=True, slots=True)
class Unsave(Button, code="u"):
    """★ Take a session out."""

    session: str


@dataclass(frozen=True, slots=True)
class Silence(Button, code="q"):
    """✖ No reminder of this session."""

    session: str


@dataclass(frozen=True, slots=True)
class Where(Button, code="w"):
    """📍 Show the way to a room."""

    room: str


@dataclass(frozen=True, slots=True)
class Who(Button, code="p"):
    """🎤 Show a speaker."""

    speaker: str


@dataclass(frozen=True, slots=True)
class Follow(Button, code="t"):
    """🔔 Follow a track."""

    track: str


@dataclass(frozen=True, slots=True)
class Unfollow(Button, code="n"):
    """🔕 Follow a track no more."""

    track: str


@dataclass(frozen=True, slots=True)
class Tracks(Button, code="tp"):
    """◀ ▶ A page of the tracks."""

    page: int


@dataclass(frozen=True, slots=True)
class Page(Button, code="a"):
    """◀ ▶ A page of an answer; `number` is the answer's."""

    number: int
    page: int


@dataclass(frozen=True, slots=True)
class Choose(Button, code="o"):
    """One of the readings offered to an ambiguous question."""

    number: int
    reading: int


@dataclass(frozen=True, slots=True)
class Agenda(Button, code="g"):
    """◀ ▶ A page of the agenda."""

    page: int


@dataclass(frozen=True, slots=True)
class Browse(Button, code="b"):
    """The programme of a day (ISO date) by time, track, room or format; `which` is a key, "" for the choice itself."""

    day: str
    by: str
    which: str
    page: int


@dataclass(frozen=True, slots=True)
class Lead(Button, code="l"):
    """Remind so many minutes before; 0 is off."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Quiet(Button, code="h"):
    """Quiet hours from and to these full hours; -1: none."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Language(Button, code="i"):
    """Speak this language."""

    language: str


@dataclass(frozen=True, slots=True)
class Open(Button, code="s"):
    """Open one part of the settings."""

    part: str


@dataclass(frozen=True, slots=True)
class Forget(Button, code="x"):
    """🗑 Erase me; `sure` is 1 once confirmed."""

    sure: int


@dataclass(frozen=True, slots=True)
class Dismiss(Button, code="z"):
    """✖ Close a question without doing anything."""


@dataclass(frozen=True, slots=True)
class TellMe(Button, code="k"):
    """🔔 Tell me when the organisers answer a question."""

    number: int


@dataclass(frozen=True, slots=True)
class Keep(Button, code="y"):
    """✅ Keep a session that has changed."""

    session: str


@dataclass(frozen=True, slots=True)
class Swap(Button, code="j"):
    """Save this occurrence of a session in place of its others."""

    session: str


@dataclass(frozen=True, slots=True)
class Alerts(Button, code="v"):
    """🔔 🔕 Alerts on (1) or off (0); `here`: pressed under an alert (1) or in the settings (0)."""

    on: int
    here: int
