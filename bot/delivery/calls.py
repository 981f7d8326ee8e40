"""Calls made with plain values, and without an object made of a result that nobody reads."""

from collections.abc import Mapping
from typing import Any

from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter  # the only way to post parameters of our own


async def call(bot: ExtBot[Any], endpoint: str, parameters: Mapping[str, Any]) -> None:
    """Call a method that python-telegram-bot would make a Message of, which takes longer than looking up an answer.

    Values are as in JSON, None for those left out; pace, attempts and errors are those of the bot's own methods.
    """
    given = {name: value for name, value in parameters.items() if value is not None}
    url, data = f"{bot.base_url}/{endpoint}", request_data(given)
    if bot.rate_limiter is None:
        await bot.request.post(url, data)
    else:
        await bot.rate_limiter.process_request(bot.request.post, (url, data), {}, endpoint, given, None)


def request_data(parameters: Mapping[str, Any]) -> RequestData:
    """Parameters as a transport takes them."""
    return RequestData([RequestParameter(name, value, None) for name, value in parameters.items()])
