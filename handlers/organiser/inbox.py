"""/inbox: questions nobody could answer; ✏ answers one for all who asked."""

from dataclasses import replace

from bot.domain.errors import PersonError
from handlers.feature import Command, Feature
from handlers.organiser.buttons import AnswerQuestion, DropQuestion, Inbox
from handlers.request import Request
from handlers.views import inbox as views
from handlers.views.reply import Reply

LIMIT = 3500
"""Characters of HTML; leaves room for the question above the answer."""


async def show(request: Request) -> Reply:
    """The open questions, most asked first."""
    return views.inbox(request.texts, *await request.services.inbox.unanswered())


async def again(request: Request, button: Inbox) -> Reply:
    """Back to the list, leaving a question unanswered."""
    del button
    await request.services.inbox.stop_answering(request.chat_id)
    return await show(request)


async def begin(request: Request, button: AnswerQuestion) -> Reply:
    """✏ The next message answers this question."""
    question = await request.services.inbox.begin_answer(request.chat_id, button.number)
    return views.ask_for_answer(request.texts, question)


async def take_answer(request: Request) -> Reply | None:
    """A message as the answer that was begun; None where none was."""
    if len(request.html) > LIMIT:
        raise PersonError("inbox-too-long", limit=LIMIT)
    told = await request.services.inbox.answer(request.chat_id, request.html)
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
