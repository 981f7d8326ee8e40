import pytest

from data.formats.detect import read
from data.formats.errors import ProgrammeError

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


@pytest.mark.parametrize(("content", "message"), FILES.values(), ids=FILES)
def test_a_hostile_file_is_refused_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(ProgrammeError) as refused:
        read(content, timezone="Europe/Oslo")
    assert str(refused.value)[: len(message)] == message
    assert "\n" not in str(refused.value)


def test_an_unknown_format_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(ProgrammeError, match=r"no format 'docx'; there are json, schedule\.xml, "):
        read(b"x", format="docx")


def test_values_of_the_wrong_kind_are_passed_over() -> None:
    event = (
        b'{"title": "Tema", "date": [], "start": {}, "duration": [1], "persons": [3, null, {"name": []}], "track": 7}'
    )
    days = b'[5, {"rooms": []}, {"rooms": {"A": [null, 3, ' + event + b"]}}]"
    reading = read(b'{"schedule": {"conference": {"days": ' + days + b"}}}", timezone="Europe/Oslo")
    assert [(session.title, session.start, session.track) for session in reading.programme.sessions] == [
        ("Tema", None, "7")
    ]
