"""Telegram's server side in this process, for the demo and the tests: strict, and in Telegram's own words.

Stricter than Telegram in one point: parameters and button fields it doesn't know are refused, not ignored.
"""

from bot.playground.botapi.api import LocalBotApi
from bot.playground.botapi.parameters import UploadedFile
from bot.playground.botapi.people import Person
from bot.playground.botapi.reply import Reply
from bot.playground.botapi.screen import CannotError

__all__ = ["CannotError", "LocalBotApi", "Person", "Reply", "UploadedFile"]
