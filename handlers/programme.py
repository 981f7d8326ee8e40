"""/programme, and the cards of sessions, speakers and rooms."""

from datetime import date

from bot.domain.browse import By, day_interval, hour_interval, things
from bot.domain.errors import PersonError
from bot.domain.keys import key
from bot.domain.models import Room, Speaker
from bot.questions.model import Interval, Query
from handlers.buttons import Browse, Card, Where, Who
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views import browse, places
from handlers.views.answers import answer
from handlers.views.cards import card
from handlers.views.reply import Reply


async def programme(request: Request) -> Reply:
    """Which day."""
    return browse.days(request.texts, request.index, request.services.clock.now())


async def narrow(request: Request, button: Browse) -> Reply:
    """A day, a way to narrow it, or the sessions it was narrowed to."""
    try:
        day, by = date.fromisoformat(button.day), By(button.by) if button.by else None
    except ValueError:
        raise PersonError("error-stale-button") from None
    if day not in request.index.days:
        raise PersonError("error-stale-button")
    if by is None:
        return browse.ways(request.texts, request.index, day)
    if not button.which:
        return browse.choices(request.texts, request.index, day, by, button.page)
    asked = await request.services.ask.run(request.attendee, _query(request, day, by, button.which))
    return answer(asked, request.username)


def _query(request: Request, day: date, by: By, which: str) -> Query:
    index, language = request.index, request.texts.language
    if by is By.TIME:
        if not which.isdecimal() or int(which) > 23:  # noqa: PLR2004 - hours of a day
            raise PersonError("error-stale-button")
        start, end = hour_interval(index, day, int(which))
        return Query(language=language, when=Interval(start=start, end=end), starts_within=True)
    chosen = next((one for one in things(index, by) if key(one) == which), None)
    if chosen is None:
        raise PersonError("error-stale-button")
    start, end = day_interval(index, day)
    when = Interval(start=start, end=end)
    return Query(language=language, when=when, starts_within=True, **{f"{by}s": (chosen,)})


async def open_card(request: Request, button: Card) -> Reply:
    """A session's card, as a message of its own so that the list stays."""
    session = request.services.agenda.session(button.session)
    saved = await request.services.agenda.favourites(request.chat_id)
    followed = await request.services.subscriptions.followed(request.chat_id)
    reply = card(request.texts, request.index, session, request.username, saved, followed, request.services.clock.now())
    return Reply(reply.text, reply.keyboard, apart=True)


async def where(request: Request, button: Where) -> Reply:
    """The way to a room."""
    room = request.index.find(Room, button.room)
    if room is None:
        raise PersonError("error-room-gone")
    return places.room(request.texts, request.index, room, request.services.clock.now())


async def who(request: Request, button: Who) -> Reply:
    """A speaker and their sessions."""
    speaker = request.index.find(Speaker, button.speaker)
    if speaker is None:
        raise PersonError("error-speaker-gone")
    query = Query(language=request.texts.language, intent="speaker", speakers=(speaker.id,))
    reply = answer(await request.services.ask.run(request.attendee, query), request.username)
    return Reply(reply.text, reply.keyboard, apart=True)


FEATURE = Feature(
    commands=(Command("programme", programme),),
    buttons={Browse: narrow, Card: open_card, Where: where, Who: who},
)
