"""Telegram's limits on how fast a bot may write."""

from bot.playground.botapi import LocalBotApi
from bot.playground.botapi.pace import Pace
from tests.playground.botapi_support import StillClock


async def statuses(api: LocalBotApi, chats: range, **parameters: object) -> list[int]:
    replies = [await api.call("sendMessage", {"chat_id": chat, "text": "a", **parameters}) for chat in chats]
    return [reply.status for reply in replies]


def crowded(clock: StillClock, **limits: int) -> LocalBotApi:
    api = LocalBotApi(clock, pace=Pace(clock, **limits))
    for number in range(1, 101):
        api.person(number, "Kari").start()
    return api


async def test_thirty_a_second_are_the_most_over_all_chats() -> None:
    clock = StillClock()
    api = crowded(clock)
    assert await statuses(api, range(1, 32)) == [200] * 30 + [429]
    clock.move(seconds=0.9)
    assert await statuses(api, range(40, 41)) == [429]
    clock.move(seconds=0.1)
    assert await statuses(api, range(41, 72)) == [200] * 30 + [429]


async def test_paid_messages_have_a_limit_of_their_own() -> None:
    api = crowded(StillClock(), paid_per_second=50)
    assert await statuses(api, range(1, 52), allow_paid_broadcast=True) == [200] * 50 + [429]
    assert await statuses(api, range(60, 61)) == [200]


async def test_one_chat_takes_a_burst_and_then_one_a_second() -> None:
    clock = StillClock()
    api = crowded(clock)
    assert [await statuses(api, range(1, 2)) for _ in range(6)] == [[200]] * 5 + [[429]]
    reply = await api.call("sendMessage", {"chat_id": 1, "text": "a"})
    assert reply.body["parameters"] == {"retry_after": 1}
    clock.move(seconds=1)
    assert [await statuses(api, range(1, 2)) for _ in range(2)] == [[200], [429]]


async def test_answers_to_presses_and_typing_are_free() -> None:
    api = crowded(StillClock(), burst=1)
    calls = [await api.call("sendChatAction", {"chat_id": 1, "action": "typing"}) for _ in range(5)]
    assert [reply.status for reply in calls] == [200] * 5
