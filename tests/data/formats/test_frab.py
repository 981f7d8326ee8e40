import json
from datetime import UTC, datetime

import pytest

from bot.domain.models import Programme, Session
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.formats.reading import Reading

HEAD = "<conference><title>Byen</title><time_zone_name>Europe/Oslo</time_zone_name>{}</conference>"


def xml(events: str, *, conference: str = "", day: str = 'date="2019-09-24"', room: str = 'name="Hall A"') -> bytes:
    head = HEAD.format(conference)
    return f'<schedule>{head}<day index="1" {day}><room {room}>{events}</room></day></schedule>'.encode()


def event(content: str, attributes: str = 'id="1"') -> str:
    return f"<event {attributes}><title>Tema</title>{content}</event>"


def only(reading: Reading) -> Session:
    (session,) = reading.programme.sessions
    return session


def shown(session: Session) -> str:
    assert session.start
    return f"{session.start:%d %H:%M %z}" + (f" to {session.end:%d %H:%M}" if session.end else "")


def remarks(reading: Reading) -> list[str]:
    return [str(remark) for remark in reading.remarks]


def test_an_event_becomes_a_session_with_all_it_says() -> None:
    reading = read(
        xml(
            """<event id="7" guid="g-7" code="ABCDEF"><date>2019-09-24T10:00:00+02:00</date><start>10:00</start>
            <duration>00:45</duration><room>Hall A</room><title>Folk &amp;amp; by</title><subtitle>Nå</subtitle>
            <track>Mobilitet</track><type>Talk</type><language>no</language><url>https://example.org/7</url>
            <abstract>&lt;p&gt;Kort.&lt;/p&gt;</abstract><description>Lengre.</description>
            <persons><person id="3">Kari Nordmann</person><person id="4">Ola Nordmann</person></persons></event>"""
        )
    )
    session = only(reading)
    assert session == Session(
        id="g-7",
        title="Folk & by",
        subtitle="Nå",
        abstract="Kort.\n\nLengre.",
        start=datetime(2019, 9, 24, 8, 0, tzinfo=UTC),
        end=datetime(2019, 9, 24, 8, 45, tzinfo=UTC),
        room="Hall A",
        track="Mobilitet",
        format="Talk",
        languages=("nb",),
        speakers=("3", "4"),
        url="https://example.org/7",
    )
    assert [(speaker.id, speaker.name) for speaker in reading.programme.speakers] == [
        ("3", "Kari Nordmann"),
        ("4", "Ola Nordmann"),
    ]
    assert (reading.format, reading.remarks) == ("schedule.xml", ())


def test_a_file_without_dates_gets_them_from_the_day_and_its_change() -> None:
    fosdem = "<day_change>09:00:00</day_change>"
    early = xml(event("<start>08:30</start><duration>00:30</duration>"), conference=fosdem)
    assert shown(only(read(early))) == "25 08:30 +0200 to 25 09:00"
    late = xml(event("<start>23:30</start><duration>01:30</duration>"), conference=fosdem)
    assert shown(only(read(late))) == "24 23:30 +0200 to 25 01:00"


def test_a_day_ends_when_the_file_says_or_at_four() -> None:
    night = event("<start>03:30</start>")
    assert shown(only(read(xml(night)))) == "25 03:30 +0200"
    day = 'date="2019-09-24" start="2019-09-24T09:30:00+02:00" end="2019-09-25T03:00:00+02:00"'
    assert shown(only(read(xml(night, day=day)))) == "24 03:30 +0200"


def test_a_date_with_an_offset_beats_the_day_it_is_listed_under() -> None:
    moment = "<date>2019-09-25T01:00:00+02:00</date><start>01:00</start>"
    assert shown(only(read(xml(event(moment))))) == "25 01:00 +0200"


def test_an_offset_beats_the_declared_zone_and_is_remarked_on() -> None:
    reading = read(xml(event("<date>2019-09-24T10:00:00+01:00</date>")))
    assert shown(only(reading)) == "24 11:00 +0200"
    assert remarks(reading) == [
        "1 whose offset is not the declared zone's; the offset is believed (first: day 1, room Hall A, event 1)"
    ]


@pytest.mark.parametrize(
    ("duration", "end"),
    [
        ("00:30", "24 10:30"),
        ("0:30", "24 10:30"),
        ("45", "24 10:45"),
        ("120:30", "29 10:30"),
        ("1:02:00", "25 12:00"),
        ("01:02:00", "24 11:02"),
        ("00:25:00", "24 10:25"),
        ("-1:30", None),
        ("135.0:00", None),
        ("", None),
        ("00:00", None),
    ],
)
def test_a_duration_is_read_in_each_of_its_spellings(duration: str, end: str | None) -> None:
    session = only(read(xml(event(f"<start>10:00</start><duration>{duration}</duration>"))))
    assert (f"{session.end:%d %H:%M}" if session.end else None) == end


def test_an_end_nobody_tells_is_taken_from_what_is_next_in_the_room() -> None:
    reading = read(xml(event("<start>10:00</start>") + event("<start>10:50</start>", 'id="2"')))
    assert [(shown(session), session.end_estimated) for session in reading.programme.sessions] == [
        ("24 10:00 +0200 to 24 10:50", True),
        ("24 10:50 +0200", False),
    ]
    assert remarks(reading) == [
        "1 without an end, taken from what is next in the room (first: day 1, room Hall A, event 1)"
    ]


def test_a_repeated_hour_in_october_is_counted_right() -> None:
    moments = "<date>2019-10-27T02:30:00+02:00</date><duration>01:00</duration>"
    session = only(read(xml(event(moments), day='date="2019-10-27"')))
    assert shown(session) == "27 02:30 +0200 to 27 02:30"
    assert str(session.duration) == "1:00:00"


@pytest.mark.parametrize(
    ("language", "codes"),
    [
        ("de, en", ("de", "en")),
        ("en-GB", ("en",)),
        ("no", ("nb",)),
        ("nn_NO", ("nn",)),
        ("Svenska and English", ("sv", "en")),
        ("", ()),
        ("klingon", ()),
    ],
)
def test_languages_become_codes(language: str, codes: tuple[str, ...]) -> None:
    assert only(read(xml(event(f"<language>{language}</language>")))).languages == codes


def test_one_pretalx_code_in_several_slots_is_a_series() -> None:
    slots = event("", 'guid="a" code="ABCDEF"') + event("", 'guid="b" code="ABCDEF"') + event("", 'guid="c" code="X"')
    assert [(session.id, session.series) for session in read(xml(slots)).programme.sessions] == [
        ("a", "ABCDEF"),
        ("b", "ABCDEF"),
        ("c", None),
    ]


def test_a_shared_id_is_told_apart_and_stays_the_same_at_the_next_import() -> None:
    content = xml(event("<start>10:00</start>") + event("<start>11:00</start>"))
    reading = read(content)
    first, second = reading.programme.sessions
    assert first.id != second.id
    assert (first.series, second.series) == ("1", "1")
    assert read(content).programme == reading.programme
    assert "2 with an id others have too" in remarks(reading)[1]


def test_a_break_is_told_by_its_title_or_type() -> None:
    titles = ["Lunsj", "Coffee break", "Kaffepause", "Break the internet", "Lunch talk on budgets"]
    events = "".join(f'<event id="{n}"><title>{title}</title></event>' for n, title in enumerate(titles))
    programme = read(xml(events + event("<type>Pause</type>", 'id="p"'))).programme
    breaks = {kind.id for kind in programme.formats if kind.is_break}
    assert [session.title for session in programme.sessions if session.format in breaks] == [*titles[:3], "Tema"]


def rooms(*names: str) -> Programme:
    parts = [event("", f'id="{name}"').replace("</title>", f"</title><room>{name}</room>") for name in names]
    return read(xml("".join(parts))).programme


def test_a_room_keeps_its_name_and_is_also_called_by_each_part_of_it() -> None:
    programme = rooms("UD2.120 (Chavanne)", "Scene (liten)", "Scene (stor)", "Bord (3)")
    assert [(room.id, room.name, room.aliases) for room in programme.rooms] == [
        ("UD2.120 (Chavanne)", {"any": "UD2.120 (Chavanne)"}, ("UD2.120", "Chavanne")),
        ("Scene (liten)", {"any": "Scene (liten)"}, ("liten",)),
        ("Scene (stor)", {"any": "Scene (stor)"}, ("stor",)),
        ("Bord (3)", {"any": "Bord (3)"}, ("Bord",)),
    ]


def test_a_room_without_sessions_is_left_out_and_one_with_a_guid_has_it_as_id() -> None:
    content = xml(event(""), room='name="Hall A" guid="g-1"').replace(b"</day>", b'<room name="Hall B"/></day>')
    assert [room.id for room in read(content).programme.rooms] == ["g-1"]


def test_events_that_stand_under_the_day_have_their_room_in_them() -> None:
    content = xml("").replace(b"</day>", event("<room>Janson</room><start>10:00</start>").encode() + b"</day>")
    assert [(session.room, shown(session)) for session in read(content).programme.sessions] == [
        ("Janson", "24 10:00 +0200")
    ]


def test_an_event_without_a_title_or_with_an_unreadable_start_does_not_stop_the_rest() -> None:
    reading = read(xml('<event id="1"/>' + event("<date>tomorrow-ish at ten</date><start>ten</start>", 'id="2"')))
    assert [(session.id, session.start) for session in reading.programme.sessions] == [("2", None)]
    assert remarks(reading) == [
        "1 with a time that cannot be read (first: day 1, room Hall A, event 2)",
        "1 without a title, left out (first: day 1, room Hall A, event 1)",
        "1 without a start, kept as unscheduled (first: day 1, room Hall A, event 2)",
    ]


def test_a_file_without_zone_or_setting_is_refused() -> None:
    content = xml(event("<start>10:00</start>")).replace(b"Europe/Oslo", b"")
    with pytest.raises(ProgrammeError, match="names no time zone"):
        read(content)
    assert read(content, timezone="Europe/Brussels").programme.expo.timezone == "Europe/Brussels"


def test_a_zone_nobody_knows_is_remarked_on_and_the_setting_used() -> None:
    reading = read(xml(event("<start>10:00</start>")).replace(b"Europe/Oslo", b"CEST"), timezone="Europe/Brussels")
    assert reading.programme.expo.timezone == "Europe/Brussels"
    assert remarks(reading) == ["1 time zone names nobody knows; the setting is used (first: CEST)"]


@pytest.mark.parametrize(
    ("offsets", "setting", "zone"),
    [
        (("+02:00", "+02:00"), "Europe/Oslo", "Europe/Oslo"),
        (("+02:00", "+02:00"), None, "Etc/GMT-2"),
        (("+09:00", "+09:00"), "Europe/Oslo", "Etc/GMT-9"),
        (("-07:00", "-07:00"), None, "Etc/GMT+7"),
        (("Z", "Z"), "Europe/Oslo", "Europe/Oslo"),
        (("Z", "Z"), None, "UTC"),
        (("+08:00", "+09:00"), "Europe/Oslo", "Europe/Oslo"),
    ],
)
def test_the_zone_follows_the_setting_unless_the_offsets_contradict_it(
    offsets: tuple[str, str], setting: str | None, zone: str
) -> None:
    events = "".join(event(f"<date>2019-09-24T10:00:00{offset}</date>", f'id="{offset}"') for offset in offsets)
    content = xml(events).replace(b"Europe/Oslo", b"")
    assert read(content, timezone=setting).programme.expo.timezone == zone


def schedule(**conference: object) -> bytes:
    return json.dumps({"schedule": {"conference": {"title": "Byen", **conference}}}).encode()


def test_a_json_schedule_reads_like_the_xml_one() -> None:
    told = {
        "guid": "g-7",
        "title": "Tema",
        "date": "2019-09-24T10:00:00+02:00",
        "duration": "00:45",
        "room": "Hall A",
        "track": None,
        "language": "nb",
        "abstract": "**Kort** og [mer](https://example.org/x).\r\n\r\n- punkt",
        "persons": [{"code": "AAAAAA", "public_name": "Kari Nordmann", "biography": "Rådmann.", "answers": [1]}],
        "answers": [{"answer": "+47 900 00 000"}],
    }
    days = [{"index": 1, "date": "2019-09-24", "rooms": {"Hall A": [told]}}]
    content = schedule(days=days, time_zone_name="Europe/Oslo", rooms=[{"name": "Hall A", "guid": "r", "capacity": 80}])
    programme = read(content).programme
    (session,) = programme.sessions
    assert shown(session) == "24 10:00 +0200 to 24 10:45"
    assert session.abstract == "Kort og mer (https://example.org/x).\n\n• punkt"
    assert (session.room, session.track, session.speakers) == ("r", None, ("AAAAAA",))
    assert (programme.rooms[0].capacity, programme.speakers[0].biography) == (80, {"any": "Rådmann."})
    assert "900 00" not in programme.model_dump_json()


def test_a_room_that_stands_twice_in_a_json_day_loses_nothing() -> None:
    one, two = '[{"id": 1, "title": "A"}]', '[{"id": 2, "title": "B"}]'
    rooms = f'{{"Hall A": {one}, "Hall A": {two}}}'
    day = f'{{"date": "2019-09-24", "rooms": {rooms}}}'
    content = f'{{"schedule": {{"conference": {{"time_zone_name": "Europe/Oslo", "days": [{day}]}}}}}}'
    assert [session.title for session in read(content.encode()).programme.sessions] == ["A", "B"]
