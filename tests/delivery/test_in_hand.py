"""What is in hand and has not gone out yet: taken back, held by Telegram, cut off by a stop, due in quiet hours."""

import asyncio
import sqlite3
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.delivery import hands
from bot.domain.outbox import Fate, Kind, State
from data import alerts, attendees, broadcasts, outbox
from tests.delivery.post import HOUR, KARI, NOW, OLA, ClosedPacer, Post

Work = Callable[[sqlite3.Connection], object]

SILENCE = 0.3


def begun_broadcast(db: sqlite3.Connection) -> str:
    number = broadcasts.begin(db, OLA, "Hi", NOW)
    broadcasts.start(db, number, 1, NOW)
    return str(number)


def stopped(db: sqlite3.Connection) -> None:
    broadcasts.finish(db, 1, "stopping")


@pytest.mark.parametrize(
    ("kind", "subject", "revoke", "state"),
    [
        (Kind.ALERT, "a", lambda db: alerts.switch_off(db, KARI), "cancelled"),
        (Kind.ALERT, "a", lambda db: alerts.withdraw(db, KARI, ["a"]), "cancelled"),
        (Kind.REMINDER, "a", lambda db: outbox.replan_reminders(db, KARI, [], NOW), "cancelled"),
        (Kind.BROADCAST, "1", stopped, "cancelled"),
    ],
    ids=["alerts off", "unsaved", "silenced", "stopped"],
)
async def test_what_was_taken_back_meanwhile_does_not_go_out(
    post: Post, kind: Kind, subject: str, revoke: Work, state: str
) -> None:
    post.pacer = closed = ClosedPacer(1000)
    assert await post.database.write(begun_broadcast) == "1"
    await post.plan(kind, subject, KARI)
    await post.start()
    await post.until(lambda states: states == ["sending"])
    await post.database.write(revoke)
    closed.opened.set()
    assert await post.settled() == [state]
    await post.stop()
    assert post.sends == []


async def test_who_was_forgotten_meanwhile_gets_nothing(post: Post) -> None:
    post.pacer = closed = ClosedPacer(1000)
    await post.plan(Kind.REMINDER, "a", KARI)
    await post.plan(Kind.BROADCAST, "1", KARI)
    await post.start()
    await post.until(lambda states: states == ["sending", "sending"])

    def forget(db: sqlite3.Connection) -> None:
        outbox.forget(db, KARI)
        attendees.forget(db, KARI)

    await post.database.write(forget)
    closed.opened.set()
    assert await post.settled() == ["cancelled"]
    await post.stop()
    assert post.sends == []


async def test_what_was_taken_back_on_its_way_is_noted_as_sent(post: Post) -> None:
    await post.plan(Kind.REMINDER, "a", KARI)
    ((row,),) = await post.database.write(lambda db: outbox.claim(db, NOW, 8))

    def work(db: sqlite3.Connection) -> None:
        outbox.replan_reminders(db, KARI, [], NOW)
        outbox.mark(db, row.id, fate=Fate(State.SENT, message_id=5), now=NOW)

    await post.database.write(work)
    assert await post.rows("state", "message_id") == [("sent", 5)]


async def test_silence_puts_back_what_waits_for_its_turn(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "_FEWEST", 8)
    await post.plan(Kind.REMINDER, "a", KARI, OLA)
    await post.start()
    post.pacer._gate.hold(SILENCE)  # noqa: SLF001 - as a 429 about the bot would
    await post.until(lambda states: states == ["planned", "planned"])
    assert await post.rows("attempts") == [(0,), (0,)]
    assert await post.settled() == ["sent", "sent"]
    assert post.pacer.silence == 0


async def test_nothing_is_taken_in_hand_while_telegram_wants_silence(post: Post) -> None:
    post.pacer._gate.hold(HOUR)  # noqa: SLF001 - as a 429 about the bot would
    await post.plan(Kind.REMINDER, "a", KARI)
    await post.start()
    post.sender.wake()
    await asyncio.sleep(0.05)
    await post.stop()
    assert await post.rows("state", "attempts") == [("planned", 0)]


async def test_claim_cut_off_by_a_stop_is_planned_again(post: Post) -> None:
    await post.plan(Kind.REMINDER, "a", KARI)
    claiming = asyncio.Event()
    write = post.database.write

    async def slow(work: Work) -> object:
        result = await write(work)
        if result and isinstance(result, list):
            claiming.set()
            await asyncio.sleep(0.05)
        return result

    post.database.write = slow  # type: ignore[method-assign, assignment]
    await post.start()
    await claiming.wait()
    await post.stop()
    assert await post.rows("state", "attempts") == [("planned", 0)]


async def test_alerts_and_broadcasts_wait_for_quiet_hours_to_end(post: Post) -> None:
    for kind in (Kind.ALERT, Kind.REMINDER, Kind.BROADCAST):
        await post.plan(kind, "1", KARI, expires=NOW + 2 * HOUR)

    def later(at: int, own: str | None) -> int:
        assert own == "22:00-07:00"
        return max(at, NOW + HOUR)

    await post.database.write(lambda db: attendees.set_quiet_hours(db, KARI, "22:00-07:00"))
    await post.start(later)
    await post.until(lambda states: states == ["planned", "sent", "planned"])
    assert await post.rows("due", "expires") == [
        (NOW + HOUR, NOW + 2 * HOUR),
        (NOW, NOW + 2 * HOUR),
        (NOW + HOUR, NOW + 3 * HOUR),
    ]
    post.clock.jump(timedelta(hours=1))
    post.sender.wake()
    assert await post.settled() == ["sent", "sent", "sent"]
