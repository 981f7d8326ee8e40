import sqlite3
from datetime import UTC, datetime

import pytest

from bot.domain.outbox import Fate, Kind, Row, State
from bot.domain.reminders import Reminder
from data import attendees, broadcasts, outbox, reminders
from data.database import Database
from data.reminders import Wanted

KARI, OLA = 7, 8
NOON = 43_200


@pytest.fixture(autouse=True)
async def met(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        attendees.meet(db, KARI, "nb", 0)
        attendees.meet(db, OLA, "en", 0)

    await database.write(work)


def reminder(session_id: str, start: int, due: int | None) -> Reminder:
    moments = [None if one is None else datetime.fromtimestamp(one, UTC) for one in (start, due)]
    assert moments[0]
    return Reminder(session_id, moments[0], moments[1])


def remind(db: sqlite3.Connection, *reminders: Reminder, now: int = 0, chat_id: int = KARI) -> None:
    outbox.replan_reminders(db, chat_id, reminders, now)


def tell(
    db: sqlite3.Connection, subject: str = "1", *, due: int = 0, expires: int = 9 * NOON, chat_id: int = KARI
) -> None:
    outbox.plan(db, Kind.BROADCAST, chat_id, subject, version=0, due=due, expires=expires)


def planned(db: sqlite3.Connection, chat_id: int = KARI) -> list[tuple[str, int]]:
    return [(subject, due) for _, subject, due, state in outbox.of_chat(db, chat_id) if state is State.PLANNED]


def states(db: sqlite3.Connection, chat_id: int = KARI) -> list[tuple[str, str]]:
    return [(subject, state) for _, subject, _, state in outbox.of_chat(db, chat_id)]


def claim(db: sqlite3.Connection, limit: int = 8, now: int = 100) -> list[Row]:
    return [row for parcel in outbox.claim(db, now, limit) for row in parcel]


def sent(number: int = 1) -> Fate:
    return Fate(State.SENT, message_id=number)


async def test_planning_again_changes_nothing(database: Database) -> None:
    wanted = [reminder("a", NOON, NOON - 900), reminder("b", NOON, NOON - 900)]
    for _ in range(2):
        await database.write(lambda db: remind(db, *wanted))
    assert await database.read(planned) == [("a", NOON - 900), ("b", NOON - 900)]
    assert await database.read(lambda db: planned(db, OLA)) == []


async def test_replanning_moves_and_withdraws_what_is_planned(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[str, int]]:
        remind(db, reminder("lead", NOON, NOON - 900), reminder("start", NOON, NOON - 900), reminder("off", NOON, 1))
        remind(db, reminder("lead", NOON, NOON - 300), reminder("start", 2 * NOON, 2 * NOON - 900))
        return planned(db)

    assert await database.write(work) == [("lead", NOON - 300), ("start", 2 * NOON - 900)]


async def test_replanning_leaves_what_was_sent_and_cancels_what_is_in_hand_and_unwanted(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[str, str]]:
        remind(db, reminder("sent", NOON, 1), reminder("sending", NOON, 2))
        for row in claim(db, now=2)[:1]:
            outbox.mark(db, row.id, sent(), 2)
        remind(db, reminder("sent", NOON, 5), reminder("sending", NOON, 5), now=2)
        remind(db, now=3)
        return states(db)

    assert await database.write(work) == [("sent", "sent"), ("sending", "cancelled")]


async def test_replanning_leaves_a_due_reminder_to_its_turn_while_its_session_is_wanted(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[list[tuple[str, int]]]:
        remind(db, reminder("a", NOON, 100), reminder("b", NOON, 100))
        remind(db, reminder("a", NOON, 200), reminder("b", NOON, None), now=100)
        first = planned(db)
        remind(db, reminder("a", 2 * NOON, 300), now=100)
        return [first, planned(db)]

    assert await database.write(work) == [[("a", 100), ("b", 100)], [("a", 300)]]


async def test_reminder_missed_before_planning_anew_is_remembered_as_expired(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[str, str]]:
        remind(db, reminder("a", NOON, 100), reminder("b", NOON, 100))
        remind(db, now=NOON)
        reminders.replan(db, [Wanted("b", None)], lambda _start, _lead: None, NOON)
        claim(db, now=NOON)
        return states(db)

    assert await database.write(work) == [("a", "expired"), ("b", "expired")]


async def test_reminder_too_late_to_plan_is_not_planned(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[str, int]]:
        remind(db, reminder("a", NOON, None), now=NOON - 60)
        return planned(db)

    assert await database.write(work) == []


async def test_reminders_of_who_returns_are_planned_again(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[str, int]]:
        remind(db, reminder("a", NOON, 100))
        outbox.settle_blocked(db, KARI, "Forbidden: bot was blocked by the user")
        remind(db, reminder("a", NOON, 200), now=150)
        return planned(db)

    assert await database.write(work) == [("a", 200)]


async def test_most_urgent_rows_are_claimed_first(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[str]:
        for chat_id in range(10, 14):
            attendees.meet(db, chat_id, "nb", 0)
        tell(db, "old broadcast", due=1)
        tell(db, "later broadcast", due=5)
        remind(db, reminder("late", NOON, 20), chat_id=10)
        remind(db, reminder("soon", NOON, 10), chat_id=11)
        remind(db, reminder("sooner", NOON - 1, 10), chat_id=12)
        remind(db, reminder("future", NOON, 101), chat_id=13)
        return [row.subject for limit in (2, 2, 8) for row in claim(db, limit)]

    assert await database.write(work) == ["sooner", "soon", "late", "old broadcast", "later broadcast"]


async def test_reminders_due_to_one_chat_share_a_parcel_and_broadcasts_do_not(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[list[str]]:
        remind(db, reminder("a", NOON, 10), reminder("b", NOON, 20), reminder("future", NOON, 101))
        tell(db, "1")
        tell(db, "2")
        remind(db, reminder("a", NOON, 15), chat_id=OLA)
        return [[row.subject for row in parcel] for parcel in outbox.claim(db, 100, 8)]

    assert await database.write(work) == [["a", "b"], ["a"], ["1"], ["2"]]


async def test_claimed_row_carries_what_its_message_needs(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[Row]:
        number = broadcasts.begin(db, 1, "Hei <b>alle</b>", 0)
        tell(db, str(number), due=10, expires=NOON, chat_id=OLA)
        remind(db, reminder("a", NOON, 20))
        return claim(db)

    first, second = await database.write(work)
    assert (first.kind, first.chat_id, first.subject, first.version) == (Kind.REMINDER, KARI, "a", NOON)
    assert (first.due, first.expires, first.attempts, first.language) == (20, NOON, 0, "nb")
    assert (second.kind, second.chat_id, second.subject, second.html) == (Kind.BROADCAST, OLA, "1", "Hei <b>alle</b>")
    assert (second.due, second.expires, second.attempts, second.language) == (10, NOON, 0, "en")


async def test_what_is_too_late_expires_unclaimed(database: Database) -> None:
    def work(db: sqlite3.Connection) -> tuple[list[Row], list[tuple[str, str]]]:
        remind(db, reminder("a", 100, 10))
        return claim(db), states(db)

    assert await database.write(work) == ([], [("a", "expired")])


async def test_send_put_back_is_claimed_again_with_its_attempts(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[int, int]]:
        remind(db, reminder("a", NOON, 10))
        seen = []
        for attempts in (1, 1, 2):
            (row,) = claim(db)
            seen.append((row.id, row.attempts))
            outbox.put_back(db, row.id, attempts=attempts, reason="no reply")
        return seen

    assert await database.write(work) == [(1, 0), (1, 1), (1, 1)]


@pytest.mark.parametrize("kind", [Kind.ALERT, Kind.BROADCAST])
async def test_what_was_tried_in_vain_goes_after_its_equals(database: Database, kind: Kind) -> None:
    def work(db: sqlite3.Connection) -> bool:
        for chat_id, due in ((KARI, 0), (OLA, 0), (KARI, 1)):
            outbox.plan(db, kind, chat_id, str(due), version=1, due=due, expires=NOON + due)
        [first] = claim(db, 1, now=0)
        outbox.put_back(db, first.id, attempts=1, reason="")
        return [row.chat_id == first.chat_id for row in claim(db, now=0)] == [False, True]

    assert await database.write(work)


async def test_rows_left_in_the_middle_are_found(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[int, int]]:
        remind(db, reminder("a", NOON, 10), reminder("b", NOON, 10), reminder("c", NOON, 10))
        outbox.mark(db, claim(db)[0].id, sent(), 100)
        return outbox.stranded(db)

    assert await database.write(work) == [(2, 1), (3, 1)]


async def test_marking_needs_a_claim(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[tuple[str, str]]:
        remind(db, reminder("a", NOON, 10))
        outbox.mark(db, 1, sent(), 100)
        return states(db)

    assert await database.write(work) == [("a", "planned")]


async def test_sent_row_tells_when_and_as_which_message(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[dict[str, object]]:
        remind(db, reminder("a", NOON, 10), reminder("b", NOON, 11))
        first, second = claim(db)
        outbox.mark(db, first.id, sent(55), 100)
        outbox.mark(db, second.id, Fate(State.FAILED, "Chat not found"), 100)
        return [dict(row) for row in db.execute("SELECT state, sent_at, message_id, reason FROM outbox ORDER BY id")]

    assert await database.write(work) == [
        {"state": "sent", "sent_at": 100, "message_id": 55, "reason": ""},
        {"state": "failed", "sent_at": None, "message_id": None, "reason": "Chat not found"},
    ]


async def test_ledger_adds_up_to_all_that_were_planned(database: Database) -> None:
    def work(db: sqlite3.Connection) -> tuple[int, dict[State, int]]:
        for chat_id in range(10, 20):
            attendees.meet(db, chat_id, "nb", 0)
            tell(db, chat_id=chat_id)
        tell(db, "2")
        outcomes = [sent(), Fate(State.BLOCKED), Fate(State.FAILED, "Chat not found"), Fate(State.UNKNOWN)]
        for row, fate in zip(claim(db, 5), outcomes, strict=False):
            outbox.mark(db, row.id, fate, 100)
        outbox.settle_blocked(db, 15, "blocked")
        return outbox.cancel(db, Kind.BROADCAST, "1"), outbox.ledger(db, Kind.BROADCAST, "1")

    cancelled, counts = await database.write(work)
    assert cancelled == 4
    assert counts == {
        State.SENT: 1,
        State.BLOCKED: 2,
        State.FAILED: 1,
        State.UNKNOWN: 1,
        State.SENDING: 1,
        State.CANCELLED: 4,
    }


async def test_next_due_is_the_earliest_of_any_kind(database: Database) -> None:
    assert await database.read(outbox.next_due) is None

    def work(db: sqlite3.Connection) -> list[int | None]:
        remind(db, reminder("a", NOON, 300))
        tell(db, due=200)
        tell(db, due=400, chat_id=OLA)
        return [outbox.next_due(db), *(outbox.next_planned(db, Kind.BROADCAST, subject) for subject in ("1", "2"))]

    assert await database.write(work) == [200, 200, None]


async def test_forgetting_a_person_keeps_a_broadcasts_sum(database: Database) -> None:
    def work(db: sqlite3.Connection) -> None:
        tell(db, "sent")
        tell(db, "waits", due=200)
        remind(db, reminder("a", NOON, 10))
        tell(db, "sent", chat_id=OLA)
        for row in claim(db):
            outbox.mark(db, row.id, sent(), 100)
        outbox.forget(db, KARI)
        attendees.forget(db, KARI)

    await database.write(work)
    kinds = ((Kind.BROADCAST, "sent"), (Kind.BROADCAST, "waits"), (Kind.REMINDER, "a"))
    assert await database.read(lambda db: [outbox.ledger(db, *one) for one in kinds]) == [
        {State.SENT: 2},
        {State.CANCELLED: 1},
        {},
    ]
    assert await database.read(states) == []


async def test_forgetting_a_person_ends_what_was_being_sent_to_them(database: Database) -> None:
    def work(db: sqlite3.Connection) -> tuple[dict[State, int], int | None]:
        tell(db)
        (row,) = claim(db)
        outbox.forget(db, KARI)
        attendees.forget(db, KARI)
        outbox.put_back(db, row.id, attempts=0, reason="Too Many Requests")
        return outbox.ledger(db, Kind.BROADCAST, "1"), outbox.next_due(db)

    assert await database.write(work) == ({State.CANCELLED: 1}, None)


async def test_forgetting_everybody_leaves_nothing_to_send(database: Database) -> None:
    def work(db: sqlite3.Connection) -> tuple[dict[State, int], int | None]:
        tell(db)
        for row in claim(db):
            outbox.mark(db, row.id, sent(), 100)
        tell(db, "2")
        remind(db, reminder("a", NOON, 10), chat_id=OLA)
        outbox.forget_all(db)
        attendees.forget_all(db)
        return outbox.ledger(db, Kind.BROADCAST, "1"), outbox.next_due(db)

    assert await database.write(work) == ({State.SENT: 1}, None)


@pytest.mark.parametrize(
    "query",
    ["due", "urgent", "bursts", "due_to_chat", "expire", "next_due", "settle_blocked", "forget", "of_chat"],
)
async def test_no_query_reads_the_whole_outbox(database: Database, query: str) -> None:
    sql: str = getattr(outbox._sql, query).sql  # noqa: SLF001 - the very statement that runs
    names = dict.fromkeys(("kind", "now", "until", "limit", "chat_id", "reason"), 1)
    plan = await database.read(lambda db: db.execute(f"EXPLAIN QUERY PLAN {sql}", names).fetchall())
    assert [row["detail"] for row in plan if row["detail"].startswith(("SCAN o", "SCAN outbox"))] == []


async def test_number_of_a_row_never_comes_back(database: Database) -> None:
    def work(db: sqlite3.Connection) -> list[int]:
        remind(db, reminder("a", NOON, 10))
        (first,) = claim(db)
        outbox.forget(db, KARI)
        tell(db)
        (second,) = claim(db)
        return [first.id, second.id]

    assert await database.write(work) == [1, 2]
