"""What organisers are told unasked about the programme's source; kept as JSON until it is sent."""

from typing import Annotated, Final, Literal

from pydantic import Field, TypeAdapter

from bot.domain.edits import Edit
from bot.domain.excerpt import Excerpt
from bot.domain.models import Model


class SourceFails(Model):
    """The source can't be read; the programme in force stays."""

    kind: Literal["fails"] = "fails"
    source: str
    reason: str


class SourceWorks(Model):
    """It can be read again."""

    kind: Literal["works"] = "works"
    source: str


class Suspicious(Model):
    """The source's programme looks like a mistake; it waits under that number for an organiser's word."""

    kind: Literal["suspicious"] = "suspicious"
    number: int
    sessions: int
    excerpt: Excerpt
    source: str


class Conflict(Model):
    """The source changed a field that organisers had changed by hand; theirs holds."""

    kind: Literal["conflict"] = "conflict"
    edit: Edit


Notice = SourceFails | SourceWorks | Suspicious | Conflict

_notices: Final[TypeAdapter[Notice]] = TypeAdapter(Annotated[Notice, Field(discriminator="kind")])


def read_notice(document: str) -> Notice:
    """The notice of its JSON."""
    return _notices.validate_json(document)


def topic(notice: Notice) -> str:
    """What a notice is about: of a topic only the newest is worth telling."""
    if isinstance(notice, Conflict):
        return edit_topic(notice.edit)
    return proposal_topic(notice.source) if isinstance(notice, Suspicious) else f"state {notice.source}"


def proposal_topic(source: str) -> str:
    """The topic of a programme of that source that waits for an organiser's word."""
    return f"proposal {source}"


def edit_topic(edit: Edit) -> str:
    """The topic of what is asked about a manual change."""
    return f"edit {edit.field} {edit.session_id}"
