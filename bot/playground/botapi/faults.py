"""Faults on demand: what a call meets instead of, or before, its answer."""

import asyncio
from dataclasses import dataclass
from http import HTTPStatus

from bot.playground.botapi.errors import RefusedError, forbid

EVERY_METHOD = "*"


class UnreachableError(ConnectionRefusedError):
    """The server could not be reached: nothing was delivered."""


class NoReplyError(TimeoutError):
    """No reply came; whether anything was delivered, the caller cannot know."""


class ResetError(ConnectionResetError):
    """The connection broke before the reply; whether anything was delivered, the caller cannot know."""


@dataclass(frozen=True)
class Slow:
    """The call takes so many real seconds more; other faults may follow."""

    seconds: float


@dataclass(frozen=True)
class TooManyRequests:
    """A 429 that says how many seconds to wait."""

    retry_after: int


@dataclass(frozen=True)
class ServerFault:
    """A 5xx; the call is carried out all the same where `delivered`."""

    code: int = HTTPStatus.BAD_GATEWAY
    delivered: bool = False


@dataclass(frozen=True)
class Blocked:
    """A 403, as if the person had blocked the bot."""


@dataclass(frozen=True)
class Unreachable:
    """The connection is refused."""


@dataclass(frozen=True)
class NoReply:
    """A time-out; the call is carried out all the same where `delivered`."""

    delivered: bool


@dataclass(frozen=True)
class Reset:
    """The connection breaks instead of a reply; the call is carried out all the same where `delivered`."""

    delivered: bool


Outcome = Slow | TooManyRequests | ServerFault | Blocked | Unreachable | NoReply | Reset


@dataclass
class _Planned:
    method: str
    outcome: Outcome
    times: int | None
    chat_id: int | None


class Faults:
    """The planned faults, met in the order they were added."""

    def __init__(self) -> None:
        self._planned: list[_Planned] = []

    def add(self, method: str, outcome: Outcome, times: int | None = 1, chat_id: int | None = None) -> None:
        """Let the next `times` calls of the method meet it (`*`: any method; None: all calls from now on)."""
        self._planned.append(_Planned(method.lower(), outcome, times, chat_id))

    def clear(self) -> None:
        """No more faults."""
        self._planned.clear()

    def meet(self, method: str, chat_id: object) -> list[Outcome]:
        """What this call meets: any delays, and at most one fault."""
        met: list[Outcome] = []
        for planned in [*self._planned]:
            if planned.method in (EVERY_METHOD, method.lower()) and planned.chat_id in (None, chat_id):
                self._count(planned)
                met.append(planned.outcome)
                if not isinstance(planned.outcome, Slow):
                    break
        return met

    def _count(self, planned: _Planned) -> None:
        if planned.times is not None:
            planned.times -= 1
            if planned.times <= 0:
                self._planned.remove(planned)


async def before(outcome: Outcome) -> None:
    """What happens before the call is carried out."""
    match outcome:
        case Slow(seconds):
            await asyncio.sleep(seconds)
        case TooManyRequests(seconds):
            raise too_many_requests(seconds)
        case Blocked():
            forbid("bot was blocked by the user")
        case Unreachable():
            raise UnreachableError
        case NoReply(delivered=False):
            raise NoReplyError
        case Reset(delivered=False):
            raise ResetError
        case ServerFault(code, delivered=False):
            raise _server_fault(code)


def after(outcome: Outcome) -> None:
    """What happens once the call was carried out."""
    match outcome:
        case NoReply(delivered=True):
            raise NoReplyError
        case Reset(delivered=True):
            raise ResetError
        case ServerFault(code, delivered=True):
            raise _server_fault(code)


def too_many_requests(seconds: int) -> RefusedError:
    """Telegram's 429."""
    return RefusedError(HTTPStatus.TOO_MANY_REQUESTS, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def _server_fault(code: int) -> RefusedError:
    return RefusedError(code, HTTPStatus(code).phrase)
