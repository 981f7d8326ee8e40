"""What an organiser has begun and their next message is for: one thing at a time."""

from handlers.feature import OnCommand
from handlers.request import Request
from handlers.views.reply import Reply


async def leave(request: Request) -> None:
    """Their next message is an ordinary one."""
    services = request.services
    await services.manual.leave(request.chat_id)
    await services.broadcasts.leave(request.chat_id)
    await services.inbox.leave(request.chat_id)


def leaving(run: OnCommand) -> OnCommand:
    """The command, which ends what an organiser had begun."""

    async def command(request: Request) -> Reply:
        if request.organiser:
            await leave(request)
        return await run(request)

    return command
