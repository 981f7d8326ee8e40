"""A transport for python-telegram-bot that leads to the local Bot API instead of a network."""

import asyncio
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.delivery.transport import NotSentError
from bot.playground.botapi.faults import NoReplyError, ResetError, UnreachableError
from bot.playground.botapi.parameters import UploadedFile
from bot.playground.botapi.reply import NO_SUCH_FILE, WRONG_TOKEN, Reply

if TYPE_CHECKING:
    from bot.playground.botapi.api import LocalBotApi

_READ_TIMEOUT: Final = 5.0


class LocalRequest(BaseRequest):
    """Gives the calls over; a reply that takes too long is given up, while the call goes on."""

    def __init__(self, api: "LocalBotApi") -> None:
        self._api = api
        self._running: set[asyncio.Task[Reply]] = set()

    @property
    def read_timeout(self) -> float | None:
        """Seconds a reply may take, where the caller doesn't say."""
        return _READ_TIMEOUT

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """End what is still under way."""
        for task in self._running:
            task.cancel()

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 (GET or POST is the same here)
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (nothing is written)
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (there is no connection)
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (nor a pool of them)
    ) -> tuple[int, bytes]:
        """The status and body of the reply."""
        path = unquote(urlsplit(url).path)
        if path.startswith("/file/bot"):
            return self._download(path.removeprefix("/file/bot"))
        token, _, name = path.removeprefix("/bot").partition("/")
        if token != self._api.token:
            return WRONG_TOKEN.status, WRONG_TOKEN.encoded()
        seconds = read_timeout if isinstance(read_timeout, int | float | None) else _READ_TIMEOUT
        response = await self._reply(name, request_data or RequestData(), seconds)
        return response.status, response.encoded()

    async def _reply(self, name: str, data: RequestData, seconds: float | None) -> Reply:
        task = asyncio.ensure_future(self._api.call(name, data.json_parameters, _uploads(data)))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        try:
            async with asyncio.timeout(seconds):
                return await asyncio.shield(task)
        except UnreachableError as error:
            raise NotSentError(type(error).__name__) from error
        except (TimeoutError, NoReplyError) as error:
            raise TimedOut from error
        except ResetError as error:
            raise NetworkError(type(error).__name__) from error
        except asyncio.CancelledError:
            if name.lower() == "getupdates":
                task.cancel()
            raise

    def _download(self, path: str) -> tuple[int, bytes]:
        token, _, name = path.partition("/")
        if token != self._api.token:
            return WRONG_TOKEN.status, WRONG_TOKEN.encoded()
        stored = self._api.file_at(name)
        return (HTTPStatus.OK, stored.upload.content) if stored else (NO_SUCH_FILE.status, NO_SUCH_FILE.encoded())


def _uploads(data: RequestData) -> dict[str, UploadedFile]:
    if not data.contains_files:
        return {}
    return {
        name: UploadedFile(str(part[0]), _content(part[1]), str(part[2])) for name, part in data.multipart_data.items()
    }


def _content(content: bytes | IO[bytes]) -> bytes:
    return content if isinstance(content, bytes) else content.read()
