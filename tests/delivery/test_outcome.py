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

PAGE = ". Parsing the server response b'<html>nginx</html>' failed"


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (NotSentError("ClientConnectorError"), Fate(State.PLANNED, "ClientConnectorError", unreachable=True)),
        (InvalidToken("Unauthorized"), Fate(State.PLANNED, "Unauthorized", unreachable=True)),
        (
            Forbidden("Forbidden: bot was blocked by the user"),
            Fate(State.BLOCKED, "Forbidden: bot was blocked by the user"),
        ),
        (Forbidden("Forbidden: something new"), Fate(State.FAILED, "Forbidden: something new")),
        (Forbidden(f"Forbidden (403){PAGE}"), Fate(State.PLANNED, "Forbidden (403)", unreachable=True)),
        (Forbidden("access denied"), Fate(State.PLANNED, "access denied", unreachable=True)),
        (BadRequest(f"Bad Request (400){PAGE}"), Fate(State.PLANNED, "Bad Request (400)", unreachable=True)),
        (NetworkError(f"Bad Gateway (502){PAGE}"), Fate(State.UNKNOWN, "Bad Gateway (502)", unreachable=True)),
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


@pytest.mark.parametrize(
    "words",
    [
        "bot was blocked by the user",
        "user is deactivated",
        "bot can't initiate conversation with a user",
        "bot was kicked from the group chat",
        "bot is not a member of the channel chat",
        "bot can't send messages to bots",
    ],
)
def test_telegrams_own_words_alone_mean_that_nothing_more_arrives(words: str) -> None:
    assert fate(Forbidden(f"Forbidden: {words}")).state is State.BLOCKED


def test_too_many_requests_are_tried_again_without_a_grudge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # otherwise the library warns of its own change
    found = fate(RetryAfter(7))
    assert (found.state, found.unreachable) == (State.PLANNED, False)
