from typing import Any

import pytest
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery.calls import call
from bot.delivery.pacer import Pacer
from bot.playground.botapi import LocalBotApi
from tests.delivery.desk import KARI

BUTTONS = {"inline_keyboard": [[{"text": "☆", "callback_data": "f:1"}]]}


def sent(api: LocalBotApi) -> list[tuple[str, object]]:
    return [(reply["text"], reply.get("reply_markup")) for reply in api.person(KARI, "Kari").replies]


@pytest.mark.parametrize("pacer", [None, Pacer(1000)])
async def test_call_sends_what_it_is_given(api: LocalBotApi, pacer: Pacer | None) -> None:
    api.person(KARI, "Kari").send("/start")
    async with ExtBot(api.token, request=api.request(), get_updates_request=api.request(), rate_limiter=pacer) as bot:
        await call(bot, "sendMessage", {"chat_id": KARI, "text": "<b>Hei</b>", "parse_mode": "HTML"})
        await call(bot, "sendMessage", {"chat_id": KARI, "text": "Hei", "parse_mode": None, "reply_markup": BUTTONS})
    assert sent(api) == [("Hei", None), ("Hei", BUTTONS)]


async def test_call_raises_what_telegram_refuses(api: LocalBotApi, bot: ExtBot[Any]) -> None:
    api.person(KARI, "Kari").send("/start")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await call(bot, "sendMessage", {"chat_id": KARI, "text": "<b>", "parse_mode": "HTML"})
