"""The web server behind the chat page: each address a few lines over the local Bot API."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from importlib.resources import files
from socket import socket
from typing import Final
from zoneinfo import ZoneInfo

import uvicorn
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.clock import SimulatedClock
from bot.playground.botapi import CannotError, LocalBotApi
from bot.playground.chats import Chats
from bot.playground.clock_control import ClockControl, NextDue
from bot.playground.guard import Guard
from bot.playground.live import Live
from bot.playground.page_texts import page_texts
from bot.playground.people import DemoPerson
from bot.texts import TextError

_HOST: Final = "127.0.0.1"
EXPO_ZONE: Final = ZoneInfo("Europe/Oslo")
_PAGE: Final = str(files("bot.playground").joinpath("page"))


def create_app(
    api: LocalBotApi,
    clock: SimulatedClock,
    people: Sequence[DemoPerson],
    *,
    next_due: NextDue,
    zone: ZoneInfo = EXPO_ZONE,
) -> Starlette:
    """The chat page of these people, as the first of whom one begins; `next_due` tells when the next message is due."""
    live = Live(api, clock, {person.id for person in people})
    control, chats = ClockControl(clock, zone, next_due), Chats(api, people)
    app = Starlette(
        routes=[
            Route("/", _page),
            Mount("/static", StaticFiles(directory=_PAGE)),
            Route("/texts/{language}", _texts),
            Route("/events", live.endpoint),
            Route("/clock", control.show, methods=["GET"]),
            Route("/clock", control.move, methods=["POST"]),
            *chats.routes(),
        ],
        middleware=[Middleware(Guard)],
        exception_handlers={
            HTTPException: _refused,
            ValidationError: _malformed,
            TextError: _missing,
            CannotError: _impossible,
        },
    )
    app.state.live = live
    return app


class PlaygroundServer(uvicorn.Server):
    """Serves the page to this machine only, at a free port for 0; signals are the caller's, who sets `should_exit`."""

    def __init__(self, app: Starlette, port: int) -> None:
        super().__init__(uvicorn.Config(app, host=_HOST, port=port, lifespan="off", log_level="warning"))
        self._live: Live = app.state.live

    @property
    def address(self) -> str:
        """Where the page is, once `started`."""
        port = self.servers[0].sockets[0].getsockname()[1]
        return f"http://{_HOST}:{port}/"

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Capture none."""
        yield

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """End the event streams, which would go on for ever, then what else is under way."""
        self._live.close()
        await super().shutdown(sockets)


async def _page(_: Request) -> Response:
    return FileResponse(f"{_PAGE}/index.html")


async def _texts(request: Request) -> Response:
    return JSONResponse(page_texts(request.path_params["language"]))


async def _refused(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    return JSONResponse({"error": error.detail if isinstance(error, HTTPException) else ""}, status)


async def _malformed(*_: object) -> Response:
    return JSONResponse({"error": ""}, HTTPStatus.UNPROCESSABLE_ENTITY)


async def _missing(*_: object) -> Response:
    return JSONResponse({"error": ""}, HTTPStatus.NOT_FOUND)


async def _impossible(*_: object) -> Response:
    return JSONResponse({"error": ""}, HTTPStatus.CONFLICT)
