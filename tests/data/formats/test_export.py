"""What is written can be read back."""

import csv
import io
import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.models import Expo, Programme, Room, Session, Speaker, Track
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.export import NAMES, write

START = datetime(2027, 5, 5, 8, 0, tzinfo=UTC)

names = st.text("abcæøåÆØÅ éüß'!?+#% 0123", min_size=1, max_size=20).map(
    lambda text: f"Navn {' '.join(word.capitalize() for word in text.split())}"
)
titles = (
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"], exclude_characters="&"), max_size=60)
    .map(lambda text: f"T{unicodedata.normalize('NFC', text)}")
    .filter(lambda text: len(text) > 2)
)


@st.composite
def sessions(draw: st.DrawFn, rooms: list[str], speakers: list[str]) -> list[Session]:
    found = []
    for number, title in enumerate(draw(st.lists(titles, min_size=1, max_size=5, unique=True))):
        start = START + timedelta(minutes=5 * draw(st.integers(0, 500)))
        found.append(
            Session(
                id=f"id-{number}",
                title=title,
                start=start,
                end=start + timedelta(minutes=draw(st.sampled_from([5, 45, 600, 1500]))),
                room=draw(st.sampled_from(rooms)),
                track=draw(st.sampled_from([None, "Mobilitet"])),
                speakers=tuple(draw(st.lists(st.sampled_from(speakers), unique=True))),
            )
        )
    return found


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    rooms = draw(st.lists(names, min_size=1, max_size=3, unique_by=str.casefold))
    speakers = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return Programme(
        expo=Expo(name="Byen", timezone="Europe/Oslo"),
        rooms=tuple(Room(id=room, name={"any": room}) for room in rooms),
        tracks=(Track(id="Mobilitet", name={"any": "Mobilitet"}),),
        speakers=tuple(Speaker(id=speaker, name=speaker) for speaker in speakers),
        sessions=tuple(draw(sessions(rooms, speakers))),
    )


def told(session: Session) -> tuple[object, ...]:
    return (session.id, session.title, session.start, session.end, session.room, session.track, session.speakers)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=30)
@given(programme=programmes())
def test_a_written_programme_reads_back(name: str, programme: Programme) -> None:
    again = read(write(programme, name), timezone="Europe/Oslo").programme
    assert sorted(map(told, again.sessions)) == sorted(map(told, programme.sessions))


def example(**session: object) -> Programme:
    return Programme.model_validate(
        {
            "expo": {"name": "Byen", "timezone": "Europe/Oslo"},
            "rooms": [{"id": "a", "name": {"nb": "Sal A", "en": "Hall A"}}, {"id": "b", "name": "Lab"}],
            "speakers": [{"id": "k", "name": "Kari Nordmann", "role": "rådmann", "organisation": "Eksempel kommune"}],
            "sessions": [{"id": "1", "title": "Tema", "start": START, "room": "a", "speakers": ["k"], **session}],
        }
    )


def test_a_sheet_tells_rooms_speakers_and_cancellation_and_reads_them_back() -> None:
    programme = example(more_rooms=["b"], cancelled=True)
    for name in ("csv", "xlsx"):
        (session,) = (again := read(write(programme, name), timezone="Europe/Oslo").programme).sessions
        (speaker,) = again.speakers
        assert (session.rooms, session.cancelled) == (("Sal A", "Lab"), True)
        assert (speaker.name, speaker.role, speaker.organisation) == ("Kari Nordmann", "rådmann", "Eksempel kommune")


def test_an_unscheduled_session_is_in_sheets_and_json_but_in_no_calendar() -> None:
    programme = example(start=None)
    assert {name: b"Tema" in write(programme, name) for name in NAMES if name != "xlsx"} == {
        "json": True,
        "csv": True,
        "ics": False,
        "xml": False,
    }


def test_a_title_that_looks_like_a_formula_stays_text() -> None:
    programme = example(title='=HYPERLINK("http://example.org")')
    rows = list(csv.reader(io.StringIO(write(programme, "csv").decode("utf-8-sig"))))
    assert rows[1][1] == '\'=HYPERLINK("http://example.org")'
    sheet = load_workbook(io.BytesIO(write(programme, "xlsx"))).worksheets[0]
    assert (sheet["B2"].value, sheet["B2"].data_type) == ('=HYPERLINK("http://example.org")', "s")


def test_a_calendar_has_local_times_and_their_zone() -> None:
    calendar = write(example(end=START + timedelta(hours=1)), "ics").decode()
    assert "DTSTART;TZID=Europe/Oslo:20270505T100000" in calendar
    assert "BEGIN:VTIMEZONE" in calendar


def test_a_schedule_xml_lists_a_night_session_under_the_evening_before() -> None:
    schedule = write(example(start=datetime(2027, 5, 6, 0, 30, tzinfo=UTC)), "xml").decode()
    assert '<day index="1" date="2027-05-05"' in schedule
    assert "<date>2027-05-06T02:30:00+02:00</date>" in schedule


def test_control_characters_do_not_reach_a_file() -> None:
    programme = example(title="A\x0bB\x00C", abstract="én\x1fto")
    for name in NAMES[1:]:
        (session,) = read(write(programme, name), timezone="Europe/Oslo").programme.sessions
        assert session.title == "ABC"


def test_a_format_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(ProgrammeError, match="no format 'pdf' to write; there are json, csv, xlsx, ics, xml"):
        write(example(), "pdf")
