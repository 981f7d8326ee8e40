"""From an update to a handler and back: builds the request, sends the reply, answers every button press."""

import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest
from telegram.ext import ContextTypes

from bot.domain.errors import PersonError
from bot.services import Services
from bot.texts import nearest_language, texts_in
from handlers.buttons import BadButtonError, Button, decode
from handlers.feature import Feature, OnCommand
from handlers.request import Request
from handlers.views.outbox import plain
from handlers.views.reply import Reply

Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]

_log = logging.getLogger(__name__)


async def request_of(update: Update, context: Context) -> Request:
    """Who asks, met anew where they are, in their language."""
    services: Services = context.bot_data["services"]
    user = update.effective_user
    if user is None:
        raise LookupError(update.update_id)
    attendee = await services.attendees.meet(user.id, nearest_language(user.language_code))
    return Request(services, attendee, texts_in(attendee.language), context.bot.username)


def on_message(run: OnCommand, *, organiser: bool, unknown: OnCommand) -> Callback:
    """A handler for a command or a message; an organiser's is unknown to anybody else."""

    async def callback(update: Update, context: Context) -> None:
        message = update.effective_message
        if message is None:
            return
        text, html = _content(message)
        request = replace(await request_of(update, context), text=text, html=html)
        chosen = unknown if organiser and not request.organiser else run
        await send(context, request.chat_id, await _run(chosen(request), request))

    return callback


def on_press(features: tuple[Feature, ...]) -> Callback:
    """The handler for every button; one that isn't ours, or isn't this person's to press, gets a kind sentence."""
    table = {kind: (run, feature) for feature in features for kind, run in feature.buttons.items()}

    async def press(request: Request, data: str) -> Reply:
        try:
            button: Button = decode(data)
        except BadButtonError:
            raise PersonError("error-stale-button") from None
        run, feature = table[type(button)]
        if feature.organiser and not request.organiser:
            raise PersonError("error-stale-button")
        return await run(request, button)

    async def callback(update: Update, context: Context) -> None:
        query = update.callback_query
        if query is None:
            return
        message = query.message if isinstance(query.message, Message) else None
        request = await request_of(update, context)
        if message:
            request = replace(request, message_id=message.message_id, markup=message.reply_markup)
        try:
            reply = await press(request, query.data or "")
        except PersonError as error:
            reply = Reply("", toast=request.texts.plain(error.text_id, **error.arguments), alert=True)
            await _answer(query, reply)
            return
        except Exception:
            await _answer(query, Reply("", toast=request.texts.plain("error-unexpected"), alert=True))
            raise
        await _answer(query, reply)
        await _show(context, request, message, reply)

    return callback


async def _run(work: Awaitable[Reply], request: Request) -> Reply:
    try:
        return await work
    except PersonError as error:
        return Reply(request.texts(error.text_id, **error.arguments))


async def send(context: Context, chat_id: int, reply: Reply) -> None:
    """Send a reply as a new message."""
    if reply.place:
        place = reply.place
        await context.bot.send_venue(chat_id, place.latitude, place.longitude, place.title, place.address)
    if reply.picture:
        await context.bot.send_photo(chat_id, reply.picture, caption=reply.text, reply_markup=reply.keyboard)
        return
    if not reply.text:
        return
    try:
        await context.bot.send_message(chat_id, reply.text, reply_markup=reply.keyboard)
    except BadRequest as error:
        if "can't parse entities" not in error.message:
            raise
        _log.exception("a reply of ours was not valid HTML")
        await context.bot.send_message(chat_id, plain(reply.text), parse_mode=None, reply_markup=reply.keyboard)


async def _show(context: Context, request: Request, message: Message | None, reply: Reply) -> None:
    if reply.apart or message is None:
        await send(context, request.chat_id, reply)
    elif reply.text:
        with _unchanged_is_fine():
            await message.edit_text(reply.text, reply_markup=reply.keyboard)
    elif reply.keyboard is not None:
        with _unchanged_is_fine():
            await message.edit_reply_markup(reply.keyboard)


async def _answer(query: CallbackQuery, reply: Reply) -> None:
    try:
        await query.answer(reply.toast or None, show_alert=reply.alert or None)
    except BadRequest as error:
        # Pressed long ago, before the bot came back: the work is done, only the little wheel stays.
        if "query is too old" not in error.message:
            raise


@contextlib.contextmanager
def _unchanged_is_fine() -> Iterator[None]:
    try:
        yield
    except BadRequest as error:
        if "message is not modified" not in error.message:
            raise


def _content(message: Message) -> tuple[str, str]:
    text, html = message.text or message.caption or "", message.text_html or message.caption_html or ""
    if not text.startswith("/"):
        return text, html
    return _after_command(text), _after_command(html)


def _after_command(text: str) -> str:
    # A command is one word and never formatted, so what follows it begins at the first white space.
    parts = text.split(maxsplit=1)
    return parts[1] if len(parts) > 1 else ""
