from datetime import datetime
from typing import Any

import pytest

from bot.domain.models import Programme
from bot.domain.programme import Index
from bot.questions.model import Interval, Query
from bot.texts import texts_in
from handlers.views.understood import language_name, understood

INDEX = Index(
    Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": "a", "name": "Hall A"}, {"id": "b", "name": "R&D"}],
            "tracks": [{"id": "mobility", "name": {"nb": "Mobilitet", "en": "Mobility"}}],
            "formats": [{"id": "panel", "name": {"nb": "panel", "en": "panel"}}],
            "audiences": [{"id": "mayors", "name": {"nb": "ordførere", "en": "mayors"}}],
            "speakers": [{"id": "k", "name": "Kari <K>"}, {"id": "o", "name": "Ola"}],
        }
    )
)
NOW = datetime.fromisoformat("2019-09-24T11:20+02:00")
NOON = Interval(
    start=datetime.fromisoformat("2019-09-24T12:00+02:00"), end=datetime.fromisoformat("2019-09-24T13:00+02:00")
)


@pytest.mark.parametrize(
    ("asked", "line"),
    [
        ({}, ""),
        ({"order": "next"}, "Neste"),
        ({"when": NOON}, "I dag kl. 12:00–13:00"),
        ({"when": NOON, "order": "next"}, "I dag kl. 12:00–13:00"),
        ({"rooms": ("a", "b")}, "Hall A, R&amp;D"),
        ({"rooms": ("gone",)}, ""),
        ({"tracks": ("mobility",), "formats": ("panel",)}, "Mobilitet · panel"),
        ({"speakers": ("k", "gone", "o")}, "Kari &lt;K&gt;, Ola"),
        ({"audiences": ("mayors",)}, "For ordførere"),
        ({"languages": ("en", "nn")}, "På engelsk · på norsk"),
        ({"topic": "<vann>"}, "«&lt;vann&gt;»"),
        ({"longer_than": 30, "shorter_than": 60}, "Lengre enn 30 min · kortere enn 60 min"),
        ({"free": True}, "Uten krasj i agendaen"),
        ({"without_rooms": ("b",), "without_tracks": ("mobility",)}, "Unntatt R&amp;D · unntatt Mobilitet"),
        ({"without_formats": ("panel",), "without_languages": ("sv",)}, "Unntatt panel · unntatt svensk"),
        ({"without_topic": "R&D"}, "Unntatt R&amp;D"),
    ],
)
def test_question_is_summed_up(asked: dict[str, Any], line: str) -> None:
    assert understood(texts_in("nb"), INDEX, Query(language="nb", **asked), NOW) == line


def test_summary_is_in_the_readers_language() -> None:
    query = Query(language="nb", when=NOON, tracks=("mobility",), languages=("nb",), free=True)
    assert understood(texts_in("en"), INDEX, query, NOW) == (
        "Today 12:00–13:00 · Mobility · in Norwegian · free in your agenda"
    )


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [
        ("en", "nb", "Norwegian"),
        ("nb", "nn", "norsk"),
        ("sv", "de", "tyska"),
        ("da", "en", "engelsk"),
        ("en", "xx", "xx"),
    ],
)
def test_language_has_a_name(language: str, code: str, name: str) -> None:
    assert language_name(texts_in(language), code) == name
