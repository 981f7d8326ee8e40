"""`expobot run` against a Bot API server: kills, signals, a network that is down, a server that lacks methods."""

from http import HTTPStatus
from signal import SIGINT, SIGKILL, SIGTERM

import pytest

from bot.clock import Clock
from bot.playground.botapi import LocalBotApi, Reply
from bot.playground.botapi.errors import RefusedError
from bot.playground.botapi.faults import ServerFault, Slow
from bot.playground.botapi.http import serving
from tests.faults.conftest import TOKEN, Launcher, Telegram, until

pytestmark = pytest.mark.faults

BYEN = "⏰ kl. 14:00 · Hovedscenen – Byen uten kø"
UP = "running; stop with Ctrl-C"


async def test_reminder_arrives_once_over_kills(launch: Launcher, telegram: Telegram) -> None:
    kari = telegram.api.person(1001, "Kari")
    first = await launch("run", **telegram.settings)
    kari.send("hva skjer kl 14?")
    await until(lambda: telegram.heard(1001))
    query = kari.press(kari.last["message_id"], "☆ 1")
    await until(lambda: kari.answered(query))
    await first.ends(SIGKILL)

    soon = {**telegram.settings, "CLOCK_START": "2019-09-24T13:44:58", "CLOCK_SPEED": "4"}
    second = await launch("run", **soon)
    await until(lambda: telegram.heard(1001)[1:] and launch.noted("sent"))
    await second.ends(SIGKILL)

    third = await launch("run", **soon)
    await third.says(UP)
    kari.send("hva skjer kl 15?")
    await until(lambda: len(telegram.heard(1001)) > 2)
    assert await third.ends(SIGTERM) == 0
    answer, reminder, other = telegram.heard(1001)
    assert (answer.splitlines()[0], reminder, other.splitlines()[0]) == (
        "I dag kl. 14:00 – 8 sesjoner",
        BYEN,
        "I dag kl. 15:00 – 7 sesjoner",
    )
    assert not any(TOKEN in process.output for process in launch.processes)


async def test_question_in_hand_is_answered_before_the_end(launch: Launcher, telegram: Telegram) -> None:
    bot = await launch("run", **telegram.settings)
    await bot.says(UP)
    telegram.api.faults.add("sendMessage", Slow(0.7))
    telegram.api.person(1001, "Kari").send("hva skjer kl 14?")
    await until(lambda: any(method == "sendMessage" for method, _ in telegram.api.calls))
    assert telegram.heard(1001) == []
    assert await bot.ends(SIGTERM) == 0
    assert [text.splitlines()[0] for text in telegram.heard(1001)] == ["I dag kl. 14:00 – 8 sesjoner"]


async def test_handler_that_hangs_holds_up_the_end_no_longer_than_its_deadline(
    launch: Launcher, telegram: Telegram
) -> None:
    first = await launch("run", **telegram.settings)
    await first.says(UP)
    telegram.api.faults.add("sendMessage", Slow(600), times=None)
    telegram.api.person(1001, "Kari").send("hva skjer kl 14?")
    await until(lambda: any(method == "sendMessage" for method, _ in telegram.api.calls))
    assert await first.ends(SIGTERM) == 0
    assert "some updates were not finished; they are handled at the next start" in first.output

    telegram.api.faults.clear()
    second = await launch("run", **telegram.settings)
    await until(lambda: telegram.heard(1001))
    assert await second.ends(SIGTERM) == 0
    assert [text.splitlines()[0] for text in telegram.heard(1001)] == ["I dag kl. 14:00 – 8 sesjoner"]


async def test_network_down_at_the_start_is_waited_for(launch: Launcher, telegram: Telegram) -> None:
    telegram.api.faults.add("getMe", ServerFault(HTTPStatus.BAD_GATEWAY), 2)
    bot = await launch("run", LOG_LEVEL="DEBUG", **telegram.settings)
    await bot.says("Telegram can't be reached")
    await bot.says(UP)
    telegram.api.person(1001, "Kari").send("noe helt hemmelig kl 14?")
    await until(lambda: telegram.heard(1001))
    assert await bot.ends(SIGINT) == 0
    assert TOKEN not in bot.output
    assert "hemmelig" not in bot.output


async def test_server_that_is_not_there_is_no_reason_to_hang(launch: Launcher, telegram: Telegram) -> None:
    bot = await launch("run", **{**telegram.settings, "TELEGRAM_API_URL": "http://127.0.0.1:9"})
    await bot.says("Telegram can't be reached")
    assert await bot.ends(SIGTERM) == 0
    assert TOKEN not in bot.output


async def test_wrong_token_is_told_in_a_line(launch: Launcher, telegram: Telegram) -> None:
    bot = await launch("run", **{**telegram.settings, "TELEGRAM_BOT_TOKEN": "4712:AA-mistyped"})
    assert await bot.ends() == 1
    assert bot.output == "TELEGRAM_BOT_TOKEN: Telegram does not know this token\n"
    assert "mistyped" not in bot.output


class OldServer(LocalBotApi):
    """Knows no descriptions of bots yet, and nothing of venues."""

    async def call(self, method: str, *arguments: object, **options: object) -> Reply:
        if method.startswith(("setMy", "sendVenue", "deleteWebhook")):
            return Reply.of(RefusedError(HTTPStatus.NOT_FOUND, "Not Found: method not found"))
        return await super().call(method, *arguments, **options)  # type: ignore[arg-type] # passed on as they came


async def test_server_that_lacks_methods_is_no_obstacle(launch: Launcher) -> None:
    api = OldServer(Clock(), token=TOKEN)
    async with serving(api) as address:
        telegram = Telegram(api, address)
        bot = await launch("run", **telegram.settings)
        await bot.says(UP)
        api.person(1001, "Kari").send("hva skjer kl 14?")
        await until(lambda: telegram.heard(1001))
        assert await bot.ends(SIGTERM) == 0
