"""The programme's own lunch."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.domain.models import Expo, Format, Programme, Session
from bot.domain.programme import Index
from bot.questions.engine import Engine
from bot.questions.model import Answer

NOW = datetime.fromisoformat("2019-09-24T09:00:00+02:00")


def _at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2019-09-24T{clock}:00+02:00")


def _engine(lunch: str) -> Engine:
    rows = [
        ("early", "11:00", "11:30"),
        (lunch, "11:30", "12:30"),
        ("noon", "12:30", "13:00"),
        ("late", "13:15", "14:00"),
    ]
    return Engine(
        Index(
            Programme(
                expo=Expo(name="Expo", timezone="Europe/Oslo"),
                formats=(Format(id="pause", name={"nb": "Pause"}, is_break=True),),
                sessions=tuple(
                    Session(
                        id=title, title=title, start=_at(start), end=_at(end),
                        format="pause" if title == lunch else None,
                    )
                    for title, start, end in rows
                ),
            )
        )
    )  # fmt: skip


def _ids(answer: Answer) -> Sequence[str]:
    return [session.id for session in answer.sessions]


@pytest.mark.parametrize("lunch", ["Lunsj på Torget", "Networking lunch", "Frokost", "Lunsjbuffet"])
def test_lunch_is_the_programmes_own_where_it_has_one(lunch: str) -> None:
    engine = _engine(lunch)
    after, before = (engine.ask(f"hva skjer {word} lunsj", now=NOW, language="nb") for word in ("etter", "før"))
    assert (_ids(after), _ids(before)) == (["noon", "late"], ["early"])
    assert after.query.when is not None
    assert (after.query.when.start, after.when and after.when.start) == (_at("13:00"), _at("12:30"))


def test_lunch_is_from_twelve_to_one_where_the_programme_has_none() -> None:
    engine = _engine("Morgenkaffe")
    assert _ids(engine.ask("what's on after lunch", now=NOW, language="en")) == ["late"]


def test_clock_is_no_lunch() -> None:
    engine = _engine("Lunsj")
    assert _ids(engine.ask("hva skjer etter kl 13", now=NOW, language="nb")) == ["late"]
