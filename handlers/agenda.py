"""☆ ★ wherever a session is shown, and /agenda."""

from bot.questions.model import Query
from handlers.buttons import Agenda, Keep, Save, Silence, Swap, Unsave
from handlers.feature import Command, Feature
from handlers.request import Request
from handlers.views.agenda import agenda
from handlers.views.reply import SAVE, SAVED, Reply
from handlers.views.saved import offered, saved, toast
from handlers.views.sessions import star
from handlers.views.toggles import in_its_row, toggled


async def show(request: Request) -> Reply:
    """The agenda from its beginning."""
    return await _page(request, 0)


async def in_words(request: Request, _: Query) -> Reply:
    """The same where it is asked for."""
    return await _page(request, 0)


async def turn(request: Request, button: Agenda) -> Reply:
    """◀ ▶ in the agenda."""
    return await _page(request, button.page)


async def _page(request: Request, page: int) -> Reply:
    services = request.services
    sessions = await services.agenda.agenda(request.chat_id)
    missed = await services.agenda.missed(request.chat_id)
    return agenda(request.texts, request.index, sessions, missed, request.username, services.clock.now(), page)


async def save(request: Request, button: Save) -> Reply:
    """☆ becomes ★ where it was pressed."""
    session = request.services.agenda.session(button.session)
    done = await request.services.agenda.save(request.attendee, session)
    label = f"{SAVED} {request.texts.plain('button-saved')}"
    now = request.services.clock.now()
    return Reply(
        "",
        toggled(request.markup, button, label, Unsave(button.session)),
        toast=toast(request.texts, request.index, done, now),
        then=offered(request.texts, request.index, done, now),
    )


async def swap(request: Request, button: Swap) -> Reply:
    """Another occurrence in place of the one that clashes."""
    session = request.services.agenda.session(button.session)
    done = await request.services.agenda.swap(request.attendee, session)
    return saved(request.texts, request.index, [done], request.services.clock.now())


async def keep(request: Request, button: Keep) -> Reply:
    """✅ under an alert: it stays saved, and may be taken out later."""
    session = request.services.agenda.session(button.session)
    await request.services.agenda.save(request.attendee, session)
    kept = star(session, frozenset([session.id]), request.texts.plain("button-saved"))
    return Reply("", in_its_row(request.markup, button, kept), toast=request.texts.plain("alert-kept"))


async def unsave(request: Request, button: Unsave) -> Reply:
    """★ becomes ☆ where it was pressed."""
    session = request.services.agenda.session(button.session)
    await request.services.agenda.remove(request.attendee, session)
    label = f"{SAVE} {request.texts.plain('button-save')}"
    markup = toggled(request.markup, button, label, Save(button.session))
    return Reply("", markup, toast=request.texts.plain("saved-removed"))


async def silence(request: Request, button: Silence) -> Reply:
    """No more reminders of this session; it stays saved."""
    session = request.services.agenda.session(button.session)
    await request.services.agenda.silence(request.attendee, session)
    return Reply("", toast=request.texts.plain("reminder-silenced"))


FEATURE = Feature(
    commands=(Command("agenda", show),),
    buttons={Agenda: turn, Save: save, Unsave: unsave, Silence: silence, Keep: keep, Swap: swap},
    words={"agenda": in_words},
)
