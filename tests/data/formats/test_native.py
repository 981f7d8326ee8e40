import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.models import Programme
from bot.domain.programme import Index
from data.formats import native
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.schema import FILE, schema

PAGE = Path(__file__).parents[3] / "docs" / "programme-format.md"
EXPO = {"name": "Byen", "timezone": "Europe/Oslo"}


def file(**parts: object) -> bytes:
    return json.dumps({"expo": EXPO, **parts}, indent=1).encode()


def refusal(content: bytes) -> str:
    with pytest.raises(ProgrammeError) as refused:
        read(content)
    return str(refused.value)


def example() -> bytes:
    found = re.search(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1].encode()


def test_the_pages_example_is_a_programme() -> None:
    reading = read(example())
    assert (reading.format, reading.remarks) == ("json", ())
    index = Index(reading.programme)
    assert [(session.title, f"{session.start:%d %H:%M %z}") for session in index.sessions] == [
        ("Busser som venter på deg", "05 10:00 +0200"),
        ("Lunsj", "05 11:30 +0200"),
        ("Bygg en holdeplass", "05 13:00 +0200"),
        ("Bygg en holdeplass", "06 09:00 +0200"),
    ]
    assert [index.is_break(session) for session in index.sessions] == [False, True, False, False]


def test_the_schema_in_docs_is_current() -> None:
    assert FILE.read_text(encoding="utf-8") == schema()


def test_a_written_programme_reads_back_the_same() -> None:
    programme = read(example()).programme
    assert read(native.write(programme)).programme == programme


def test_a_written_programme_lists_unscheduled_sessions_with_every_field() -> None:
    written = json.loads(native.write(read(example()).programme))
    later = written["sessions"][-1]
    assert (later["id"], later["start"], later["room"]) == ("later", None, None)
    assert written["rooms"][0]["name"] == "Hall A"
    assert written["sessions"][0]["start"] == "2027-05-05T10:00:00+02:00"


def test_the_setting_is_the_zone_where_the_file_names_none() -> None:
    content = json.dumps({"expo": {"name": "Byen"}, "sessions": []}).encode()
    assert read(content, timezone="Europe/Helsinki").programme.expo.timezone == "Europe/Helsinki"
    assert refusal(content) == "line 1: expo.timezone: is missing"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"sessions": [{"id": "a", "title": "A", "room": "x"}]},
            "line 10: sessions.0.room: there is no room 'x'",
        ),
        (
            {"sessions": [{"id": "a", "title": "A", "speakers": ["x"]}]},
            "line 11: sessions.0.speakers.0: there is no speaker 'x'",
        ),
        (
            {"sessions": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]},
            "line 12: sessions.1.id: 'a' is the id of another session already",
        ),
        ({"sessions": [{"id": "a"}]}, "line 7: sessions.0.title: is missing"),
        ({"sessions": [{"id": "a", "title": "A", "rom": "x"}]}, "line 10: sessions.0.rom: is no field of ours"),
        (
            {"sessions": [{"id": "a", "title": "A", "start": "2027-05-05"}]},
            'line 10: sessions.0.start: needs a date and a time of day, such as "2027-05-05T09:00"',
        ),
        (
            {"sessions": [{"id": "a", "title": "A", "start": "9999-05-05T10:00"}]},
            "line 10: sessions.0.start: the year 9999 cannot be right",
        ),
        (
            {"sessions": [{"id": "a", "title": "A", "start": "2027-05-05T10:00", "end": "2027-05-05T09:00"}]},
            "line 11: sessions.0.end: it ends before it starts",
        ),
        ({"rooms": 5}, "line 6: rooms: must be a list in [ ]"),
        (
            {"exhibitors": [{"id": "a", "name": "A", "stand": "B"}]},
            "line 10: exhibitors.0.stand: there is no stand 'B'",
        ),
    ],
)
def test_a_fault_is_refused_in_one_line_with_its_place(parts: dict[str, object], message: str) -> None:
    assert refusal(file(**parts)) == message


def test_a_misspelt_time_zone_is_refused() -> None:
    content = json.dumps({"expo": {"name": "Byen", "timezone": "Europe/Olso"}}).encode()
    assert refusal(content) == "line 1: expo.timezone: 'Europe/Olso' is not an IANA time zone such as Europe/Oslo"


words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(str.strip).filter(bool)


@settings(max_examples=50, deadline=None)
@given(title=words, name=words, tags=st.lists(words, max_size=3))
def test_any_text_survives_writing_and_reading(title: str, name: str, tags: list[str]) -> None:
    programme = Programme.model_validate(
        {"expo": EXPO | {"name": name}, "sessions": [{"id": "a", "title": title, "tags": tags}]}
    )
    assert read(native.write(programme)).programme == programme
