import pytest
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut

from bot.delivery.patience import LONGEST_PAUSE, Patience
from bot.delivery.transport import NotSentError

CUT_OFF = NotSentError("ClientConnectorError")
LOST = NetworkError("ServerDisconnectedError")
SILENT = TimedOut()
PROXY = Forbidden("Forbidden (403). Parsing the server response b'<html>' failed")


def tries(endpoint: str, *errors: TelegramError) -> int:
    """How often it is tried in all where these errors come first."""
    patience, made = Patience(endpoint), 1
    for error in errors:
        if patience.pause(error) is None:
            break
        made += 1
    return made


@pytest.mark.parametrize("error", [CUT_OFF, PROXY])
@pytest.mark.parametrize("endpoint", ["sendMessage", "editMessageText", "answerCallbackQuery"])
def test_what_never_left_is_tried_for_as_long_as_it_takes(endpoint: str, error: TelegramError) -> None:
    assert tries(endpoint, *[error] * 1000) == 1001


@pytest.mark.parametrize("errors", [[LOST] * 9, [SILENT] * 9, [CUT_OFF, LOST, CUT_OFF, SILENT, CUT_OFF, LOST]])
def test_what_may_have_arrived_is_tried_three_times(errors: list[TelegramError]) -> None:
    assert tries("sendMessage", *errors) == 3 + errors.count(CUT_OFF)


@pytest.mark.parametrize(
    "error", [BadRequest("Chat not found"), Forbidden("Forbidden: user is deactivated"), Conflict("x"), InvalidToken()]
)
def test_refusal_of_telegram_is_final(error: TelegramError) -> None:
    assert tries("sendMessage", error) == 1


def test_answer_to_a_press_does_not_wait_twice_for_a_silent_server() -> None:
    assert (tries("answerCallbackQuery", SILENT), tries("answerCallbackQuery", *[LOST] * 9)) == (1, 3)


@pytest.mark.parametrize(("endpoint", "expected"), [("getMe", 1), ("setMyCommands", 3), ("deleteWebhook", 3)])
def test_what_nobody_waits_for_is_not_tried_for_ever(endpoint: str, expected: int) -> None:
    assert tries(endpoint, *[CUT_OFF] * 9) == expected


def test_pauses_grow_up_to_a_bound() -> None:
    patience = Patience("sendMessage")
    pauses = [patience.pause(CUT_OFF) or 0 for _ in range(40)]
    assert [0.5 * 2**n <= pause <= 2**n for n, pause in enumerate(pauses[:3])] == [True] * 3
    assert LONGEST_PAUSE / 2 <= min(pauses[3:]) <= max(pauses) <= LONGEST_PAUSE
