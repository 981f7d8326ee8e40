"""The transport against a real server on this machine."""

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from telegram import InputFile
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery import transport as module
from bot.delivery.transport import HttpTransport, NotSentError

TOKEN = "123456:AAH-secret-secret"  # noqa: S105 - nobody's
PATIENCE = 30


@dataclass
class Telegram:
    """A server that keeps what it was asked, and answers as told."""

    address: str = ""
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    answer: Callable[[web.Request], Awaitable[web.StreamResponse]] | None = None

    async def handle(self, request: web.Request) -> web.StreamResponse:
        given = await request.json() if request.content_type == "application/json" else await request.post()
        form = {
            name: (value.filename, value.content_type, value.file.read()) if isinstance(value, web.FileField) else value
            for name, value in given.items()
        }
        self.asked.append((request.method, request.path, form))
        return await self.answer(request) if self.answer else web.Response(body=b'{"ok":true}')


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    server = Telegram()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", server.handle)
    async with TestServer(app) as running:
        server.address = f"{running.make_url('/')}bot{TOKEN}/sendMessage"
        yield server


@pytest.fixture
async def transport() -> AsyncIterator[HttpTransport]:
    transport = HttpTransport()
    yield transport
    await transport.shutdown()


def form(**fields: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in fields.items()])


async def test_parameters_are_posted(telegram: Telegram, transport: HttpTransport) -> None:
    reply = await transport.do_request(telegram.address, "POST", form(chat_id=7, text="Øl & «brød»", list=["a"]))
    assert reply == (200, b'{"ok":true}')
    posted = {"chat_id": "7", "text": "Øl & «brød»", "list": '["a"]'}
    assert telegram.asked == [("POST", f"/bot{TOKEN}/sendMessage", posted)]


async def test_call_without_parameters_is_posted(telegram: Telegram, transport: HttpTransport) -> None:
    assert await transport.do_request(telegram.address, "POST") == (200, b'{"ok":true}')
    assert telegram.asked[0][2] == {}


async def test_files_are_uploaded(telegram: Telegram, transport: HttpTransport) -> None:
    document = InputFile(b"BEGIN:VCALENDAR", filename="min.ics", attach=True)
    await transport.do_request(telegram.address, "POST", form(chat_id=7, document=document))
    posted = telegram.asked[0][2]
    assert posted.pop("chat_id") == "7"
    assert posted.pop("document") == document.attach_uri
    assert [*posted.values()] == [("min.ics", "text/calendar", b"BEGIN:VCALENDAR")]


async def test_refusals_are_replies(telegram: Telegram, transport: HttpTransport) -> None:
    async def refuse(_: web.Request) -> web.StreamResponse:
        return web.Response(status=403, body=b'{"ok":false}')

    telegram.answer = refuse
    assert await transport.do_request(telegram.address, "POST") == (403, b'{"ok":false}')


async def test_connection_is_kept_for_the_next_call(telegram: Telegram, transport: HttpTransport) -> None:
    ports = set[object]()

    async def note(request: web.Request) -> web.StreamResponse:
        ports.add(request.transport and request.transport.get_extra_info("peername")[1])
        return web.Response()

    telegram.answer = note
    for _ in range(3):
        await transport.do_request(telegram.address, "POST")
    assert len(ports) == 1


async def test_session_opens_when_first_used_and_again_after_a_shutdown(telegram: Telegram) -> None:
    transport = HttpTransport()
    for _ in range(2):
        assert (await transport.do_request(telegram.address, "POST"))[0] == 200
        await transport.shutdown()
    await transport.shutdown()


async def silence(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(PATIENCE)
    return web.Response(text=request.path)


async def reset(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.abort()
    return web.Response()


async def break_off(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "100"})
    await response.prepare(request)
    await response.write(b"{")
    return await reset(request)


async def test_silence_times_out(telegram: Telegram, transport: HttpTransport) -> None:
    telegram.answer = silence
    with pytest.raises(TimedOut):
        await transport.do_request(telegram.address, "POST", read_timeout=0.02)
    assert len(telegram.asked) == 1


async def test_uploads_have_more_time(
    telegram: Telegram, transport: HttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(_: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.05)
        return web.Response()

    telegram.answer = slow
    monkeypatch.setattr(module, "_READ_SECONDS", 0.02)
    with pytest.raises(TimedOut):
        await transport.do_request(telegram.address, "POST", form(chat_id=7))
    document = InputFile(b"BEGIN", filename="min.ics")
    assert (await transport.do_request(telegram.address, "POST", form(document=document)))[0] == 200


@pytest.mark.parametrize("answer", [reset, break_off])
async def test_post_whose_reply_is_lost_is_not_repeated(
    telegram: Telegram, transport: HttpTransport, answer: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> None:
    assert (await transport.do_request(telegram.address, "POST"))[0] == 200
    telegram.answer = answer
    with pytest.raises(NetworkError) as raised:
        await transport.do_request(telegram.address, "POST")
    assert not isinstance(raised.value, NotSentError)
    assert len(telegram.asked) == 2


async def test_refused_connection_was_not_sent(transport: HttpTransport, unused_tcp_port: int) -> None:
    with pytest.raises(NotSentError, match=r"^ClientConnectorError$"):
        await transport.do_request(f"http://127.0.0.1:{unused_tcp_port}/bot{TOKEN}/getMe", "POST")


async def test_unknown_host_was_not_sent(transport: HttpTransport) -> None:
    with pytest.raises(NotSentError, match=r"^ClientConnectorDNSError$"):
        await transport.do_request(f"http://nowhere.invalid/bot{TOKEN}/getMe", "POST")


async def test_server_without_tls_was_not_sent_to(telegram: Telegram, transport: HttpTransport) -> None:
    with pytest.raises(NotSentError):
        await transport.do_request(telegram.address.replace("http:", "https:"), "POST")
    assert telegram.asked == []


@pytest.fixture
def deaf() -> Iterator[str]:
    """The address of a server that takes no more connections, nor refuses them."""
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)  # noqa: FBT003 - its only parameter
            waiting.connect_ex(server.getsockname())
        yield f"http://127.0.0.1:{server.getsockname()[1]}/bot{TOKEN}/getMe"


async def test_connection_that_takes_too_long_was_not_sent(
    deaf: str, transport: HttpTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CONNECT_SECONDS", 0.05)
    with pytest.raises(NotSentError, match=r"^ConnectionTimeoutError$"):
        await transport.do_request(deaf, "POST")


async def test_token_is_in_no_error_and_no_log(
    telegram: Telegram,
    deaf: str,
    transport: HttpTransport,
    unused_tcp_port: int,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(module, "_CONNECT_SECONDS", 0.05)
    telegram.answer = reset
    refused = f"http://127.0.0.1:{unused_tcp_port}/bot{TOKEN}/getMe"
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.WARNING, "aiohttp.access")  # the server's own log
    for address in (telegram.address, deaf, refused, f"http://[bot{TOKEN}/getMe"):
        try:
            await transport.do_request(address, "POST")
        except NetworkError:
            logging.getLogger("bot").exception("a call failed")
    assert caplog.text.count("a call failed") == 4
    assert TOKEN not in caplog.text
