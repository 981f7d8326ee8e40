"""What a person sees where their answer does not get through, and where something else fails."""

import logging
from http import HTTPStatus
from typing import Any

import pytest

from bot.delivery import backoff
from bot.playground.botapi.faults import NoReply, Reset, ServerFault, Unreachable
from bot.playground.botapi.transport import LocalRequest
from tests.scenarios.conftest import Conversation, World

APOLOGY = "Noe gikk galt hos meg. Det er notert; prøv gjerne igjen."
ANSWER = "I dag kl. 14:00 – 8 sesjoner"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little time between two tries."""
    monkeypatch.setattr(backoff, "FIRST_SECONDS", 0.002)


def seen(kari: Conversation) -> list[str]:
    """How each message begins."""
    return [message["text"].splitlines()[0] for message in kari.messages]


@pytest.mark.parametrize(
    ("fault", "times"),
    [
        (Unreachable(), 9),
        (NoReply(delivered=False), 2),
        (ServerFault(delivered=False), 2),
        (Reset(delivered=False), 2),
    ],
)
async def test_answer_comes_once_the_way_is_clear(world: World, kari: Conversation, fault: Any, times: int) -> None:
    world.api.faults.add("sendMessage", fault, times=times)
    await kari.says("hva skjer kl 14?")
    assert seen(kari) == [ANSWER]


@pytest.mark.parametrize("fault", [NoReply(delivered=True), ServerFault(delivered=True)])
async def test_answer_whose_replies_are_lost_is_neither_repeated_for_ever_nor_apologised_for(
    world: World, kari: Conversation, fault: Any, caplog: pytest.LogCaptureFixture
) -> None:
    world.api.faults.add("sendMessage", fault, times=None)
    await kari.says("hva skjer kl 14?")
    assert seen(kari) == [ANSWER] * 3
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert errors == ["an update could not be handled"]


@pytest.mark.parametrize("fault", [NoReply(delivered=False), ServerFault(), Unreachable()])
async def test_file_that_cannot_be_fetched_is_apologised_for(world: World, ola: Conversation, fault: Any) -> None:
    await ola.says("/start")
    world.api.faults.add("getFile", fault)
    ola.person.upload("program.json", b"{}")
    await world.settled()
    assert ola.text == APOLOGY


async def test_proxys_refusal_is_not_taken_for_a_person_who_blocked_the_bot(
    kari: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    await kari.says("/start")
    asked, passed_on = list[str](), LocalRequest.do_request

    async def proxy(way: LocalRequest, url: str, *arguments: Any, **options: Any) -> tuple[int, bytes]:
        if url.endswith("sendMessage") and len(asked) < 5:
            asked.append(url)
            return HTTPStatus.FORBIDDEN, b"<html>403 Forbidden</html>"
        return await passed_on(way, url, *arguments, **options)

    monkeypatch.setattr(LocalRequest, "do_request", proxy)
    await kari.says("hva skjer kl 14?")
    assert (len(asked), seen(kari)[1:]) == (5, [ANSWER])
