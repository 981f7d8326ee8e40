"""/start with its deep links, /help, and what is said to an unknown command."""

from typing import Final

from bot.domain.models import Exhibitor, Room, Session
from bot.questions.model import Query
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views import places, start
from handlers.views.answers import answer
from handlers.views.cards import card
from handlers.views.reply import Reply

_SESSION: Final = "s_"
_ROOM: Final = "r_"
_EXHIBITOR: Final = "e_"


async def welcome(request: Request) -> Reply:
    """A greeting; with a payload, what the link or QR code stands for."""
    payload = request.text
    if payload.startswith(_SESSION):
        session = request.index.find(Session, payload.removeprefix(_SESSION))
        return await _card(request, session) if session else Reply(request.texts("error-link"))
    if payload.startswith(_ROOM):
        room = request.index.find(Room, payload.removeprefix(_ROOM))
        if room is None:
            return Reply(request.texts("error-link"))
        return places.room(request.texts, request.index, room, request.services.clock.now())
    if payload.startswith(_EXHIBITOR):
        exhibitor = request.index.find(Exhibitor, payload.removeprefix(_EXHIBITOR))
        return await _exhibitor(request, exhibitor) if exhibitor else Reply(request.texts("error-link"))
    return start.welcome(request.texts, request.index.programme.expo)


async def _exhibitor(request: Request, exhibitor: Exhibitor) -> Reply:
    query = Query(language=request.texts.language, intent="exhibitors", exhibitors=(exhibitor.id,))
    return answer(await request.services.ask.run(request.attendee, query), request.username)


async def _card(request: Request, session: Session) -> Reply:
    saved = await request.services.agenda.favourites(request.chat_id)
    followed = await request.services.subscriptions.followed(request.chat_id)
    return card(request.texts, request.index, session, request.username, saved, followed, request.services.clock.now())


async def unknown_command(request: Request) -> Reply:
    """For a command that does not exist, or not for this person."""
    return Reply(request.texts("error-unknown-command"))


FEATURE = Feature(commands=(Command("start", welcome, in_menu=False),))
