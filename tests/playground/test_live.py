"""The stream of events."""

import json
from datetime import timedelta

import httpx
import pytest

from tests.playground.page_support import Demo


async def test_events_tell_of_messages_and_of_the_clock() -> None:
    demo = Demo()
    heard = []
    async with (
        demo.served(),
        httpx.AsyncClient() as client,
        client.stream("GET", f"{demo.address}events") as stream,
    ):
        assert stream.headers["content-type"].startswith("text/event-stream")
        async for line in stream.aiter_lines():
            if line.startswith("retry:"):
                demo.kari.send("hei")
                demo.clock.jump(timedelta(hours=1))
            if line.startswith("data:"):
                heard.append(json.loads(line.removeprefix("data:")))
            if len(heard) == 2:
                break
    message = demo.kari.last
    assert sorted(heard, key=lambda event: str(event["kind"])) == [
        {"chat_id": None, "kind": "clock"},
        {"chat_id": 1001, "kind": "message", "message": message, "silent": False},
    ]


async def test_other_chats_are_not_told_of() -> None:
    demo = Demo()
    stranger = demo.api.person(7, "Per")
    async with (
        demo.served(),
        httpx.AsyncClient() as client,
        client.stream("GET", f"{demo.address}events") as stream,
    ):
        async for line in stream.aiter_lines():
            if line.startswith("retry:"):
                stranger.send("hei")
                demo.ola.send("hi")
            if line.startswith("data:"):
                break
    assert json.loads(line.removeprefix("data:"))["chat_id"] == demo.ola.id


async def test_silent_stream_says_that_it_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.playground.live.KEEPALIVE", 0.01)
    demo = Demo()
    async with (
        demo.served(),
        httpx.AsyncClient() as client,
        client.stream("GET", f"{demo.address}events") as stream,
    ):
        lines = stream.aiter_lines()
        assert [await anext(lines) for _ in range(4)] == ["retry: 1000", "", ":", ""]


async def test_server_stops_while_a_page_listens() -> None:
    demo = Demo()
    async with httpx.AsyncClient() as client:
        async with demo.served():
            stream = client.stream("GET", f"{demo.address}events")
            response = await stream.__aenter__()
        assert [line async for line in response.aiter_lines()] == ["retry: 1000", ""]
        await stream.__aexit__(None, None, None)
