"""The sender over the local Bot API: what people get, and what the store says became of it."""

import asyncio
import logging
from datetime import timedelta

import pytest

from bot.delivery import courier, hands, pacer, sender
from bot.delivery.pacer import Pacer
from bot.domain.outbox import Kind, State, TooEarlyError
from bot.playground.botapi.faults import NoReply, ServerFault, Slow, TooManyRequests, Unreachable
from data import attendees, outbox
from tests.delivery.post import HOUR, KARI, NOW, OLA, START, STRANGER, ClosedPacer, Post, met, until


async def test_message_is_sent_as_html_and_accounted_for(post: Post) -> None:
    assert await post.delivers(Kind.BROADCAST, "1", KARI) == ["sent"]
    assert (post.seen(KARI), post.seen(OLA)) == (["1"], [])
    message = post.api.person(KARI, "").last
    assert [one["type"] for one in message["entities"]] == ["bold"]
    assert await post.rows("sent_at", "message_id", "attempts") == [(NOW, message["message_id"], 1)]


async def test_reminders_due_to_one_chat_are_one_message(post: Post) -> None:
    await post.plan(Kind.REMINDER, "a", KARI, OLA)
    assert await post.delivers(Kind.REMINDER, "b", KARI) == ["sent", "sent", "sent"]
    assert (post.seen(KARI), post.seen(OLA)) == (["a b"], ["a"])


async def test_most_urgent_go_first(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_FEWEST", 1)
    await post.plan(Kind.BROADCAST, "broadcast", KARI)
    await post.plan(Kind.REMINDER, "reminder", OLA)
    await post.delivers(Kind.ALERT, "alert", KARI)
    assert post.sends == ["<b>alert</b>", "<b>reminder</b>", "<b>broadcast</b>"]


async def test_what_is_planned_later_waits_for_its_alarm(post: Post) -> None:
    await post.plan(Kind.REMINDER, "a", KARI, due=NOW + HOUR, expires=NOW + 2 * HOUR)
    await post.start()
    await until(lambda: post.alarms)
    assert post.alarms == [START + timedelta(hours=1)]
    post.clock.set(START + timedelta(hours=1), 1)
    post.sender.wake()
    assert await post.settled() == ["sent"]
    await until(lambda: post.alarms[-1] is None)


async def test_woken_sender_sends_what_was_planned_meanwhile(post: Post) -> None:
    await post.start()
    await until(lambda: post.alarms)
    await post.plan(Kind.BROADCAST, "1", KARI)
    post.sender.wake()
    assert await post.settled() == ["sent"]


async def test_who_blocked_the_bot_is_marked_and_gets_nothing_more(post: Post) -> None:
    post.api.person(KARI, "").block()
    await post.plan(Kind.REMINDER, "later", KARI, due=NOW + HOUR, expires=NOW + 2 * HOUR)
    assert await post.delivers(Kind.BROADCAST, "1", KARI, OLA) == ["blocked", "blocked", "sent"]
    assert len(post.sends) == 2
    kari = await post.database.read(lambda db: attendees.get(db, KARI))
    assert kari
    assert kari.blocked_at == NOW
    assert {reason for (reason,) in (await post.rows("reason"))[:2]} == {"Forbidden: bot was blocked by the user"}


async def test_refused_message_has_failed_and_is_not_tried_again(post: Post) -> None:
    assert await post.delivers(Kind.BROADCAST, "1", STRANGER, OLA) == ["failed", "sent"]
    assert await post.rows("reason", "attempts") == [("Chat not found", 1), ("", 1)]
    assert len(post.sends) == 2


async def test_429_is_waited_for_and_costs_no_attempt(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacer, "_seconds", lambda error: error.retry_after.total_seconds() / 100)
    post.api.faults.add("sendMessage", TooManyRequests(1), times=5)
    assert await post.delivers(Kind.REMINDER, "a", KARI) == ["sent"]
    assert post.seen(KARI) == ["a"]
    assert (len(post.sends), await post.rows("attempts")) == (6, [(1,)])


@pytest.mark.parametrize("fault", [NoReply(delivered=True), ServerFault(delivered=True)])
async def test_lost_reply_is_repeated(post: Post, fault: NoReply | ServerFault) -> None:
    post.api.faults.add("sendMessage", fault)
    assert await post.delivers(Kind.REMINDER, "a", KARI) == ["sent"]
    assert post.seen(KARI) == ["a", "a"]


async def test_send_of_unknown_outcome_is_tried_three_times(post: Post) -> None:
    post.api.faults.add("sendMessage", NoReply(delivered=True), times=None)
    assert await post.delivers(Kind.BROADCAST, "1", KARI) == ["unknown"]
    assert post.seen(KARI) == ["1", "1", "1"]
    assert await post.rows("attempts", "sent_at", "reason") == [(3, None, "Timed out")]


async def test_unreachable_server_is_left_alone_for_a_while(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    post.api.faults.add("sendMessage", Unreachable(), times=2)
    assert await post.delivers(Kind.BROADCAST, "1", KARI) == ["sent"]
    assert (post.seen(KARI), len(post.sends)) == (["1"], 3)
    assert await post.rows("attempts") == [(1,)]
    warnings = [record.getMessage() for record in caplog.records if record.name == sender.__name__]
    assert len(warnings) == 2
    assert all(warning.startswith("Telegram can't be reached; trying again in 0.0") for warning in warnings)


async def test_what_expired_while_it_waited_for_its_turn_is_not_sent(post: Post) -> None:
    post.pacer = closed = ClosedPacer(1000)
    await post.plan(Kind.REMINDER, "a", KARI)
    await post.start()
    await post.until(lambda states: states == ["sending"])
    post.clock.jump(timedelta(hours=1))
    closed.opened.set()
    assert await post.settled() == ["expired"]
    assert post.sends == []


async def test_what_has_become_pointless_is_cancelled(post: Post) -> None:
    post.pointless = {"gone"}
    await post.plan(Kind.REMINDER, "gone", KARI, OLA)
    assert await post.delivers(Kind.REMINDER, "on", KARI) == ["cancelled", "cancelled", "sent"]
    assert post.sends == ["<b>on</b>"]


async def test_what_cannot_be_rendered_yet_is_tried_again(post: Post) -> None:
    post.faulty = {"a": [TooEarlyError(), TooEarlyError()]}
    assert await post.delivers(Kind.ALERT, "a", KARI) == ["sent"]
    assert await post.rows("attempts") == [(1,)]


async def test_message_that_cannot_be_rendered_stops_no_other(post: Post, caplog: pytest.LogCaptureFixture) -> None:
    post.faulty = {"bad": [LookupError()]}
    await post.plan(Kind.BROADCAST, "bad", KARI)
    with caplog.at_level(logging.CRITICAL, courier.__name__):
        assert await post.delivers(Kind.BROADCAST, "good", KARI) == ["failed", "sent"]
    assert await post.rows("reason") == [("LookupError",), ("",)]
    assert post.seen(KARI) == ["good"]


async def test_what_the_last_process_left_in_the_middle_is_recovered(post: Post) -> None:
    await post.plan(Kind.REMINDER, "a", KARI, OLA)
    await post.database.write(lambda db: outbox.claim(db, NOW, 8))
    await post.database.write(lambda db: db.execute("UPDATE outbox SET attempts = 3 WHERE chat_id = ?", (OLA,)))
    await post.start()
    assert await post.settled() == ["sent", "unknown"]
    assert (post.seen(KARI), post.seen(OLA)) == (["a"], [])
    assert await post.rows("attempts") == [(2,), (3,)]


async def test_stopped_sender_writes_down_what_is_under_way(post: Post) -> None:
    post.api.faults.add("sendMessage", Slow(0.05))
    await post.plan(Kind.REMINDER, "a", KARI)
    await post.start()
    await until(lambda: post.sends)
    await post.stop()
    assert await post.states() == ["sent"]
    assert post.seen(KARI) == ["a"]


async def test_stopped_sender_plans_again_what_had_no_turn_yet(post: Post) -> None:
    post.pacer = ClosedPacer(1000)
    await post.plan(Kind.REMINDER, "a", KARI)
    await post.start()
    await post.until(lambda states: states == ["sending"])
    await post.stop()
    assert await post.rows("state", "attempts") == [("planned", 0)]


async def test_one_chat_gets_an_unasked_message_at_most_so_often(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "_CHAT_INTERVAL", 0.05)
    began = asyncio.get_running_loop().time()
    await post.plan(Kind.BROADCAST, "1", KARI)
    await post.plan(Kind.BROADCAST, "2", KARI)
    await post.delivers(Kind.BROADCAST, "3", KARI)
    assert [at >= began + place * 0.05 - 1e-6 for place, at in enumerate(post.rendered_at)] == [True, True, True]
    assert post.seen(KARI) == ["1", "2", "3"]


async def test_broadcasts_go_at_the_paid_rate_where_there_is_one(post: Post) -> None:
    post.pacer = Pacer(1000, paid_rate=1000)
    await post.plan(Kind.REMINDER, "a", KARI)
    await post.delivers(Kind.BROADCAST, "1", OLA)
    paid = {
        call["chat_id"]: call.get("allow_paid_broadcast") for method, call in post.api.calls if method == "sendMessage"
    }
    assert paid == {KARI: None, OLA: True}


async def test_hundred_people_get_one_message_each(post: Post) -> None:
    chats = range(1000, 1100)
    for chat_id in chats:
        post.api.person(chat_id, "Kari").start()
    await met(post.database, *chats)
    assert await post.delivers(Kind.BROADCAST, "1", *chats) == ["sent"] * 100
    assert [post.seen(chat_id) for chat_id in chats] == [["1"]] * 100
    assert await post.database.read(lambda db: outbox.ledger(db, Kind.BROADCAST, "1")) == {State.SENT: 100}
