"""What the scenarios of broadcasts have in common."""

import pytest

from handlers.organiser.progress import show_progress
from tests.scenarios.conftest import Conversation, World, lines_of

STALE = "Den knappen er for gammel. Spør på nytt, så får du nye knapper."


@pytest.fixture
async def audience(world: World, kari: Conversation, ola: Conversation) -> list[Conversation]:
    """Kari, Eve who reads English, and Per who follows mobility; Ola is reached, too."""
    eve, per = world.meets(1002, "Eve", "en"), world.meets(1003, "Per")
    for one in (ola, kari, eve, per):
        await one.says("/start")
    await per.says("/tracks")
    await per.presses("🔔 Følg mobilitet")
    return [kari, eve, per]


async def reported(world: World, ola: Conversation) -> list[str]:
    """The report, once it is there."""
    await world.sent()
    await show_progress(world.app.bot, world.app.services)
    return next(lines for lines in map(lines_of, reversed(ola.messages)) if lines[0][0] != "📣")
