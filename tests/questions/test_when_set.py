"""Time phrases of the shared set."""

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.questions.tokens import tokenise
from bot.questions.when import find

WHEN = Path(__file__).parents[2] / "../shared/questions/when.jsonl"
DAYS = [date(2019, 9, 24), date(2019, 9, 25), date(2019, 9, 26)]

pytestmark = pytest.mark.skipif(not WHEN.exists(), reason="the shared questions are not beside the checkout")


def _cases() -> list[dict[str, str]]:
    return [json.loads(line) for line in WHEN.read_text(encoding="utf-8").splitlines()]


def _heard(case: dict[str, str]) -> tuple[str | None, str | None]:
    now = datetime.fromisoformat(case["now"]).astimezone(ZoneInfo("Europe/Oslo"))
    time, setting = find(tokenise(case["text"]), now=now, days=DAYS, language=case["lang"])
    interval = time.interval(setting) if time else None
    return (interval.start.isoformat(), interval.end.isoformat()) if interval else (None, None)


def test_when_is_understood_in_97_of_100_questions() -> None:
    cases = _cases()
    wrong = [case["text"] for case in cases if _heard(case) != (case["expected_start"], case["expected_end"])]
    assert len(wrong) <= len(cases) * 0.03, wrong


def test_when_is_none_where_no_time_is_meant() -> None:
    timeless = [case for case in _cases() if case["expected_start"] is None]
    assert [case["text"] for case in timeless if _heard(case) != (None, None)] == []
