"""Updates that Telegram delivers itself."""

import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from telegram.ext import ExtBot

from bot.delivery.webhook import HEADER, LIMIT, webhook
from bot.playground.botapi import LocalBotApi
from data import updates
from data.database import Database
from tests.delivery.desk import KARI, Desk

SECRET = "s3cret_-"  # noqa: S105 - nobody's
GIVEN = {HEADER: SECRET}


@pytest.fixture
def counter(api: LocalBotApi, bot: ExtBot[Any], database: Database) -> Desk:
    """A desk that does not poll."""
    return Desk(api, bot, database)


@pytest.fixture
async def telegram(counter: Desk) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(webhook(counter.ingest, SECRET))
    async with httpx.AsyncClient(transport=transport, base_url="https://fjordby.no") as client:
        yield client


async def test_update_is_stored_before_it_is_accepted_and_handled_once(
    telegram: httpx.AsyncClient, counter: Desk, api: LocalBotApi, database: Database
) -> None:
    api.person(KARI, "").send("slow")
    for path in ("/hook", "/hook/again"):
        assert (await telegram.post(path, json=api.waiting()[0], headers=GIVEN)).status_code == 200
    assert await database.read(updates.unhandled) == api.waiting()
    counter.free.set()
    await counter.ingest.drain()
    assert counter.log == ["slow", "slow done"]


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}, {HEADER: "s3cret"}, {HEADER: SECRET + "å"}])
async def test_update_without_the_secret_is_refused(
    telegram: httpx.AsyncClient, database: Database, headers: dict[str, str]
) -> None:
    encoded = {name.encode(): value.encode() for name, value in headers.items()}
    assert (await telegram.post("/hook", json={"update_id": 1}, headers=encoded)).status_code == 403
    assert await database.read(updates.unhandled) == []


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"null", b"1", b"{}", b'{"update_id": "x"}', b'{"update_id": null}', b"\xff"]
)
async def test_what_is_no_update_is_refused(telegram: httpx.AsyncClient, body: bytes) -> None:
    assert (await telegram.post("/hook", content=body, headers=GIVEN)).status_code == 400


async def test_update_too_large_is_refused(telegram: httpx.AsyncClient) -> None:
    body = json.dumps({"update_id": 1, "x": "x" * LIMIT})
    assert (await telegram.post("/hook", content=body, headers=GIVEN)).status_code == 413


async def test_other_methods_are_refused(telegram: httpx.AsyncClient) -> None:
    assert (await telegram.get("/hook", headers=GIVEN)).status_code == 405
