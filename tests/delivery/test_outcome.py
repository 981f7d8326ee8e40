import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.outcome import fate
from bot.delivery.transport import NotSentError
from bot.domain.outbox import Fate, State


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (NotSentError("ClientConnectorError"), Fate(State.PLANNED, "ClientConnectorError", unreachable=True)),
        (InvalidToken("Unauthorized"), Fate(State.PLANNED, "Unauthorized", unreachable=True)),
        (
            Forbidden("Forbidden: bot was blocked by the user"),
            Fate(State.BLOCKED, "Forbidden: bot was blocked by the user"),
        ),
        (BadRequest("Chat not found"), Fate(State.FAILED, "Chat not found")),
        (ChatMigrated(-7), Fate(State.FAILED, "Group migrated to supergroup. New chat id: -7")),
        (Conflict("terminated"), Fate(State.FAILED, "terminated")),
        (EndPointNotFound("Not Found"), Fate(State.FAILED, "Not Found")),
        (TelegramError("Odd"), Fate(State.FAILED, "Odd")),
        (TimedOut(), Fate(State.UNKNOWN, "Timed out", unreachable=True)),
        (NetworkError("Bad Gateway"), Fate(State.UNKNOWN, "Bad Gateway", unreachable=True)),
        (NetworkError("ServerDisconnectedError"), Fate(State.UNKNOWN, "ServerDisconnectedError", unreachable=True)),
    ],
)
def test_error_tells_the_fate(error: TelegramError, expected: Fate) -> None:
    assert fate(error) == expected


def test_too_many_requests_are_tried_again_without_a_grudge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change
    found = fate(RetryAfter(7))
    assert (found.state, found.unreachable) == (State.PLANNED, False)
