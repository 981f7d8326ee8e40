"""Two processes with one token: on one store, and each on its own."""

from pathlib import Path
from signal import SIGKILL, SIGTERM

import pytest

from tests.faults.conftest import Launcher, Telegram, until

pytestmark = pytest.mark.faults

UP = "running; stop with Ctrl-C"
PEOPLE = range(1001, 1041)
INSTANCES = 2


async def test_second_on_the_same_store_is_refused_and_the_first_goes_on(launch: Launcher, telegram: Telegram) -> None:
    first = await launch("run", **telegram.settings)
    await first.says(UP)
    second = await launch("run", **telegram.settings)
    assert await second.ends() == 1
    assert second.output == "expo.db: another Expobot runs with this store; stop that one first\n"
    telegram.api.person(1001, "Kari").send("hva skjer kl 14?")
    await until(lambda: telegram.heard(1001))
    assert await first.ends(SIGTERM) == 0
    assert [text.splitlines()[0] for text in telegram.heard(1001)] == ["I dag kl. 14:00 – 8 sesjoner"]


async def test_next_one_starts_at_once_after_a_kill(launch: Launcher, telegram: Telegram) -> None:
    first = await launch("run", **telegram.settings)
    await first.says(UP)
    await first.ends(SIGKILL)
    second = await launch("run", **telegram.settings)
    await second.says(UP)


async def test_two_on_stores_of_their_own_answer_everybody_once_each_at_most(
    launch: Launcher, telegram: Telegram, tmp_path: Path
) -> None:
    other = {**telegram.settings, "DATABASE_URL": f"sqlite:///{tmp_path / 'other.db'}"}
    for settings in (telegram.settings, other):
        await (await launch("run", **settings)).says(UP)
    for person in PEOPLE:
        telegram.api.person(person, "Kari").send("hva skjer kl 14?")
    await until(lambda: all(telegram.heard(person) for person in PEOPLE) and not telegram.api.waiting())
    for process in launch.processes:
        await process.ends(SIGTERM)
    assert max(len(telegram.heard(person)) for person in PEOPLE) <= INSTANCES
