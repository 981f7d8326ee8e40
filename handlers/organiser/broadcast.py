"""/broadcast: write, aim, look, send."""

from dataclasses import replace

from bot.domain.broadcasts import Audience, Whom
from bot.domain.errors import PersonError
from bot.domain.localised import LANGUAGES
from handlers.content import utf16_length
from handlers.feature import Command, Feature
from handlers.organiser.buttons import Aim, Send, Stop
from handlers.request import Request
from handlers.views import broadcast as views
from handlers.views.reply import Reply

LIMIT = 4000
"""Characters as Telegram counts them: what it takes, less the sign in front."""


async def begin(request: Request) -> Reply:
    """Start one, with the text behind the command or with the next message; then it shows first what others send."""
    _short_enough(request.text)
    number = await request.services.broadcasts.begin(request.chat_id, request.html())
    if not request.text:
        first, *rest = [*await _of_others(request), views.write(request.texts, number)]
        return replace(first, then=tuple(rest))
    return views.aim(request.texts, request.index, number, await request.services.broadcasts.choices())


async def _of_others(request: Request) -> list[Reply]:
    reports = await request.services.broadcasts.of_others(request.chat_id)
    return views.under_way(request.texts, request.index, reports, request.services.clock.now())


async def take_text(request: Request) -> Reply | None:
    """The text of a broadcast that waits for one; None where none does."""
    if not await request.services.broadcasts.awaits_text(request.chat_id):
        return None
    _short_enough(request.text)
    number = await request.services.broadcasts.write(request.chat_id, request.html())
    if number is None:
        return None
    return views.aim(request.texts, request.index, number, await request.services.broadcasts.choices())


def _short_enough(text: str) -> None:
    if utf16_length(text) > LIMIT:
        raise PersonError("broadcast-too-long", limit=LIMIT)


async def aim(request: Request, button: Aim) -> Reply:
    """Choose the audience and see it as they will."""
    audience = _audience(request, button)
    draft, people = await request.services.broadcasts.aim(request.chat_id, button.number, audience)
    return views.preview(request.texts, request.index, draft, people)


def _audience(request: Request, button: Aim) -> Audience:
    if button.whom == Whom.ALL:
        return Audience(Whom.ALL)
    if button.whom == Whom.LANGUAGE and button.which in LANGUAGES:
        return Audience(Whom.LANGUAGE, button.which)
    if button.whom == Whom.TRACK:
        return Audience(Whom.TRACK, request.services.subscriptions.track(button.which).id)
    raise PersonError("error-stale-button")


async def send(request: Request, button: Send) -> Reply:
    """✅ Send it; the message with the preview becomes its progress."""
    report = await request.services.broadcasts.start(request.chat_id, button.number, request.message_id)
    return views.progress(request.texts, request.index, report, request.services.clock.now())


async def stop(request: Request, button: Stop) -> Reply:
    """✖ Drop a draft, or cancel what has not gone out yet: one's own or another organiser's."""
    report = await request.services.broadcasts.stop(request.chat_id, button.number)
    if report.broadcast.started_at is None:
        return views.dropped(request.texts)
    return views.progress(request.texts, request.index, report, request.services.clock.now())


FEATURE = Feature(
    commands=(Command("broadcast", begin),),
    buttons={Aim: aim, Send: send, Stop: stop},
    organiser=True,
)
