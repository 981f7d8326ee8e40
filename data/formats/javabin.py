"""Sessions as javaBin's and TDC's "sleepingpill" gives them."""

import re
from collections.abc import Mapping
from typing import Final

from data.formats import languages
from data.formats.assemble import assemble
from data.formats.draft import Draft, Event, Person
from data.formats.fields import first, items, members, objects, text
from data.formats.moments import Moments
from data.formats.reading import Notes, Options, Reading
from data.formats.source import Source
from data.formats.text import joined
from data.formats.zones import zone

NAME: Final = "javabin"

_ZONE: Final = "Europe/Oslo"


def probe(source: Source) -> bool:
    """Whether it is such a file."""
    sessions = objects(members(source.json).get("sessions")) if source.is_json else []
    return any("sessionId" in session and "conferenceId" in session for session in sessions)


def read(source: Source, options: Options) -> Reading:
    """Its programme; javaBin is in Norway, whatever the setting. Raises ProgrammeError."""
    notes = Notes()
    moments = Moments(zone(_ZONE), notes)
    sessions = objects(members(source.json)["sessions"])
    drafts = (_draft(session, moments) for session in sessions)
    return Reading(assemble(Event(zone=_ZONE), drafts, notes, setting=options.timezone), notes.remarks(), NAME)


def _draft(session: Mapping[str, object], moments: Moments) -> Draft:
    place = f"session {first(session, 'sessionId')}"
    room = first(session, "room")
    return Draft(
        place=place,
        title=first(session, "title"),
        id=first(session, "sessionId"),
        abstract=joined(text(session.get("abstract")), text(session.get("intendedAudience"))),
        start=moments.at(first(session, "startTimeZulu", "startTime"), place),
        end=moments.at(first(session, "endTimeZulu", "endTime"), place),
        length=moments.length(session.get("length"), place),
        rooms=(room,) if room else (),
        format=first(session, "format").replace("-", " ").capitalize(),
        languages=languages.codes(first(session, "language")),
        speakers=tuple(
            Person(first(who, "name"), biography=first(who, "bio")) for who in objects(session.get("speakers"))
        ),
        tags=tuple(tag for told in items(session.get("keywords")) for tag in re.split(r"[,;]", text(told))),
    )
