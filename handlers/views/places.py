"""Rooms and stands: where they are and what's on there."""

from datetime import datetime

from bot.domain.keys import key
from bot.domain.localised import in_language
from bot.domain.models import Room, Session, Stand
from bot.domain.programme import Index
from bot.texts import Markup, Texts, escaped
from handlers.buttons import Card
from handlers.views import when
from handlers.views.reply import Place, Reply, Row, button, keyboard, lines


def room(texts: Texts, index: Index, place: Room, now: datetime) -> Reply:
    """A room: the way, what runs there now and what comes next, the venue's pin, where on the plan it is."""
    sessions = [session for session in index.sessions if place.id in session.rooms]
    running = [one for one in sessions if index.start(one) <= now < index.end(one)]
    coming = next((one for one in sessions if index.start(one) > now), None)
    directions = in_language(place.directions, texts.language)
    text = lines(
        texts("place-room", room=in_language(place.name, texts.language)),
        escaped(directions) if directions else "",
        *(texts("place-now", title=one.title, until=_clock(texts, index, index.end(one))) for one in running),
        texts("place-next", title=coming.title, at=when.at(texts, index, index.start(coming), now)) if coming else "",
    )
    shown = [*running, *([coming] if coming else [])]
    return Reply(text, keyboard(_cards(texts, index, shown)), place=pin(index), mark=place.point, apart=True)


def _cards(texts: Texts, index: Index, sessions: list[Session]) -> list[Row]:
    return [
        [button(f"{_clock(texts, index, index.start(one))} {one.title[:40]}", Card(key(one.id)))] for one in sessions
    ]


def _clock(texts: Texts, index: Index, moment: datetime) -> str:
    return when.clock(texts, index.local(moment))


def pin(index: Index) -> Place | None:
    """The venue on the map, where the programme says where it is."""
    venue = index.programme.expo.venue
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return Place(venue.latitude, venue.longitude, venue.name, venue.address or venue.name)


def stand(texts: Texts, index: Index, place: Stand) -> Markup:
    """A stand: its sign, its hall and who is there."""
    hall = index.rooms.get(place.room or "")
    names = ", ".join(one.name for one in index.exhibitors.values() if one.stand == place.id)
    return lines(
        texts("place-stand-heading", label=place.label, room=in_language(hall.name, texts.language) if hall else ""),
        texts("place-exhibitors", names=names) if names else "",
    )
