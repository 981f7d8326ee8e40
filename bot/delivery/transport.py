"""python-telegram-bot's transport on aiohttp: bounded, long keep-alive, and honest about what was sent."""

from typing import Final

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECTIONS: Final = 300
_KEEP_ALIVE_SECONDS: Final = 50.0  # below the server's, so that it is we who close
_CONNECT_SECONDS: Final = 10.0
_READ_SECONDS: Final = 20.0
_UPLOAD_SECONDS: Final = 120.0

_NEVER_SENT: Final = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class NotSentError(NetworkError):
    """The request never reached the server, so trying again doubles nothing."""


class HttpTransport(BaseRequest):
    """One session; made when first used, since it needs the running loop."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an ordinary call may take."""
        return _READ_SECONDS

    async def initialize(self) -> None:
        """Open the session."""
        self._open()

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=_KEEP_ALIVE_SECONDS)
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        return self._session

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - aiohttp has no such time-out
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - one for all calls
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 - waiting callers are served in turn
    ) -> tuple[int, bytes]:
        """Make one call and never a second; raises NotSentError, TimedOut or NetworkError."""
        session = self._open()
        uploads = bool(request_data and request_data.multipart_data)
        usual = _UPLOAD_SECONDS if uploads else _READ_SECONDS
        reading = read_timeout if isinstance(read_timeout, (int, float)) else usual
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT_SECONDS, sock_read=reading)
        try:
            async with session.request(method, url, data=_body(request_data), timeout=timeout) as response:
                return response.status, await response.read()
        # `from None`: the errors' own texts may hold the address, and with it the token.
        except _NEVER_SENT as error:
            raise NotSentError(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _body(data: RequestData | None) -> aiohttp.BytesPayload | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.multipart_data:
        # Far less work than a form, whose every byte is quoted.
        return aiohttp.BytesPayload(data.json_payload, content_type="application/json")
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form
