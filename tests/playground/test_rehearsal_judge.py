"""The judge of a rehearsal sees each promise that is broken, and excuses only what could not be kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.clock import SimulatedClock
from bot.domain.models import Expo, Programme, Session
from bot.domain.outbox import Kind, State
from bot.domain.programme import Index
from bot.playground.botapi import LocalBotApi
from bot.playground.rehearsal.changes import Edit
from bot.playground.rehearsal.crowd import Memory
from bot.playground.rehearsal.evidence import Evidence
from bot.playground.rehearsal.judge import judge
from bot.playground.rehearsal.record import Record
from bot.playground.rehearsal.watch import Delivery, Watch
from data.ledger import Entry

KARI, OLA = 7, 8
MORNING = datetime(2019, 9, 24, 8, tzinfo=UTC)
START = MORNING + timedelta(hours=4)
DUE = START - timedelta(minutes=15)
SPEED = 60.0


def row(kind: Kind = Kind.REMINDER, **fields: Any) -> Entry:
    about = {"subject": "1", "html": "Hi"} if kind is Kind.BROADCAST else {"subject": "talk", "html": None}
    version = int(START.timestamp()) if kind is Kind.REMINDER else 1
    entry = Entry(
        id=1, kind=kind, chat_id=KARI, version=version, due=int(DUE.timestamp()), expires=int(START.timestamp()),
        state=State.SENT, attempts=1, message_id=5, **about,
    )  # fmt: skip
    return replace(entry, **fields)


def seen(kind: Kind = Kind.REMINDER, **fields: Any) -> Delivery:
    told = ("talk",) if kind is Kind.REMINDER else ()
    text = {Kind.BROADCAST: "📣 Hi", Kind.REMINDER: "⏰ Talk", Kind.ALERT: "Moved"}[kind]
    return replace(Delivery(KARI, 5, DUE, 100.0, kind, text, told), **fields)


def evidence(*entries: Entry, came: tuple[Delivery, ...] = (), **fields: Any) -> Evidence:
    clock = SimulatedClock(MORNING)
    watch = Watch(LocalBotApi(clock), clock)
    watch.unasked = [*came]
    talk = Session(id="talk", title="Talk", start=START, end=START + timedelta(minutes=45))
    programme = Programme(expo=Expo(name="Expo", timezone="Europe/Oslo"), sessions=(talk,))
    memories = {KARI: Memory(), OLA: Memory()}
    end = START + timedelta(hours=6)
    found = Evidence(entries, watch, memories, Index(programme), Record(), end, SPEED, {})
    return replace(found, **fields)


def saved(moment: datetime = MORNING) -> dict[int, Memory]:
    return {KARI: Memory(saved={"talk": moment}), OLA: Memory()}


def test_kept_promise_breaks_nothing() -> None:
    verdict = judge(evidence(row(), came=(seen(),), memories=saved()))
    assert verdict.broken == []
    account = verdict.accounts[Kind.REMINDER]
    assert (account.promised, account.delivered, account.lost) == (1, 1, 0)
    assert verdict.early == [0.0]


@pytest.mark.parametrize("entries", [(), (row(state=State.PLANNED),), (row(state=State.SENDING),), (row(),)])
def test_reminder_that_nobody_saw_is_lost(entries: tuple[Entry, ...]) -> None:
    assert judge(evidence(*entries, memories=saved())).broken == ["1 reminders lost"]


def test_promise_made_too_late_is_none() -> None:
    assert judge(evidence(memories=saved(START - timedelta(minutes=5)))).broken == []


def test_who_blocked_the_bot_is_promised_nothing() -> None:
    memories = saved()
    memories[KARI].blocked.append((MORNING + timedelta(hours=1), None))
    assert judge(evidence(row(state=State.BLOCKED), memories=memories)).broken == []


def test_reminder_after_the_start_is_late() -> None:
    late = seen(moment=START + timedelta(minutes=1))
    assert judge(evidence(row(), came=(late,))).broken == ["1 reminders after the session's start"]


def test_doubled_message_is_excused_by_a_lost_reply_or_a_send_cut_off() -> None:
    twice = (seen(message_id=4), seen())
    told = evidence(row(), came=twice)
    assert judge(told).broken == ["1 messages doubled by kills, with 0 in flight"]
    assert judge(replace(told, doubtful={KARI: 1})).broken == []
    assert judge(replace(told, doubtful={OLA: 1})).broken != []
    assert judge(replace(told, record=Record(in_flight=1))).broken == []


def test_message_of_unknown_fate_that_came_is_not_doubled() -> None:
    verdict = judge(evidence(row(state=State.UNKNOWN, message_id=None), came=(seen(message_id=4),)))
    assert (verdict.broken, verdict.doubled_by_kills, verdict.accounts[Kind.REMINDER].unknown) == ([], 0, 1)


@pytest.mark.parametrize(
    ("record", "broken"),
    [
        (Record(), ["1 messages expired although the bot was up"]),
        (Record(outages=[(DUE - timedelta(minutes=1), DUE + timedelta(minutes=1))]), []),
    ],
)
def test_expired_message_is_excused_while_the_bot_was_down(record: Record, broken: list[str]) -> None:
    assert judge(evidence(row(state=State.EXPIRED, attempts=0), record=record)).broken == broken


def test_broadcast_accounts_for_its_audience_exactly() -> None:
    record = Record(audiences={"📣 Hi": frozenset({KARI, OLA})})
    told = evidence(row(Kind.BROADCAST), came=(seen(Kind.BROADCAST),), record=record)
    assert judge(told).broken == ["a broadcast to 2 accounts for 1, 1 of them others"]
    record.audiences["📣 Hi"] = frozenset({KARI})
    assert judge(told).broken == []


def moved(real: float = 90.0) -> Record:
    return Record(edits=[Edit("talk", START - timedelta(hours=1), DUE - timedelta(minutes=30), real)])


def test_change_that_nobody_was_told_of_is_lost() -> None:
    assert judge(evidence(memories=saved(), record=moved())).broken == ["1 alerts lost", "1 reminders lost"]


def test_change_that_was_told_is_timed() -> None:
    verdict = judge(evidence(row(Kind.ALERT), came=(seen(Kind.ALERT),), record=moved()))
    assert verdict.broken == []
    assert [tuple(one) for one in verdict.tellings] == [(10.0, 10.0, 1)]


def test_reminder_of_the_old_time_once_people_were_told_is_seen() -> None:
    old = row(version=int((START - timedelta(hours=1)).timestamp()), message_id=6)
    came = (seen(Kind.ALERT), seen(message_id=6, real=105.0))
    told = evidence(row(Kind.ALERT), old, came=came, record=moved())
    assert "1 reminders of a time that no longer was" in judge(told).broken


def test_question_without_an_answer_is_seen() -> None:
    told = evidence()
    asked = told.watch.question(KARI)
    assert judge(told).broken == ["1 questions never answered"]
    asked.answers.append(3)
    assert judge(told).broken == []


def test_doubled_answer_is_excused_by_an_update_left_unfinished_or_a_lost_reply() -> None:
    told = evidence()
    told.watch.question(KARI).answers += [3, 4]
    assert judge(told).broken == ["1 answers doubled, where at most 0 were in doubt"]
    assert judge(replace(told, record=Record(in_hand=1))).broken == []
    assert judge(replace(told, doubtful={KARI: 1})).broken == []


def test_question_of_who_blocked_the_bot_needs_no_answer() -> None:
    told = evidence()
    told.watch.question(KARI)
    told.watch.question(OLA)
    told.watch.excuse(KARI)
    assert judge(told).broken == ["1 questions never answered"]
