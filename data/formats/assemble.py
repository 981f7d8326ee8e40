"""Makes a programme of drafts: ids, references, ends, breaks."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.domain.complement import UNNAMED
from bot.domain.models import Expo, Format, Programme, Room, Session, Track, Venue
from data.formats import times
from data.formats.breaks import is_break
from data.formats.draft import Draft, Event, Name, check_number
from data.formats.ends import settle_ends
from data.formats.errors import ProgrammeError
from data.formats.identify import tell_apart
from data.formats.names import Names, aliases, identifier, localised, spoken
from data.formats.people import People
from data.formats.reading import Notes
from data.formats.text import line
from data.formats.zones import choose, known

_BREAK: Final = "Break"
_LONGEST_EXPO: Final = timedelta(days=100)


def assemble(
    event: Event,
    drafts: Iterable[Draft],
    notes: Notes,
    *,
    setting: str | None = None,
    rooms: Iterable[Name] = (),
    tracks: Iterable[Name] = (),
    formats: Iterable[Name] = (),
) -> Programme:
    """The programme of a file; `setting` is the zone where the file names none, unless its offsets contradict it.

    Raises ProgrammeError where no session has a title or nothing tells the zone.
    """
    sessions = _titled(drafts, notes)
    zone = choose(event.zone, setting, (draft.start for draft in sessions))
    if event.zone and not known(event.zone):
        notes.add("unknown-zone", event.zone)
    settle_ends(sessions, notes)
    tell_apart(sessions, notes)
    return _Assembly(ZoneInfo(zone), notes, rooms, tracks, formats).programme(_expo(event, zone), sessions)


def _titled(drafts: Iterable[Draft], notes: Notes) -> list[Draft]:
    sessions = []
    speakers = 0
    for number, draft in enumerate(drafts, 1):
        speakers += len(draft.speakers)
        check_number(number, speakers)
        draft.title, draft.id = line(draft.title), line(draft.id)
        if not draft.title:
            notes.add("no-title", draft.place)
            continue
        sessions.append(draft)
        if draft.start is None:
            notes.add("no-start", draft.place)
    if not sessions:
        message = "there is no session with a title in it"
        raise ProgrammeError(message)
    return sessions


def _expo(event: Event, zone: str) -> Expo:
    first, last = event.start, event.end
    in_order = first and last and timedelta(0) <= last - first < _LONGEST_EXPO
    return Expo(
        name=line(event.name) or UNNAMED,
        timezone=zone,
        start=first if in_order else None,
        end=last if in_order else None,
        venue=Venue(name=line(event.venue), address=line(event.city)) if event.venue else None,
        url=_address(event.url),
    )


def _address(url: str) -> str:
    url = line(url)
    return url if url.startswith(("https://", "http://")) else ""


class _Assembly:
    """Sessions with their references resolved, and what they refer to."""

    def __init__(
        self, zone: ZoneInfo, notes: Notes, rooms: Iterable[Name], tracks: Iterable[Name], formats: Iterable[Name]
    ) -> None:
        self._zone, self._notes = zone, notes
        self._rooms, self._tracks, self._formats = Names(rooms), Names(tracks), Names(formats)
        self._people = People()
        self._breaks: set[str] = set()

    def programme(self, expo: Expo, drafts: Sequence[Draft]) -> Programme:
        sessions = tuple(self._session(draft) for draft in drafts)
        rooms, tracks, formats = self._rooms.used(), self._tracks.used(), self._formats.used()
        other = aliases(spoken(room.name) for room in rooms.values())
        return Programme(
            expo=expo,
            sessions=sessions,
            rooms=tuple(
                Room(id=key, name=localised(room.name), capacity=room.capacity, aliases=other[spoken(room.name)])
                for key, room in rooms.items()
            ),
            tracks=tuple(Track(id=key, name=localised(track.name)) for key, track in tracks.items()),
            formats=tuple(
                Format(id=key, name=localised(kind.name), is_break=key in self._breaks) for key, kind in formats.items()
            ),
            speakers=self._people.speakers(),
        )

    def _session(self, draft: Draft) -> Session:
        rooms = tuple(dict.fromkeys(key for room in draft.rooms if (key := self._rooms.use(line(room)))))
        return Session(
            id=draft.id,
            title=draft.title,
            subtitle=line(draft.subtitle),
            abstract=draft.abstract,
            start=self._local(draft.start, draft.place),
            end=self._local(draft.end),
            end_estimated=draft.end_estimated,
            room=rooms[0] if rooms else None,
            more_rooms=rooms[1:],
            track=self._tracks.use(line(draft.track)),
            format=self._format(draft),
            languages=draft.languages,
            speakers=self._people.use(draft.speakers),
            tags=tuple(dict.fromkeys(tag for raw in draft.tags if (tag := line(raw)))),
            series=identifier(line(draft.series)) or None,
            cancelled=draft.cancelled,
            url=_address(draft.url),
        )

    def _format(self, draft: Draft) -> str | None:
        kind = line(draft.format)
        pauses = draft.is_break or is_break(kind) or (not draft.speakers and is_break(draft.title))
        key = self._formats.use(kind if is_break(kind) or not pauses else _BREAK)
        if key and pauses:
            self._breaks.add(key)
        return key

    def _local(self, moment: datetime | None, place: str = "") -> datetime | None:
        if moment is None:
            return None
        local = times.fixed(moment.astimezone(self._zone))
        if place and moment.utcoffset() and moment.utcoffset() != local.utcoffset():
            self._notes.add("offset-differs", place)
        return local
