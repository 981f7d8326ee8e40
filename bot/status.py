"""/healthz for a watchdog and /metrics for Prometheus; neither names a person or a text."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, Histogram, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.services import Services
from bot.services.programme import NoProgrammeError

_SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Status:
    """What is measured. `alive` says whether every part of the bot still runs."""

    def __init__(self, services: Services, alive: Callable[[], bool]) -> None:
        self._services = services
        self._alive = alive
        registry = self._registry = CollectorRegistry()
        self.updates = Histogram("expobot_update_seconds", "From update to answer", buckets=_SECONDS, registry=registry)
        self._attendees = Gauge("expobot_attendees", "Attendees known", registry=registry)
        self._sessions = Gauge("expobot_sessions", "Sessions in the programme in force", registry=registry)
        self._clock = Gauge("expobot_clock_seconds", "What the expo's clock shows, since 1970 UTC", registry=registry)
        self._outbox = Gauge("expobot_outbox", "Unasked messages", ("kind", "state"), registry=registry)

    def app(self) -> Starlette:
        """The two pages."""
        return Starlette(routes=[Route("/healthz", self._health), Route("/metrics", self._metrics)])

    async def _health(self, _: Request) -> Response:
        try:
            version = self._services.programme.current.version
        except NoProgrammeError:
            return JSONResponse({"status": "no programme"}, HTTPStatus.SERVICE_UNAVAILABLE)
        if not self._alive():
            return JSONResponse({"status": "a part has stopped"}, HTTPStatus.SERVICE_UNAVAILABLE)
        return JSONResponse({"status": "ok", "programme": version})

    async def _metrics(self, _: Request) -> Response:
        people, rows = await self._services.figures.counts()
        self._attendees.set(people)
        self._sessions.set(len(self._services.programme.index_so_far.sessions))
        self._outbox.clear()
        for (kind, state), number in rows.items():
            self._outbox.labels(kind, state).set(number)
        self._clock.set(self._services.clock.now().timestamp())
        return Response(generate_latest(self._registry), media_type=CONTENT_TYPE_LATEST)
