"""Free text: questions about the programme, and everything else people send."""

from collections.abc import Mapping
from dataclasses import replace

from bot.questions.model import Action
from bot.services.ask import Asked
from bot.texts import texts_in
from handlers.buttons import Choose, Page, TellMe
from handlers.feature import Command, Feature, OnWords
from handlers.request import Request
from handlers.views.answers import answer
from handlers.views.reply import Reply


async def ask(request: Request, words: Mapping[Action, OnWords]) -> Reply:
    """Answer a text, or do what it asks for."""
    asked = await request.services.ask.ask(request.attendee, request.text)
    first, *more = [await _reply(request, one, words) for one in asked]
    return replace(first, then=(*first.then, *more)) if more else first


async def _reply(request: Request, asked: Asked, words: Mapping[Action, OnWords]) -> Reply:
    query = asked.answer.query
    run = words.get(query.action)
    if run is None:
        return answer(asked, request.username)
    return await run(replace(request, texts=texts_in(query.language)), query)


async def now(request: Request) -> Reply:
    """What runs now."""
    return answer(await request.services.ask.now(request.attendee), request.username)


async def next_(request: Request) -> Reply:
    """What starts next."""
    return answer(await request.services.ask.next(request.attendee), request.username)


async def page(request: Request, button: Page) -> Reply:
    """◀ ▶ in an answer."""
    asked = await request.services.ask.again(request.attendee, button.number)
    return answer(asked, request.username, button.page)


async def choose(request: Request, button: Choose) -> Reply:
    """One of the readings of an ambiguous question."""
    asked = await request.services.ask.choose(request.attendee, button.number, button.reading)
    return answer(asked, request.username)


async def tell_me(request: Request, button: TellMe) -> Reply:
    """🔔 Hear the organisers' answer."""
    await request.services.inbox.wait(request.chat_id, button.number)
    return Reply("", toast=request.texts.plain("inbox-waiting"))


async def not_text(request: Request) -> Reply:
    """A sticker, a file, a voice message: kindly, what works instead."""
    return Reply(request.texts("error-not-text"))


FEATURE = Feature(
    commands=(Command("now", now), Command("next", next_)),
    buttons={Page: page, Choose: choose, TellMe: tell_me},
)
