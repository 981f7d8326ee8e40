"""Tells every organiser what the programme's source is up to."""

import logging
from collections.abc import Iterable

from telegram.error import TelegramError

from bot.services import Services
from bot.services.notices import Notice
from bot.texts import texts_in
from handlers.sending import Bot, send
from handlers.views.notices import notice

_log = logging.getLogger(__name__)


async def tell_organisers(bot: Bot, services: Services, notices: Iterable[Notice]) -> None:
    """A message each; one who has never written can't be reached, which is no fault."""
    for one in notices:
        for organiser in sorted(services.organisers):
            texts = texts_in(await services.attendees.language(organiser))
            try:
                await send(bot, organiser, notice(texts, services.programme.index_so_far, one, services.clock.now()))
            except TelegramError as error:
                _log.warning("an organiser could not be told of the programme's source: %s", error.message)
