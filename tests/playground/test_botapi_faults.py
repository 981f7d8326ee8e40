"""Faults on demand."""

import pytest

from bot.playground.botapi.faults import (
    Blocked,
    NoReply,
    NoReplyError,
    ServerFault,
    Slow,
    TooManyRequests,
    Unreachable,
    UnreachableError,
)
from tests.playground.botapi_support import KARI, Stage


async def test_fault_is_met_so_many_times() -> None:
    stage = Stage()
    stage.api.faults.add("sendMessage", TooManyRequests(5), times=2)
    for _ in range(2):
        reply = await stage.api.call("sendMessage", {"chat_id": KARI, "text": "a"})
        assert reply.body == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 5",
            "parameters": {"retry_after": 5},
        }
    assert (await stage.say("a"))["text"] == "a"


async def test_fault_may_be_one_chats_one_methods_or_everybodys() -> None:
    stage = Stage()
    stage.api.person(8, "Ola").start()
    stage.api.faults.add("sendMessage", Blocked(), times=None, chat_id=8)
    assert (await stage.say("a"))["text"] == "a"
    refusal = await stage.refused("sendMessage", chat_id=8, text="a")
    assert refusal == "403 Forbidden: bot was blocked by the user"
    stage.api.faults.clear()
    stage.api.faults.add("*", ServerFault(500))
    assert await stage.refused("getMe") == "500 Internal Server Error"
    assert (await stage.ok("getMe"))["id"] == 1


@pytest.mark.parametrize(("outcome", "seen"), [(NoReply(delivered=True), ["a"]), (NoReply(delivered=False), [])])
async def test_lost_reply_may_have_been_delivered(outcome: NoReply, seen: list[str]) -> None:
    stage = Stage()
    stage.api.faults.add("sendMessage", outcome)
    with pytest.raises(NoReplyError):
        await stage.api.call("sendMessage", {"chat_id": KARI, "text": "a"})
    assert [message["text"] for message in stage.kari.replies] == seen


@pytest.mark.parametrize(("outcome", "seen"), [(ServerFault(502, delivered=True), ["a"]), (ServerFault(502), [])])
async def test_server_fault_may_come_after_delivery(outcome: ServerFault, seen: list[str]) -> None:
    stage = Stage()
    stage.api.faults.add("sendMessage", outcome)
    assert await stage.refused("sendMessage", chat_id=KARI, text="a") == "502 Bad Gateway"
    assert [message["text"] for message in stage.kari.replies] == seen


async def test_unreachable_server_delivers_nothing() -> None:
    stage = Stage()
    stage.api.faults.add("sendMessage", Unreachable())
    with pytest.raises(UnreachableError):
        await stage.api.call("sendMessage", {"chat_id": KARI, "text": "a"})
    assert stage.kari.replies == []


async def test_slowness_comes_on_top_of_another_fault() -> None:
    stage = Stage()
    stage.api.faults.add("*", Slow(0), times=None)
    stage.api.faults.add("sendMessage", ServerFault())
    assert await stage.refused("sendMessage", chat_id=KARI, text="a") == "502 Bad Gateway"
    assert (await stage.say("a"))["text"] == "a"
