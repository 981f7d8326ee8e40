"""A feature: its commands and its buttons as data, so that menu, /help and handlers cannot drift apart."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.questions.model import Action, Query
from handlers.callback_data import Button
from handlers.request import Request
from handlers.views.reply import Reply

OnCommand = Callable[[Request], Awaitable[Reply]]
OnPress = Callable[[Request, Any], Awaitable[Reply]]
OnWords = Callable[[Request, Query], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Command:
    """`/name`; its line in the menu is the text `command-<name>`. One not in the menu still works."""

    name: str
    run: OnCommand
    in_menu: bool = True


@dataclass(frozen=True, slots=True)
class Feature:
    """What one file of handlers offers; an organiser's feature does not exist for anybody else.

    `words`: what it does where a text asks for it.
    """

    commands: tuple[Command, ...] = ()
    buttons: Mapping[type[Button], OnPress] = field(default_factory=dict)
    words: Mapping[Action, OnWords] = field(default_factory=dict)
    organiser: bool = False
