"""From an update to a handler and back: builds the request, sends the reply, answers every button press."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from functools import partial
from typing import Any, Final

from telegram import CallbackQuery, Message, Update
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ContextTypes

from bot.delivery.outcome import reason
from bot.domain.errors import PersonError
from bot.services import Services
from bot.texts import nearest_language, texts_in
from handlers.callback_data import BadButtonError, Button, decode
from handlers.content import html_of, text_of
from handlers.feature import Feature, OnCommand
from handlers.request import File, Request
from handlers.sending import put, says, send, send_further
from handlers.views.reply import Reply, clip

_TOAST: Final = 190
"""Characters of an answer to a press; Telegram takes 200 UTF-16 units."""

_log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Context], Coroutine[Any, Any, None]]


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
        request = replace(
            await request_of(update, context),
            text=text_of(message),
            html=partial(html_of, message),
            file=_file(message, context),
        )
        chosen = unknown if organiser and not request.organiser else run
        await _send(context, request, await _run(chosen(request), request))

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
        texts = texts_in(nearest_language(query.from_user.language_code))
        try:
            request = await request_of(update, context)
            texts = request.texts
            if isinstance(query.message, Message):
                request = replace(request, message_id=query.message.message_id, markup=query.message.reply_markup)
            reply = await press(request, query.data or "")
        except PersonError as error:
            await _answer(query, Reply("", toast=texts.plain(error.text_id, **error.arguments), alert=True))
            return
        except BaseException:  # cut off at the deadline, too
            await _answer(query, Reply("", toast=texts.plain("error-unexpected"), alert=True))
            raise
        await _answer(query, reply)
        await _show(context, request, reply)

    return callback


async def _run(work: Awaitable[Reply], request: Request) -> Reply:
    try:
        return await work
    except PersonError as error:
        return Reply(request.texts(error.text_id, **error.arguments))


async def _send(context: Context, request: Request, reply: Reply) -> None:
    plan = await request.services.programme.plan_with(reply.mark)
    await send(context.bot, request.chat_id, reply, plan)


async def _show(context: Context, request: Request, reply: Reply) -> None:
    if reply.apart or not request.message_id:
        await _send(context, request, reply)
    else:
        await put(context.bot, request.chat_id, request.message_id, reply)
        await send_further(context.bot, request.chat_id, reply)


async def _answer(query: CallbackQuery, reply: Reply) -> None:
    try:
        await query.answer(clip(reply.toast, _TOAST) or None, show_alert=reply.alert or None)
    except TelegramError as error:
        # The work is done and its message is still to come: only the little wheel stays.
        if not _pressed_long_ago(error):
            _log.warning("a press could not be answered: %s", reason(error))


def _pressed_long_ago(error: TelegramError) -> bool:
    """Whether it was before the bot came back, say."""
    return isinstance(error, BadRequest) and says(error, "query is too old")


def _file(message: Message, context: Context) -> File | None:
    document = message.document
    if document is None:
        return None

    async def read() -> bytes:
        try:
            found = await context.bot.get_file(document.file_id)
            return bytes(await found.download_as_bytearray())
        except NetworkError as error:
            # What failed is not the answer, which can still say so.
            raise ConnectionError(reason(error)) from error

    return File(document.file_name or document.file_unique_id, document.file_size or 0, read)
