"""What keeps other web sites out of the chat page, which listens on this machine only."""

from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OURS: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-cache",
}


class Guard:
    """Middleware: refuses foreign hosts and foreign senders, and puts the strict headers on each answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 421 for another host (DNS rebinding), 403 for another site's POST."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        status = refusal(scope["method"], Headers(scope=scope))
        app = Response(status_code=status) if status else self._app
        await app(scope, receive, send_guarded)


def refusal(method: str, headers: Headers) -> int:
    """The status a request is refused with, 0 where it is welcome."""
    host = headers.get("host", "")
    if host.rsplit(":", 1)[0] not in _OURS and host not in _OURS:
        return 421
    if method in {"GET", "HEAD"}:
        return 0
    same_origin = headers.get("sec-fetch-site", "same-origin") == "same-origin"
    return 0 if same_origin and headers.get("origin") == f"http://{host}" else 403
