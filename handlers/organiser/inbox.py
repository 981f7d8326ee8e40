"""/inbox: questions nobody could answer; ✏ answers one for all who asked."""

from dataclasses import replace

from bot.domain.errors import PersonError
from handlers.content import utf16_length
from handlers.feature import Command, Feature
from handlers.organiser.begun import leave
from handlers.organiser.buttons import AnswerQuestion, DropQuestion, Inbox
from handlers.request import Request
from handlers.views import inbox as views
from handlers.views.reply import Reply

LIMIT = 3400
"""Characters as Telegram counts them; leaves room for the question above the answer."""


async def show(request: Request) -> Reply:
    """The open questions, most asked first."""
    return views.inbox(request.texts, *await request.services.inbox.unanswered())


async def again(request: Request, button: Inbox) -> Reply:
    """Back to the list, leaving a question unanswered."""
    del button
    await request.services.inbox.leave(request.chat_id)
    return await show(request)


async def begin(request: Request, button: AnswerQuestion) -> Reply:
    """✏ The next message answers this question, whatever else was begun."""
    await leave(request)
    question = await request.services.inbox.begin_answer(request.chat_id, button.number)
    return views.ask_for_answer(request.texts, question)


async def take_answer(request: Request) -> Reply | None:
    """A message as the answer that was begun; None where none was, or where it is a question itself.

    The answer goes out at once, so that a question is rather answered than published.
    """
    if request.text.rstrip().endswith("?") or not await request.services.inbox.is_answering(request.chat_id):
        return None
    if utf16_length(request.text) > LIMIT:
        raise PersonError("inbox-too-long", limit=LIMIT)
    told = await request.services.inbox.answer(request.chat_id, request.html())
    return Reply(request.texts("inbox-done", question=told[0].text, count=told[1])) if told else None


async def drop(request: Request, button: DropQuestion) -> Reply:
    """✖ Nobody needs to answer this one."""
    await request.services.inbox.drop(button.number)
    return replace(await show(request), toast=request.texts.plain("inbox-dropped"))


FEATURE = Feature(
    commands=(Command("inbox", show),),
    buttons={Inbox: again, AnswerQuestion: begin, DropQuestion: drop},
    organiser=True,
)
