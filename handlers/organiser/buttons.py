"""The buttons only organisers press."""

from dataclasses import dataclass

from handlers.callback_data import Button


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
