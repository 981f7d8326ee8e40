"""Typed callback data: a code and its fields, at most 64 bytes, decoded strictly."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import ClassVar, Final

SEPARATOR: Final = ":"
LIMIT: Final = 64
"""Bytes Telegram lets a button carry."""

_BY_CODE: Final[dict[str, type["Button"]]] = {}


class BadButtonError(ValueError):
    """Callback data that no button of this version carries: an old one, or forged."""


@dataclass(frozen=True, slots=True)
class Button:
    """A subclass names its code and its fields, each str or int."""

    CODE: ClassVar[str] = ""

    def __init_subclass__(cls, *, code: str = "") -> None:
        """Register the code; the dataclass decorator with slots makes the class a second time, without one."""
        if code:
            cls.CODE = code
        _BY_CODE[cls.CODE] = cls


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
class Aim(Button, code="ba"):
    """Choose a broadcast's audience; with `whom` only, the choice among those."""

    number: int
    whom: str
    which: str


@dataclass(frozen=True, slots=True)
class Send(Button, code="bs"):
    """✅ Send a broadcast."""

    number: int


@dataclass(frozen=True, slots=True)
class Stop(Button, code="bx"):
    """✖ Drop a draft, or stop a broadcast under way."""

    number: int


@dataclass(frozen=True, slots=True)
class TellMe(Button, code="k"):
    """🔔 Tell me when the organisers answer a question."""

    number: int


@dataclass(frozen=True, slots=True)
class Inbox(Button, code="qi"):
    """Back to the questions nobody could answer."""


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Button, code="qa"):
    """✏ Answer a question."""

    number: int


@dataclass(frozen=True, slots=True)
class DropQuestion(Button, code="qd"):
    """✖ Take a question off the list."""

    number: int


@dataclass(frozen=True, slots=True)
class Keep(Button, code="y"):
    """✅ Keep a session that has changed."""

    session: str


@dataclass(frozen=True, slots=True)
class Alerts(Button, code="v"):
    """🔔 🔕 Alerts on (1) or off (0); `here`: pressed under an alert (1) or in the settings (0)."""

    on: int
    here: int


@dataclass(frozen=True, slots=True)
class Accept(Button, code="pa"):
    """✅ Put a proposed programme in force; `sure` is 1 once a suspicious one is confirmed."""

    number: int
    sure: int


@dataclass(frozen=True, slots=True)
class Decline(Button, code="pd"):
    """✖ Leave the programme in force as it is."""

    number: int


@dataclass(frozen=True, slots=True)
class KeepMine(Button, code="em"):
    """✅ A manual change goes on holding, whatever the source says."""

    number: int


@dataclass(frozen=True, slots=True)
class TakeTheirs(Button, code="et"):
    """✖ A manual change gives way to what the source says."""

    number: int


@dataclass(frozen=True, slots=True)
class Pick(Button, code="pk"):
    """Of several sessions, the one a command meant."""

    session: str


@dataclass(frozen=True, slots=True)
class PickRoom(Button, code="pr"):
    """The room of a session being added; "" for none."""

    room: str


@dataclass(frozen=True, slots=True)
class AddSession(Button, code="ps"):
    """✅ Add the session that was described."""


@dataclass(frozen=True, slots=True)
class DropDraft(Button, code="px"):
    """✖ Neither change nor add anything."""


@lru_cache(maxsize=4096)
def encode(button: Button) -> str:
    """The callback data of a button."""
    values = [str(getattr(button, field.name)) for field in fields(button)]
    data = SEPARATOR.join([button.CODE, *values])
    if len(data.encode()) > LIMIT:
        message = f"a button of {len(data.encode())} bytes: {data}"
        raise ValueError(message)
    return data


def decode(data: str) -> Button:
    """The button of callback data; raises BadButtonError."""
    code, *values = data.split(SEPARATOR)
    kind = _BY_CODE.get(code)
    if kind is None or len(values) != len(fields(kind)):
        raise BadButtonError(data)
    try:
        return kind(*(_value(field.type, value) for field, value in zip(fields(kind), values, strict=True)))
    except ValueError as error:
        raise BadButtonError(data) from error


def _value(kind: object, value: str) -> str | int:
    if kind not in {int, "int"}:
        return value
    if not re.fullmatch(r"-?[0-9]{1,9}", value):
        raise ValueError(value)
    return int(value)
