"""The local Bot API over HTTP, for a bot in another process."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from http import HTTPStatus
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.playground.botapi.api import LocalBotApi
from bot.playground.botapi.errors import RefusedError
from bot.playground.botapi.faults import NoReplyError, ResetError, UnreachableError
from bot.playground.botapi.parameters import UploadedFile
from bot.playground.botapi.reply import NO_SUCH_FILE, WRONG_TOKEN, Reply

_LOCALHOST: Final = "127.0.0.1"
_JSON: Final = "application/json"
_UNKNOWN_TYPE: Final = "application/octet-stream"
_NOT_JSON: Final = Reply.of(RefusedError(HTTPStatus.BAD_REQUEST, "Bad Request: can't parse request JSON object"))


def app(api: LocalBotApi) -> Starlette:
    """`/bot<token>/METHOD` (query, form, JSON or multipart) and `/file/bot<token>/PATH`.

    A fault that leaves the caller without a reply holds the connection until the caller gives up, or breaks it.
    """

    async def method(request: Request) -> Response:
        if request.path_params["token"] != api.token:
            return _response(WRONG_TOKEN)
        try:
            parameters, files = await _given(request)
        except ValueError:
            return _response(_NOT_JSON)
        try:
            return _response(await api.call(request.path_params["method"], parameters, files))
        except (NoReplyError, UnreachableError):
            while (await request.receive())["type"] != "http.disconnect":
                pass
            return Response()
        except ResetError:
            return _Broken(headers={"content-length": "1"})

    async def file(request: Request) -> Response:
        if request.path_params["token"] != api.token:
            return _response(WRONG_TOKEN)
        stored = api.file_at(request.path_params["path"])
        return Response(stored.upload.content, media_type=_UNKNOWN_TYPE) if stored else _response(NO_SUCH_FILE)

    return Starlette(
        routes=[
            Route("/bot{token}/{method}", method, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", file),
        ]
    )


@asynccontextmanager
async def serving(api: LocalBotApi) -> AsyncIterator[str]:
    """Serve on a free port of this machine; gives the address, without a path."""
    with socket.create_server((_LOCALHOST, 0)) as listener:
        # Connections inherit it; asyncio sets it only where a socket names its protocol, and a reply would wait 40 ms.
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        server = _Server(uvicorn.Config(app(api), log_config=None, log_level="critical", timeout_graceful_shutdown=1))
        task = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield f"http://{_LOCALHOST}:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            await task


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave the signals to the process it runs in."""
        yield


class _Broken(Response):
    """Promises a body and ends without one: the connection is closed upon it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI has it
        """Send the head only."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})


async def _given(request: Request) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    """The parameters and files, wherever the caller put them."""
    parameters: dict[str, Any] = {**request.query_params}
    if request.headers.get("content-type", "").startswith(_JSON):
        return parameters | dict(await request.json()), {}
    async with request.form() as form:
        for name, value in form.items():
            parameters[name] = await _uploaded(name, value) if isinstance(value, UploadFile) else value
    files = {name: value for name, value in parameters.items() if isinstance(value, UploadedFile)}
    return {name: value for name, value in parameters.items() if name not in files}, files


async def _uploaded(name: str, part: UploadFile) -> UploadedFile:
    return UploadedFile(part.filename or name, await part.read(), part.content_type or _UNKNOWN_TYPE)


def _response(reply: Reply) -> Response:
    wait = reply.body.get("parameters", {}).get("retry_after")
    headers = {"Retry-After": str(wait)} if wait else None
    return Response(reply.encoded(), reply.status, headers, _JSON)
