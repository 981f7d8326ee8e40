"""/help, the command menu and what an unknown command gets."""

import pytest

from handlers import FEATURES
from tests.scenarios.conftest import ORGANISER, Conversation, World

MENU = [
    command.name for feature in FEATURES if not feature.organiser for command in feature.commands if command.in_menu
]
ORGANISERS = [command.name for feature in FEATURES if feature.organiser for command in feature.commands]


def named(conversation: Conversation) -> list[str]:
    return [line.split(" – ")[0][1:] for line in conversation.lines if line.startswith("/")]


def offered(conversation: Conversation) -> list[str]:
    return [command["command"] for command in conversation.person.commands]


async def test_help_and_menu_name_every_command(world: World, kari: Conversation) -> None:
    await world.until(lambda: kari.person.commands)
    await kari.says("/help")
    assert named(kari) == MENU
    assert offered(kari) == MENU


async def test_organiser_is_told_of_more(ola: Conversation) -> None:
    await ola.says("/help")
    assert named(ola) == [*MENU, *ORGANISERS]


@pytest.mark.parametrize("language", ["nb", "en", "sv", "da"])
async def test_menu_speaks_the_language_of_telegram(world: World, language: str) -> None:
    guest = world.meets(2001, "Guest", language)
    await world.until(lambda: guest.person.commands)
    await guest.says("/help")
    shown = [f"/{command['command']} – {command['description']}" for command in guest.person.commands]
    assert shown == [line for line in guest.lines if line.startswith("/")]


@pytest.mark.parametrize("text", ["/nonsense", "/broadcast hei", "/NOW_", "/start_"])
async def test_unknown_command_is_told_apart(kari: Conversation, text: str) -> None:
    await kari.says(text)
    assert kari.text == "Den kommandoen kjenner jeg ikke. /help viser hva jeg kan – eller bare spør."


async def test_every_organiser_command_is_unknown_to_others(kari: Conversation) -> None:
    assert kari.person.id != ORGANISER
    for command in ORGANISERS:
        await kari.says(f"/{command} something")
        assert kari.text == "Den kommandoen kjenner jeg ikke. /help viser hva jeg kan – eller bare spør."
