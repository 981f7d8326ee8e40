"""Telegram only: an update comes in, one service is called, a view renders, a reply goes out."""

from typing import Any, Final

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ChatMemberHandler, CommandHandler, MessageHandler, filters

from handlers import agenda, ask, menu, privacy, programme, settings, start, tracks
from handlers.albums import OncePerAlbum
from handlers.dispatch import Context, on_message, on_press
from handlers.errors import on_error
from handlers.feature import Feature
from handlers.organiser import broadcast, inbox
from handlers.organiser import programme as updates
from handlers.organiser.begun import leaving
from handlers.request import Request
from handlers.views.reply import Reply

_SPOKEN: Final = (
    ask.FEATURE,
    programme.FEATURE,
    agenda.FEATURE,
    tracks.FEATURE,
    settings.FEATURE,
    privacy.FEATURE,
    broadcast.FEATURE,
    inbox.FEATURE,
    updates.FEATURE,
)
FEATURES: Final[tuple[Feature, ...]] = (start.FEATURE, *_SPOKEN, menu.feature(_SPOKEN))
"""In the order of the menu."""

_WORDS: Final = {action: run for feature in FEATURES for action, run in feature.words.items()}


async def _text(request: Request) -> Reply:
    """A text is what an organiser was asked for, else a question."""
    taken = None
    if request.organiser:
        taken = await broadcast.take_text(request) or await inbox.take_answer(request)
        taken = taken or await updates.take_text(request)
    return taken or await ask.ask(request, _WORDS)


async def _other(request: Request) -> Reply:
    """A file is an organiser's programme; all else is not understood."""
    if request.organiser and request.file:
        return await updates.take_file(request, request.file)
    return await ask.not_text(request)


async def _membership(update: Update, context: Context) -> None:
    """The person has stopped the bot, or let it in again (then they are met as soon as they write)."""
    change = update.my_chat_member
    if change and change.new_chat_member.status == change.new_chat_member.BANNED:
        await context.bot_data["services"].attendees.block(change.chat.id)


def register(app: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Free text, which most messages are, then every feature's commands and buttons, then all else."""
    fresh = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
    unknown = leaving(start.unknown_command)
    text = fresh & filters.TEXT & ~filters.COMMAND
    app.add_handler(MessageHandler(text, on_message(_text, organiser=False, unknown=unknown)))
    for feature in FEATURES:
        for command in feature.commands:
            callback = on_message(leaving(command.run), organiser=feature.organiser, unknown=unknown)
            app.add_handler(CommandHandler(command.name, callback, filters=fresh))
    app.add_handler(CallbackQueryHandler(on_press(FEATURES)))
    app.add_handler(ChatMemberHandler(_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    app.add_handler(MessageHandler(fresh & filters.COMMAND, on_message(unknown, organiser=False, unknown=unknown)))
    other = fresh & ~filters.StatusUpdate.ALL & (filters.Document.ALL | OncePerAlbum())
    app.add_handler(MessageHandler(other, on_message(_other, organiser=False, unknown=unknown)))
    app.add_error_handler(on_error)
