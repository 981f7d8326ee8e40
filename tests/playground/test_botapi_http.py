"""The local Bot API over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from telegram.error import TimedOut
from telegram.ext import ExtBot

from bot.delivery.transport import HttpTransport
from bot.playground.botapi.faults import NoReply, Reset, TooManyRequests
from bot.playground.botapi.http import serving
from tests.playground.botapi_support import KARI, Stage


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Stage, str, aiohttp.ClientSession]]:
    stage = Stage()
    async with serving(stage.api) as address, aiohttp.ClientSession() as session:
        yield stage, f"{address}/bot{stage.api.token}", session


async def test_parameters_may_be_query_form_json_or_multipart() -> None:
    async with served() as (stage, bot, session):
        with aiohttp.MultipartWriter("form-data") as multipart:
            multipart.append("7").set_content_disposition("form-data", name="chat_id")
            multipart.append("d").set_content_disposition("form-data", name="text")
        given = {"chat_id": "7", "text": "b"}
        for request in (
            session.get(f"{bot}/sendMessage?chat_id=7&text=a"),
            session.post(f"{bot}/sendMessage", data=given),
            session.post(f"{bot}/sendMessage", json={"chat_id": 7, "text": "c", "protect_content": True}),
            session.post(f"{bot}/sendMessage", data=multipart),
        ):
            async with request as response:
                assert (response.status, (await response.json())["ok"]) == (200, True)
        assert [message["text"] for message in stage.kari.replies] == ["a", "b", "c", "d"]


async def test_files_are_uploaded_and_fetched() -> None:
    async with served() as (stage, bot, session):
        form = aiohttp.FormData({"chat_id": "7"})
        form.add_field("document", b"BEGIN", filename="min.ics", content_type="text/calendar")
        async with session.post(f"{bot}/sendDocument", data=form) as response:
            document = (await response.json())["result"]["document"]
        assert stage.kari.last["document"] == document
        async with session.get(f"{bot}/getFile", params={"file_id": document["file_id"]}) as response:
            path = (await response.json())["result"]["file_path"]
        files = bot.replace("/bot", "/file/bot")
        async with session.get(f"{files}/{path}") as response:
            assert await response.read() == b"BEGIN"
        async with session.get(f"{files}/documents/none") as response:
            assert (response.status, (await response.json())["description"]) == (404, "Not Found")


async def test_wrong_token_is_unauthorised() -> None:
    async with served() as (_, bot, session):
        for address in (f"{bot}x/getMe", f"{bot}x/a".replace("/bot", "/file/bot")):
            async with session.get(address) as response:
                body = await response.json()
            assert (response.status, body) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})


async def test_faulty_json_is_refused() -> None:
    async with served() as (_, bot, session):
        headers = {"Content-Type": "application/json"}
        async with session.post(f"{bot}/getMe", data=b"{", headers=headers) as response:
            description = (await response.json())["description"]
        assert (response.status, description) == (400, "Bad Request: can't parse request JSON object")


async def test_wait_is_in_the_header_too() -> None:
    async with served() as (stage, bot, session):
        stage.api.faults.add("getMe", TooManyRequests(3))
        async with session.get(f"{bot}/getMe") as response:
            assert (response.status, response.headers["Retry-After"]) == (429, "3")


async def test_library_speaks_to_it_over_the_network() -> None:
    stage = Stage()
    async with serving(stage.api) as address:
        bot = ExtBot(
            stage.api.token,
            base_url=f"{address}/bot",
            base_file_url=f"{address}/file/bot",
            request=HttpTransport(),
            get_updates_request=HttpTransport(),
        )
        async with bot:
            poll = asyncio.create_task(bot.get_updates(offset=2, timeout=50))
            await asyncio.sleep(0.05)
            upload = stage.kari.upload("program.csv", "æ,b".encode(), "text/csv")
            assert [update.update_id for update in await poll] == [2]
            file = await bot.get_file(upload["document"]["file_id"])
            assert bytes(await file.download_as_bytearray()) == "æ,b".encode()
            stage.api.faults.add("sendMessage", NoReply(delivered=True))
            with pytest.raises(TimedOut):
                await bot.send_message(KARI, "hei", read_timeout=0.1)
            assert stage.kari.last["text"] == "hei"


async def test_a_reset_breaks_the_connection_after_the_delivery() -> None:
    async with served() as (stage, bot, session):
        stage.api.faults.add("sendMessage", Reset(delivered=True))
        with pytest.raises(aiohttp.ClientError):
            async with session.post(f"{bot}/sendMessage", data={"chat_id": "7", "text": "a"}) as response:
                await response.read()
        assert [message["text"] for message in stage.kari.replies] == ["a"]
