"""The programme in chat: a file with its difference and ✅; /move, /cancel, /restore, /add."""

from typing import Final

from bot.domain.errors import PersonError
from bot.domain.models import Room
from bot.domain.notices import Conflict
from bot.domain.orders import Action
from bot.services.updates import Done
from handlers.feature import Command, Feature
from handlers.organiser.buttons import Accept, AddSession, Decline, DropDraft, KeepMine, Pick, PickRoom, TakeTheirs
from handlers.request import File, Request
from handlers.views import changes, manual
from handlers.views.notices import notice
from handlers.views.reply import Reply

LIMIT: Final = 20 * 1024 * 1024
"""Bytes Telegram lets a bot download."""


async def take_file(request: Request, file: File) -> Reply:
    """A programme file: what it would change."""
    if file.size > LIMIT:
        raise PersonError("upload-too-large", limit=LIMIT // 1024 // 1024)
    proposed = await request.services.uploads.propose(await file.read(), file.name)
    return changes.proposal(request.texts, proposed, file.name, request.services.clock.now())


async def accept(request: Request, button: Accept) -> Reply:
    """✅ Put it in force; one that looks like a mistake is asked about once more.

    Whoever sent the file is asked about what it contradicts: they have it at hand, and one decides, not all at once.
    """
    outlook = await request.services.uploads.outlook(button.number)
    if outlook.suspicion and button.sure != 1:
        return changes.sure(request.texts, button.number, outlook.suspicion)
    done = await request.services.uploads.accept(button.number)
    text = request.texts("upload-done", changes=len(done.outlook.changes), people=done.outlook.everybody)
    return Reply(text, then=_conflicts(request, done))


def _conflicts(request: Request, done: Done) -> tuple[Reply, ...]:
    now = request.services.clock.now()
    return tuple(notice(request.texts, request.index, Conflict(edit=one), now) for one in done.conflicts)


async def decline(request: Request, button: Decline) -> Reply:
    """✖ Leave the programme as it is."""
    await request.services.uploads.decline(button.number)
    return Reply(request.texts("upload-declined"))


async def move(request: Request) -> Reply:
    """/move KEY TIME [ROOM]."""
    return await _order(request, "move", "manual-move-how")


async def cancel(request: Request) -> Reply:
    """/cancel KEY."""
    return await _order(request, "cancel", "manual-cancel-how")


async def restore(request: Request) -> Reply:
    """/restore KEY."""
    return await _order(request, "restore", "manual-restore-how")


async def _order(request: Request, action: Action, how: str) -> Reply:
    if not request.text.strip():
        return Reply(request.texts(how))
    order = await request.services.manual.order(request.chat_id, action, request.text)
    return manual.ordered(request.texts, request.index, order, request.services.clock.now())


async def pick(request: Request, button: Pick) -> Reply:
    """Of several sessions, the one meant."""
    session = request.services.agenda.session(button.session)
    order = await request.services.manual.pick(request.chat_id, session)
    return manual.ordered(request.texts, request.index, order, request.services.clock.now())


async def add(request: Request) -> Reply:
    """/add, with or without what is to be added."""
    draft = await request.services.manual.begin(request.chat_id, request.text)
    return manual.step(request.texts, request.index, draft, request.services.clock.now())


async def take_text(request: Request) -> Reply | None:
    """The answer to what /add asked; None where it asks nothing, or where it is a question."""
    try:
        draft = await request.services.manual.hear(request.chat_id, request.text, request.attendee.language)
    except PersonError as error:
        return manual.unfit(request.texts, error)
    return manual.step(request.texts, request.index, draft, request.services.clock.now()) if draft else None


async def pick_room(request: Request, button: PickRoom) -> Reply:
    """The room of the session being added."""
    room = request.index.find(Room, button.room)
    if button.room and room is None:
        raise PersonError("error-room-gone")
    draft = await request.services.manual.place(request.chat_id, room.id if room else "")
    return manual.step(request.texts, request.index, draft, request.services.clock.now())


async def confirm(request: Request, button: AddSession) -> Reply:
    """✅ Add it."""
    del button
    order = await request.services.manual.add(request.chat_id)
    return manual.ordered(request.texts, request.index, order, request.services.clock.now())


async def drop(request: Request, button: DropDraft) -> Reply:
    """✖ Do nothing."""
    del button
    await request.services.manual.drop(request.chat_id)
    return Reply(request.texts("manual-dropped"))


async def keep_mine(request: Request, button: KeepMine) -> Reply:
    """✅ The manual change goes on holding."""
    await request.services.manual.settle(button.number, keep=True)
    return Reply(request.texts("conflict-kept"))


async def take_theirs(request: Request, button: TakeTheirs) -> Reply:
    """✖ The source's word holds."""
    _, order = await request.services.manual.settle(button.number, keep=False)
    return manual.ordered(request.texts, request.index, order, request.services.clock.now())


FEATURE = Feature(
    commands=(Command("move", move), Command("cancel", cancel), Command("restore", restore), Command("add", add)),
    buttons={
        Accept: accept,
        Decline: decline,
        Pick: pick,
        PickRoom: pick_room,
        AddSession: confirm,
        DropDraft: drop,
        KeepMine: keep_mine,
        TakeTheirs: take_theirs,
    },
    organiser=True,
)
