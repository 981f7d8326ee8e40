from bot.clock import Clock
from bot.delivery.refusals import Refusals

KARI, OLA = 7, 8


def test_refused_chat_alone_is_left_alone() -> None:
    refusals = Refusals(Clock())
    assert [refusals.refused(KARI, 60), refusals.refused(KARI, 60)] == [False, False]
    assert (refusals.held(KARI) > 0, refusals.held(OLA)) == (True, 0)


def test_second_chat_refused_in_a_row_means_the_bot() -> None:
    refusals = Refusals(Clock())
    assert [refusals.refused(KARI, 1), refusals.refused(OLA, 1)] == [False, True]


def test_success_between_means_two_chats() -> None:
    refusals = Refusals(Clock())
    refusals.refused(KARI, 1)
    refusals.accepted()
    assert not refusals.refused(OLA, 1)


def test_refusal_without_a_chat_means_the_bot() -> None:
    assert Refusals(Clock()).refused(None, 1)
