import io
import zipfile

import pytest

from data.formats.detect import read
from data.formats.errors import ProgrammeError


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(12))
SCHEDULE = "<schedule><conference><title>{}</title></conference></schedule>"
KNOWN = "what can be read: "
DTD = "it declares a document type (DTD), which a programme never needs; remove that line"

FILES = {
    "nothing": (b"", "the file is empty"),
    "only blanks": (b" \r\n\t", "the file is empty"),
    "too large": (b" " * 20_000_001, "the file is 20 MB; a programme is at most 20 MB"),
    "a billion laughs": (f"<!DOCTYPE s [{ENTITIES}]>{SCHEDULE.format('&a11;')}".encode(), DTD),
    "an external entity": (
        f'<?xml version="1.0"?><!-- <x> --><!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/hostname">]>{SCHEDULE}'.encode(),
        DTD,
    ),
    "an external DTD": (f'<!DOCTYPE schedule SYSTEM "http://localhost/x.dtd">{SCHEDULE}'.encode(), DTD),
    "a DTD in UTF-16": (f"<!DOCTYPE s [{ENTITIES}]>{SCHEDULE}".encode("utf-16"), DTD),
    "deep XML": (b"<schedule>" * 100_000, "line 1: not valid XML: Excessive depth in document: 256"),
    "endless JSON": (
        b"[" + b"1," * 3_000_001 + b"1]",
        "more than 1,000,000 values are in it; no programme has so many",
    ),
    "deep JSON": (b"[" * 1_000_000, "not JSON of a programme: nested too deeply"),
    "deep JSON objects": (b'{"a":' * 1_000_000, "not JSON of a programme: nested too deeply"),
    "half a JSON": (b'{"expo":\n{"name": "x"', "line 2: not valid JSON: Expecting ',' delimiter at column 13"),
    "half an XML": (b"<schedule><conference>", "line 1: not valid XML: Premature end of data in tag conference"),
    "broken UTF-8": (b'{"expo":\n"\xff"}', "line 2: not UTF-8 text: byte 10 cannot be read; save it as UTF-8"),
    "a huge number": (b'{"expo": ' + b"9" * 5000 + b"}", "not JSON of a programme: a number is too long"),
    "not a number": (b'{"schedule": NaN}', "not JSON of a programme: NaN is not a number"),
    "a PDF": (b"%PDF-1.7", f"this is a PDF; {KNOWN}"),
    "a picture": (b"\x89PNG\r\n", f"this is a picture; {KNOWN}"),
    "some words": (b"What is on at 14:00?", f"this is no programme; {KNOWN}"),
    "a web page": (b"<!DOCTYPE html><html><body>Hei</body></html>", f"this is no programme; {KNOWN}"),
    "other JSON": (b'{"schedule": 5}', f"this is JSON without sessions; it holds schedule; {KNOWN}"),
    "a schedule without sessions": (SCHEDULE.encode(), "there is no session with a title in it"),
}

RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CALENDAR = "BEGIN:VCALENDAR\n{}END:VCALENDAR\n"
MANY = "more than 20,000 sessions are in it; no programme has so many"
FILES |= {
    "a zip that blows up": (
        zipped({f"xl/{n}.xml": b"0" * 20_000_000 for n in range(6)}),
        "unpacked it would be more than",
    ),
    "an .xlsx with a DTD": (
        zipped({"xl/workbook.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}),
        DTD,
    ),
    "an .xlsx of cells without end": (
        zipped({"xl/workbook.xml": b"<x>" + b"<a/>" * 500_000 + b"</x>"}),
        "more than 500,000 tags are in it, four a cell; no programme has so many",
    ),
    "an .xlsx of one merged cell": (
        zipped({"xl/workbook.xml": b"<x/>", "xl/a.xml": b'<x><mergeCell ref="A2:XFD1048576"/></x>'}),
        "more than 100,000 merged cells are in it; no programme has so many",
    ),
    "an .xlsx of one sheet many times": (
        zipped({"xl/workbook.xml": b'<x xmlns:r="%s"><sheet r:id="a"/><sheet r:id="a"/></x>' % RELATIONS}),
        "several sheets are in one file",
    ),
    "an .xlsx with nothing in it": (zipped({"xl/workbook.xml": b"<x/>"}), "not a readable .xlsx file"),
    "half a zip": (zipped({"xl/workbook.xml": b"<x/>"})[:50], "the zip or .xlsx file is broken"),
    "another zip": (zipped({"a.txt": b"x"}), "this is a zip file or a document that is no .xlsx sheet"),
    "a table without end": (b"title,room\n" + b"a,b\n" * 60_000, "more than 50,000 rows, 500 columns"),
    "a table without width": (b"title,room\na,b\n" + b"," * 1000, "more than 50,000 rows, 500 columns"),
    "a cell without end": (b"title,room\na,b\n" + b"a" * 1_100_000 + b",b", "row 3: not a readable table"),
    "a calendar without end": (CALENDAR.format("BEGIN:VEVENT\nEND:VEVENT\n" * 20_001).encode(), MANY),
    "calendars in calendars": (CALENDAR.format("BEGIN:VCALENDAR\n" * 10_000).encode(), "not a valid calendar"),
    "a zone of two names": (
        CALENDAR.format("BEGIN:VTIMEZONE\nTZID:A\nTZID:B\nEND:VTIMEZONE\n").encode(),
        "not a valid calendar",
    ),
    "a field no one can read": (
        b'{"expo": {"name": "Byen", "timezone": "Europe/Oslo", "\\u0000\\n\\u202e": 1}}',
        "line 1: expo. : is no field of ours",
    ),
    "speakers without end": (
        b"title,start,speakers\n" + b"".join(b"T,9:00,%s\n" % b";".join([b"Ola"] * 500) for _ in range(201)),
        "more than 100,000 speakers are in it; no programme has so many",
    ),
    "records of all kinds of keys": (
        b"[" + b",".join(b'{"title": "T", "start": "9:00", "k%d": 1}' % n for n in range(600)) + b"]",
        "more than 50,000 rows, 500 columns",
    ),
    "sessions of our own without end": (
        b'{"expo": {"name": "x", "timezone": "Europe/Oslo"}, "sessions": [{}' + b",{}" * 20_000 + b"]}",
        "more than 20,000 sessions are in it; no programme has so many",
    ),
    "faults without end": (
        b'{"expo": {"name": "x", "timezone": "Europe/Oslo"}, "speakers": [{}' + b",{}" * 90_000 + b"]}",
        "line 1: speakers.0.id: is missing",
    ),
    "XML without end": (
        b"<schedule><conference/>" + b"<a/>" * 1_000_000 + b"</schedule>",
        "more than 1,000,000 tags and attributes are in it; no programme has so many",
    ),
    "a line without end": (
        CALENDAR.format(f"BEGIN:VEVENT\nCATEGORIES:a{',a' * 500_000}\nEND:VEVENT\n").encode(),
        "more than 500,000 lines, commas and semicolons are in it; no programme has so many",
    ),
    "a page of scripts without end": (
        b'<html><script type="application/ld+json">' * 100_000,
        f"this is no programme; {KNOWN}",
    ),
}


@pytest.mark.parametrize(("content", "message"), FILES.values(), ids=FILES)
def test_a_hostile_file_is_refused_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(ProgrammeError) as refused:
        read(content, timezone="Europe/Oslo")
    assert str(refused.value)[: len(message)] == message
    assert str(refused.value).isprintable()


def test_an_unknown_format_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ProgrammeError, match=r"no format 'docx'; there are json, schedule\.xml, "):
        read(b"x", format="docx")


def test_a_file_of_another_format_than_the_one_named_is_refused() -> None:
    with pytest.raises(ProgrammeError, match=r"^this is no ics file$"):
        read(b'{"expo": {}}', format="ics")


def test_values_of_the_wrong_kind_are_passed_over() -> None:
    event = (
        b'{"title": "Tema", "date": [], "start": {}, "duration": [1], "persons": [3, null, {"name": []}], "track": 7}'
    )
    days = b'[5, {"rooms": []}, {"rooms": {"A": [null, 3, ' + event + b"]}}]"
    reading = read(b'{"schedule": {"conference": {"days": ' + days + b"}}}", timezone="Europe/Oslo")
    assert [(session.title, session.start, session.track) for session in reading.programme.sessions] == [
        ("Tema", None, "7")
    ]


def test_a_long_text_is_cut_and_a_pattern_in_it_costs_no_more_than_its_length() -> None:
    for part in ("<p", "**", "[a](", "![", "_a ", "&", "<div>"):
        told = '{"schedule": {"conference": {"days": [{"rooms": {"A": [{"title": "T", "abstract": "%s"}]}}]}}}'
        reading = read((told % (part * 200_000)).encode(), timezone="Europe/Oslo")
        assert len(reading.programme.sessions[0].abstract) <= 100_000


def test_halves_of_characters_in_a_page_become_a_mark() -> None:
    page = b'<html><script type="application/ld+json">{"@type": "Event", "name": "By\\ud800en"}</script></html>'
    (session,) = read(page, timezone="Europe/Oslo").programme.sessions
    assert session.title == "By\ufffden"


def test_halves_of_characters_become_a_mark() -> None:
    content = b'{"expo": {"name": "By\\ud800en", "timezone": "Europe/Oslo"}}'
    assert read(content).programme.expo.name == "By\ufffden"


def test_an_id_of_nothing_but_blanks_is_none() -> None:
    content = b'<schedule><day date="2027-05-05"><entry id="&#x2028;"><title>Tema</title></entry></day></schedule>'
    (session,) = read(content, timezone="Europe/Oslo").programme.sessions
    assert session.id == "811e7ac0"


def test_a_moment_whose_year_is_not_believable_everywhere_is_no_time() -> None:
    told = '{"sessions": [{"sessionId": "a", "conferenceId": "b", "title": "Tema", "startTimeZulu": "%s"}]}'
    for moment, start in (("2199-12-31T23:59:59-23:00", None), ("2199-12-31T22:59:59Z", 2199)):
        (session,) = read((told % moment).encode()).programme.sessions
        assert (session.start and session.start.year) == start


def test_a_session_of_many_slots_costs_one_text() -> None:
    slots = ",".join("{}" for _ in range(10_000))
    told = '[{"code": "A", "title": "Tema", "description": "%s", "slots": [%s]}]'
    reading = read((told % ("<p>" * 30_000, slots)).encode(), timezone="Europe/Oslo")
    assert len(reading.programme.sessions) == 10_000


def test_a_speaker_of_many_sessions_costs_one_text() -> None:
    speakers = ",".join('"k"' for _ in range(90_000))
    told = '{"sessions": [{"id": 1, "title": "Tema", "speakers": [%s]}], "rooms": [], "categories": [], "speakers": %s}'
    known = '[{"id": "k", "fullName": "Kari", "bio": "%s"}]' % ("<p>" * 30_000)
    reading = read((told % (speakers, known)).encode(), timezone="Europe/Oslo")
    assert len(reading.programme.speakers) == 1
