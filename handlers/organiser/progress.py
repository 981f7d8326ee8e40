"""Keeps the message with a broadcast's progress up to date."""

import logging

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.domain.broadcasts import Report
from bot.services import Services
from bot.texts import texts_in
from handlers.sending import Bot, put
from handlers.views.broadcast import progress

_log = logging.getLogger(__name__)


async def show_progress(bot: Bot, services: Services) -> None:
    """Edit each message whose broadcast is under way; its last edit is the report."""
    for report in await services.broadcasts.reports():
        if await _shown(bot, services, report) and not report.open:
            await services.broadcasts.close(report)


async def _shown(bot: Bot, services: Services, report: Report) -> bool:
    """Whether it needs no further try: it is there, or its message is gone, or whom it was for."""
    organiser = report.broadcast.organiser_id
    if organiser is None:
        return True
    texts = texts_in(await services.attendees.language(organiser))
    reply = progress(texts, services.programme.index, report, services.clock.now())
    try:
        await put(bot, organiser, report.broadcast.progress_message_id or 0, reply)
    except TelegramError as error:
        _log.warning("the progress of a broadcast could not be shown: %s", error.message)
        return isinstance(error, (BadRequest, Forbidden))
    return True
