import pytest

from bot.domain.models import Session
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.reading import Reading


def calendar(*events: str, head: str = "PRODID:-//x//y//EN") -> bytes:
    told = "\n".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}\n{told}\nEND:VCALENDAR\n".encode()


def loaded(*events: str, head: str = "PRODID:-//x//y//EN", timezone: str | None = "Europe/Oslo") -> Reading:
    return read(calendar(*events, head=head), timezone=timezone)


def only(reading: Reading) -> Session:
    (session,) = reading.programme.sessions
    return session


def shown(session: Session) -> tuple[str | None, str | None]:
    return (f"{session.start:%d %H:%M %z}" if session.start else None, f"{session.end:%H:%M}" if session.end else None)


@pytest.mark.parametrize(
    ("times", "start_and_end"),
    [
        ("DTSTART:20190924T080000Z\nDTEND:20190924T090000Z", ("24 10:00 +0200", "11:00")),
        ("DTSTART:20190924T100000\nDURATION:PT45M", ("24 10:00 +0200", "10:45")),
        ("DTSTART;TZID=Europe/Helsinki:20190924T110000", ("24 10:00 +0200", None)),
        ("DTSTART;TZID=W. Europe Standard Time:20190924T100000", ("24 10:00 +0200", None)),
        ("DTSTART;TZID=Neverland:20190924T100000", ("24 10:00 +0200", None)),
        ("DTSTART:20190924T080000Z\nDTEND:20190924T070000Z", ("24 10:00 +0200", None)),
        ("DTSTART;VALUE=DATE:20190924\nDTEND;VALUE=DATE:20190925", (None, None)),
        ("DTSTART:tomorrow", (None, None)),
        ("DTSTART:20190924T080000Z\nDTSTART:20190925T080000Z", ("24 10:00 +0200", None)),
    ],
)
def test_a_time_is_read_in_each_of_its_forms(times: str, start_and_end: tuple[str | None, str | None]) -> None:
    head = "PRODID:x\nX-WR-TIMEZONE:Europe/Oslo"
    assert shown(only(loaded(f"UID:1\nSUMMARY:Tema\n{times}", head=head))) == start_and_end


def test_the_calendars_zone_counts_unless_it_is_only_utc() -> None:
    event = "UID:1\nSUMMARY:Tema\nDTSTART:20190924T080000Z"
    told = [
        loaded(event, head=f"PRODID:x\nX-WR-TIMEZONE:{zone}").programme.expo.timezone for zone in ("UTC", "Asia/Tokyo")
    ]
    assert told == ["Europe/Oslo", "Asia/Tokyo"]


def test_an_event_says_place_text_address_and_cancellation() -> None:
    reading = loaded(
        "UID:a@b\nSUMMARY:Tema\\, og mer\nLOCATION: Hall A\nDESCRIPTION:Én.\\nTo &#x3D; to.\nURL:https://example.org/1\n"
        "STATUS:CANCELLED\nCATEGORIES:Mobilitet,Buss\nDTSTART:20190924T080000Z",
        head="PRODID:x\nX-WR-CALNAME:Byen",
    )
    session = only(reading)
    assert (session.id, session.title, session.room, session.abstract) == (
        "a@b",
        "Tema, og mer",
        "Hall A",
        "Én.\nTo = to.",
    )
    assert (session.track, session.tags, session.cancelled) == ("Mobilitet", ("Buss",), True)
    assert (session.url, reading.programme.expo.name) == ("https://example.org/1", "Byen")


@pytest.mark.parametrize(
    ("summary", "title", "speakers"),
    [
        ("Tema - Kari Nordmann, Ola Nordmann", "Tema", ("Kari Nordmann", "Ola Nordmann")),
        ("Buss - bane - Kari Nordmann", "Buss - bane", ("Kari Nordmann",)),
        ("Tema - ", "Tema", ()),
    ],
)
def test_pretalx_writes_speakers_behind_the_title(summary: str, title: str, speakers: tuple[str, ...]) -> None:
    head = "PRODID:-//pretalx//example.org//byen"
    session = only(loaded(f"UID:1\nSUMMARY:{summary}\nDTSTART:20190924T080000Z", head=head))
    assert (session.title, session.speakers) == (title, speakers)


def test_indico_writes_speakers_on_the_first_line() -> None:
    described = "DESCRIPTION:Speakers: Kari Nordmann (KS)\\, Ola Nordmann\\nOm byen."
    reading = loaded(f"UID:1\nSUMMARY:Tema\n{described}\nDTSTART:20190924T080000Z", head="PRODID:-//CERN//INDICO//EN")
    assert [(who.name, who.organisation) for who in reading.programme.speakers] == [
        ("Kari Nordmann", "KS"),
        ("Ola Nordmann", ""),
    ]
    assert only(reading).abstract == "Om byen."


def test_sched_writes_the_kind_as_category_and_the_address_behind_the_room() -> None:
    event = "UID:1\nSUMMARY:Tema\nCATEGORIES:PANEL\nLOCATION:Hall A\\, Torget 1\\, Stavanger\nDTSTART:20190925T013000Z"
    head = "PRODID:-//Sched.com Byen//EN\nX-WR-TIMEZONE:UTC"
    session = only(loaded(event, head=head, timezone="America/Los_Angeles"))
    assert (session.room, session.format, session.track) == ("Hall A", "PANEL", None)
    assert shown(session) == ("24 18:30 -0700", None)


def test_organisers_that_differ_are_the_speakers_and_their_addresses_are_not_kept() -> None:
    event = "UID:{0}\nSUMMARY:Tema {0}\nORGANIZER;CN={1}:MAILTO:x{0}@example.org\nDTSTART:20190924T080000Z"
    reading = loaded(event.format(1, "Kari"), event.format(2, "Ola"))
    assert [session.speakers for session in reading.programme.sessions] == [("Kari",), ("Ola",)]
    assert "example.org" not in reading.programme.model_dump_json()


def test_events_of_one_uid_are_told_apart() -> None:
    reading = loaded(*(f"UID:1\nSUMMARY:Tema {n}\nDTSTART:20190924T080000Z" for n in range(3)))
    assert len({session.id for session in reading.programme.sessions}) == 3


REPEATED = "UID:1\nSUMMARY:Tema\nDTSTART;TZID=Europe/Oslo:20191025T100000\nDTEND;TZID=Europe/Oslo:20191025T104500\n"


@pytest.mark.parametrize(
    ("rule", "held"),
    [
        ("RRULE:FREQ=DAILY;COUNT=3", "25 26 27"),
        ("RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3", "25 27 29"),
        ("RRULE:FREQ=DAILY;UNTIL=20191027", "25 26 27"),
        ("RRULE:FREQ=DAILY;UNTIL=20191027T090000Z", "25 26 27"),
        ("RRULE:FREQ=DAILY;UNTIL=20191027T085959Z", "25 26"),
        ("RRULE:FREQ=DAILY;UNTIL=20191027T100000", "25 26 27"),
        ("RRULE:FREQ=WEEKLY;BYDAY=FR,SU,MO;COUNT=4", "25 27 28 01"),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO;COUNT=3", "25 04 08"),
        ("RRULE:FREQ=DAILY;BYDAY=SA,SU;UNTIL=20191103", "26 27 02 03"),
        ("RRULE:FREQ=DAILY;COUNT=4\nEXDATE;TZID=Europe/Oslo:20191026T100000", "25 27 28"),
        ("RRULE:FREQ=DAILY;COUNT=4\nEXDATE:20191027T090000Z\nEXDATE;VALUE=DATE:20191025", "26 28"),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE:often", "25 26"),
    ],
)
def test_an_event_that_repeats_within_a_month_is_held_each_time(rule: str, held: str) -> None:
    reading = loaded(f"{REPEATED}{rule}")
    sessions = reading.programme.sessions
    assert " ".join(f"{session.start:%d}" for session in sessions if session.start) == held
    assert {f"{session.start:%H:%M}–{session.end:%H:%M}" for session in sessions} == {"10:00–10:45"}
    assert ({session.series for session in sessions}, reading.remarks) == ({"1"}, ())


def test_the_times_an_event_repeats_have_lasting_ids() -> None:
    sessions = loaded(f"{REPEATED}RRULE:FREQ=DAILY;COUNT=3").programme.sessions
    assert [session.id for session in sessions] == ["1", "1-20191026", "1-20191027"]


def test_one_time_of_several_may_be_told_anew() -> None:
    moved = "UID:1\nSUMMARY:Tema\nRECURRENCE-ID;TZID=Europe/Oslo:20191026T100000\nDTSTART:20191026T120000Z"
    sessions = loaded(f"{REPEATED}RRULE:FREQ=DAILY;COUNT=3", moved).programme.sessions
    assert [(session.id, f"{session.start:%d %H:%M}") for session in sessions] == [
        ("1", "25 10:00"),
        ("1-20191027", "27 10:00"),
        ("1-20191026", "26 14:00"),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "RRULE:FREQ=DAILY",
        "RRULE:FREQ=DAILY;COUNT=32",
        "RRULE:FREQ=WEEKLY;UNTIL=20200101",
        "RRULE:FREQ=SECONDLY;COUNT=3",
        "RRULE:FREQ=MONTHLY;BYDAY=1FR;COUNT=2",
        "RRULE:FREQ=WEEKLY;BYDAY=1FR;COUNT=2",
        "RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2",
        "RRULE:FREQ=DAILY;COUNT=0",
        "RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=DAILY;COUNT=3",
        "RRULE:FREQ=DAILY;COUNT=2\nRDATE:20191101T090000Z",
        "RRULE:often",
        "RRULE:FREQ=DAILY;COUNT=32\nEXDATE:often",
    ],
)
def test_any_other_rule_of_repetition_is_remarked_on(rule: str) -> None:
    reading = loaded(f"{REPEATED}{rule}")
    assert shown(only(reading)) == ("25 10:00 +0200", "10:45")
    assert [remark.defect for remark in reading.remarks] == ["repeating"]


def test_a_calendar_in_an_html_comment_is_found() -> None:
    content = b"<!--\n" + calendar("UID:1\nSUMMARY:Tema\nDTSTART:20190924T080000Z") + b"-->\n"
    assert read(content, timezone="Europe/Oslo").format == "ics"


def test_a_calendar_that_is_cut_off_is_refused() -> None:
    with pytest.raises(ProgrammeError, match="cut off: END:VCALENDAR is missing"):
        read(calendar("UID:1\nSUMMARY:Tema")[:-20], timezone="Europe/Oslo")


def test_a_calendar_of_too_many_lines_is_refused() -> None:
    with pytest.raises(ProgrammeError, match="more than 150,000 lines are in it"):
        read(calendar("SUMMARY:a\n" + "X:1\n" * 150_001))
