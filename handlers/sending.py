"""Replies out: sent or put in a message's place, as Telegram's HTML, forgiving what needs no fuss."""

import contextlib
import logging
from collections.abc import Iterator
from typing import Any, Final

from telegram import LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery.calls import call
from handlers.views.outbox import plain
from handlers.views.reply import Reply

Bot = ExtBot[Any]

_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True).to_json()

_log = logging.getLogger(__name__)


async def send(bot: Bot, chat_id: int, reply: Reply, plan: bytes = b"") -> None:
    """Send a reply as a new message: a place's pin before it, the plan (a PNG) above its text."""
    if reply.place:
        place = reply.place
        await bot.send_venue(chat_id, place.latitude, place.longitude, place.title, place.address)
    if plan:
        await bot.send_photo(chat_id, plan, caption=reply.text, parse_mode=ParseMode.HTML, reply_markup=reply.keyboard)
    elif reply.text:
        await _send_text(bot, chat_id, reply)
    await send_further(bot, chat_id, reply)


async def send_further(bot: Bot, chat_id: int, reply: Reply) -> None:
    """Send the messages that follow a reply."""
    for further in reply.then:
        await send(bot, chat_id, further)


async def _send_text(bot: Bot, chat_id: int, reply: Reply) -> None:
    try:
        await call(bot, "sendMessage", {"chat_id": chat_id, **_html(reply)})
    except BadRequest as error:
        if not says(error, "can't parse entities"):
            raise
        _log.exception("a reply of ours was not valid HTML")
        await bot.send_message(chat_id, plain(reply.text), reply_markup=reply.keyboard)


def _html(reply: Reply) -> dict[str, Any]:
    return {
        "text": reply.text,
        "parse_mode": ParseMode.HTML,
        "link_preview_options": _NO_PREVIEW,
        "reply_markup": reply.keyboard and reply.keyboard.to_json(),
    }


async def put(bot: Bot, chat_id: int, message_id: int, reply: Reply) -> None:
    """Put a reply in a message's place: its text with the buttons, or only the buttons."""
    with _unchanged_is_fine():
        if reply.text:
            await call(bot, "editMessageText", {"chat_id": chat_id, "message_id": message_id, **_html(reply)})
        elif reply.keyboard is not None:
            await bot.edit_message_reply_markup(chat_id, message_id, reply_markup=reply.keyboard)


@contextlib.contextmanager
def _unchanged_is_fine() -> Iterator[None]:
    try:
        yield
    except BadRequest as error:
        if not says(error, "message is not modified"):
            raise


def says(error: BadRequest, words: str) -> bool:
    """Whether Telegram refused in these words; python-telegram-bot begins them with a capital."""
    return words in error.message.casefold()
