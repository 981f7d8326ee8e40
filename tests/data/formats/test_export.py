"""What is written can be read back."""

import csv
import io
import unicodedata
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from bot.domain.models import Expo, Format, Programme, Room, Session, Speaker, Track
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
words = st.text("abcæøå0123456789ÆØÅ:;.,=@'\"!?/%()", min_size=1, max_size=12)
texts = st.lists(st.lists(words, min_size=1, max_size=8).map(" ".join), max_size=4, unique=True).map("\n\n".join)
roles = st.sampled_from(["", "ordfører", "rådmann og møteleder", "PhD, professor"])
organisations = st.sampled_from(["", "Eksempel kommune", "Havn AS"])


@st.composite
def sessions(draw: st.DrawFn, rooms: list[str], speakers: list[str]) -> list[Session]:
    found = []
    for number, title in enumerate(draw(st.lists(titles, min_size=1, max_size=5, unique=True))):
        start = START + timedelta(minutes=5 * draw(st.integers(0, 500)))
        places = draw(st.lists(st.sampled_from(rooms), min_size=1, max_size=2, unique=True))
        found.append(
            Session(
                id=f"{draw(st.sampled_from(['id', '=1', 'å/b', '-']))}-{number}",
                title=title,
                subtitle=draw(st.sampled_from(["", "Under, over"])),
                abstract=draw(texts),
                start=start,
                end=start + timedelta(minutes=draw(st.sampled_from([5, 45, 600, 1500]))),
                room=places[0],
                more_rooms=tuple(places[1:]),
                track=draw(st.sampled_from([None, "Mobilitet, og mer"])),
                format=draw(st.sampled_from([None, "Panel, kort"])),
                languages=tuple(draw(st.lists(st.sampled_from(["nb", "nn", "en", "fi"]), unique=True))),
                speakers=tuple(draw(st.lists(st.sampled_from(speakers), unique=True))),
                tags=tuple(draw(st.sampled_from([[], ["By"], ["Hav", "By og land"]]))),
                url=draw(st.sampled_from(["", "https://example.org/a?b=1&c=2,3"])),
                cancelled=draw(st.booleans()),
            )
        )
    return found


@st.composite
def programmes(draw: st.DrawFn) -> Programme:
    rooms = draw(st.lists(names, min_size=2, max_size=3, unique_by=str.casefold))
    speakers = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return Programme(
        expo=Expo(name="Byen", timezone="Europe/Oslo"),
        rooms=tuple(Room(id=room, name={"any": room}) for room in rooms),
        tracks=(Track(id="Mobilitet, og mer", name={"any": "Mobilitet, og mer"}),),
        formats=(Format(id="Panel, kort", name={"any": "Panel, kort"}),),
        speakers=tuple(
            Speaker(id=speaker, name=speaker, role=draw(roles), organisation=draw(organisations))
            for speaker in speakers
        ),
        sessions=tuple(draw(sessions(rooms, speakers))),
    )


def told(programme: Programme, *, cancelled: bool) -> list[Session]:
    """Its sessions by id; schedule.xml says nothing of cancelled ones."""
    return sorted((one for one in programme.sessions if cancelled or not one.cancelled), key=lambda one: one.id)


def heard(programme: Programme, *, cancelled: bool) -> list[Speaker]:
    used = {speaker for session in told(programme, cancelled=cancelled) for speaker in session.speakers}
    return sorted((one for one in programme.speakers if one.id in used), key=lambda one: one.id)


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("text", [".", "-", "N/A", "none", "'quoted"])
def test_text_that_a_sheet_takes_for_nothing_is_read_back(name: str, text: str) -> None:
    session = Session(id="1", title=text, subtitle=text, abstract=text, start=START)
    programme = Programme(expo=Expo(name="Byen", timezone="Europe/Oslo"), sessions=(session,))
    again = read(write(programme, name), timezone="Europe/Oslo").programme.sessions[0]
    assert (again.title, again.subtitle, again.abstract) == (text, text, text)


@settings(deadline=None, max_examples=20)
@given(programme=programmes())
def test_our_own_format_loses_nothing(programme: Programme) -> None:
    assert read(write(programme, "json")).programme == programme


@pytest.mark.parametrize("name", NAMES[1:])
@settings(deadline=None, max_examples=20)
@given(programme=programmes())
def test_a_written_programme_reads_back(name: str, programme: Programme) -> None:
    cancelled = name != "xml"
    assume(told(programme, cancelled=cancelled))
    again = read(write(programme, name), timezone="Europe/Oslo").programme
    assert told(again, cancelled=True) == told(programme, cancelled=cancelled)
    assert heard(again, cancelled=True) == heard(programme, cancelled=cancelled)


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_reads_back(name: str) -> None:
    """Its rooms, tracks and speakers have ids, which the other formats tell by their names."""
    programme = Programme.model_validate_json((files("data") / "sample" / "programme.json").read_bytes())
    again = read(write(programme, name), timezone="Europe/Oslo").programme
    assert seen(again) == seen(programme)


def seen(programme: Programme) -> list[Session]:
    """The sessions with names for ids, by id."""
    groups = (programme.rooms, programme.tracks, programme.formats)
    named = {one.id: next(iter(one.name.values())) for group in groups for one in group}
    speakers = {one.id: one.name for one in programme.speakers}
    return sorted(
        (
            one.model_copy(
                update={
                    "room": named.get(one.room or ""),
                    "more_rooms": tuple(named[room] for room in one.more_rooms),
                    "track": named.get(one.track or ""),
                    "format": named.get(one.format or ""),
                    "speakers": tuple(speakers[speaker] for speaker in one.speakers),
                    "audiences": (),
                    "demo": False,
                }
            )
            for one in programme.sessions
        ),
        key=lambda one: one.id,
    )


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


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("title", ["N/A", "-", "None"])
def test_a_title_that_looks_like_nothing_is_one_all_the_same(name: str, title: str) -> None:
    (session,) = read(write(example(title=title, id="na"), name), timezone="Europe/Oslo").programme.sessions
    assert (session.title, session.id) == (title, "na")


def test_a_long_name_of_a_series_is_cut() -> None:
    sheet = f"title,start,repeat of\nTema,2027-05-05 10:00,{'x' * 300}\n".encode()
    (session,) = read(sheet, timezone="Europe/Oslo").programme.sessions
    assert len(session.series or "") < 200


@pytest.mark.parametrize("name", ["csv", "xlsx"])
@pytest.mark.parametrize("text", ["'", "''", "=1", "'=1", "''=1", "-", "'-", "'-a", "na", "'NA", "'tis"])
def test_what_sheets_take_for_something_else_reads_back(name: str, text: str) -> None:
    session = Session(id=f"{text}i", title=f"{text}t", abstract=f"{text}a\nb", subtitle=f"{text}s", start=START)
    programme = Programme(expo=Expo(name="Byen", timezone="Europe/Oslo"), sessions=(session,))
    (again,) = read(write(programme, name), timezone="Europe/Oslo").programme.sessions
    assert (again.id, again.title, again.subtitle) == (session.id, session.title, session.subtitle)
