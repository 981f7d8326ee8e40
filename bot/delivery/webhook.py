"""Updates that Telegram delivers itself: accepted once stored, refused without the secret."""

import hmac
import json
from http import HTTPStatus
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.delivery.ingest import Ingest

HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"
LIMIT: Final = 1024 * 1024
"""Bytes an update may have; Telegram's are far smaller."""


def webhook(ingest: Ingest, secret: str) -> Starlette:
    """The web application behind WEBHOOK_URL, whatever its path."""

    async def receive(request: Request) -> Response:
        given = request.headers.get(HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=HTTPStatus.FORBIDDEN)
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LIMIT:
                return Response(status_code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            update = json.loads(body)
            int(update["update_id"])
        except (ValueError, TypeError, KeyError):
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        await ingest.take([update])
        return Response()

    return Starlette(routes=[Route("/{path:path}", receive, methods=["POST"])])
