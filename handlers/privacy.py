"""/privacy, /mydata, /forget."""

from bot.questions.model import Query
from handlers.buttons import Dismiss, Forget
from handlers.feature import Command, Feature, OnCommand, OnWords
from handlers.request import Request
from handlers.views import privacy as views
from handlers.views.reply import Reply


async def privacy(request: Request) -> Reply:
    """What is kept, why and for how long."""
    return Reply(request.texts("privacy", days=request.services.defaults.retention_days))


async def mydata(request: Request) -> Reply:
    """Everything the store holds about the person."""
    everything = await request.services.privacy.kept(request.attendee)
    services = request.services
    return views.kept(
        request.texts, services.programme.index_so_far, everything, services.defaults, services.clock.now()
    )


async def forget(request: Request) -> Reply:
    """Ask whether they are sure."""
    return views.forget_question(request.texts)


async def erase(request: Request, button: Forget) -> Reply:
    """Erase once confirmed."""
    if button.sure != 1:
        return views.forget_question(request.texts)
    await request.services.privacy.forget(request.chat_id)
    return Reply(request.texts("forget-done"))


async def dismiss(request: Request, button: Dismiss) -> Reply:
    """Leave everything as it is."""
    del button
    return Reply(request.texts("forget-kept"))


def _said(command: OnCommand) -> OnWords:
    """What a command does, where a text asks for it."""

    async def run(request: Request, _: Query) -> Reply:
        return await command(request)

    return run


FEATURE = Feature(
    commands=(Command("mydata", mydata), Command("forget", forget), Command("privacy", privacy)),
    buttons={Forget: erase, Dismiss: dismiss},
    words={"mydata": _said(mydata), "forget": _said(forget), "privacy": _said(privacy)},
)
