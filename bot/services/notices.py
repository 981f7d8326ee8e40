"""What organisers are told unasked about the programme's source."""

from dataclasses import dataclass

from bot.domain.edits import Edit
from bot.services.updates import Outlook


@dataclass(frozen=True, slots=True)
class SourceFails:
    """The source can't be read; the programme in force stays."""

    source: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceWorks:
    """It can be read again."""

    source: str


@dataclass(frozen=True, slots=True)
class Suspicious:
    """The source's programme looks like a mistake; it waits under that number for an organiser's word."""

    number: int
    sessions: int
    outlook: Outlook
    source: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """The source changed a field that organisers had changed by hand; theirs holds."""

    edit: Edit


Notice = SourceFails | SourceWorks | Suspicious | Conflict
