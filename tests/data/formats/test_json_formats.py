"""The JSON of conference tools and of web pages."""

import io
import json
import zipfile
from collections.abc import Mapping

import pytest

from bot.domain.models import Session
from data.formats.detect import read
from data.formats.reading import Reading

OSLO = "Europe/Oslo"


def loaded(data: object, mapping: Mapping[str, str] | None = None, timezone: str = OSLO) -> Reading:
    return read(json.dumps(data).encode(), timezone=timezone, mapping=mapping)


def when(session: Session) -> str:
    start = f"{session.start:%d.%m. %H:%M}" if session.start else "–"
    return f"{start}–{session.end:%H:%M}" if session.end else start


def lines(reading: Reading) -> list[str]:
    return [f"{when(session)} {session.title}" for session in reading.programme.sessions]


def sessionize(*sessions: Mapping[str, object]) -> dict[str, object]:
    asked = "Which track does your session best fit into?"
    return {
        "sessions": sessions,
        "speakers": [{"id": "u-1", "fullName": "Kari Nordmann", "tagLine": "Rådmann", "bio": "Om.", "sessions": [1]}],
        "questions": [],
        "categories": [
            {"title": asked, "type": "session", "items": [{"id": 10, "name": "Mobilitet"}]},
            {"title": "Level", "type": "session", "items": [{"id": 20, "name": "Nybegynner"}]},
            {"title": "Språk", "type": "session", "items": [{"id": 30, "name": "Norsk"}]},
        ],
        "rooms": [{"id": 7, "name": "Hall A (150)"}],
    }


def test_sessionize_joins_speakers_rooms_and_the_organisers_questions() -> None:
    told = {
        "id": "1",
        "title": "Tema",
        "startsAt": "2027-05-05T10:00:00",
        "endsAt": "2027-05-05T10:45:00",
        "roomId": 7,
        "speakers": ["u-1"],
        "categoryItems": [10, 20, 30],
        "status": "Accepted",
    }
    reading = loaded(sessionize(told, {**told, "id": "2", "status": "Declined"}))
    (session,) = reading.programme.sessions
    assert (when(session), session.room, session.track) == ("05.05. 10:00–10:45", "7", "Mobilitet")
    assert (session.tags, session.languages, session.speakers) == (("Nybegynner",), ("nb",), ("u-1",))
    assert reading.programme.speakers[0].role == "Rådmann"
    assert [str(remark) for remark in reading.remarks] == ["1 not accepted or confirmed, left out (first: session 2)"]


def test_a_question_of_sessionize_is_mapped_where_its_words_mislead() -> None:
    told = {"id": "1", "title": "Tema", "categoryItems": [10, 20]}
    (session,) = loaded(
        sessionize(told), mapping={"Level": "track", "Which track does your session best fit into?": "tag"}
    ).programme.sessions
    assert (session.track, session.tags) == ("Nybegynner", ("Mobilitet",))


@pytest.mark.parametrize(
    ("start", "shown"), [("2027-05-05T08:00:00Z", "05.05. 10:00"), ("2027-05-05T10:00:00", "05.05. 10:00")]
)
def test_sessionize_writes_utc_or_local_time(start: str, shown: str) -> None:
    (session,) = loaded(sessionize({"id": "1", "title": "Tema", "startsAt": start})).programme.sessions
    assert when(session) == shown


def test_a_grid_of_sessionize_has_each_session_once() -> None:
    plenum = {"id": "p", "title": "Åpning", "startsAt": "2027-05-05T09:00:00", "endsAt": None, "isPlenumSession": True}
    talk = {"id": "1", "title": "Tema", "startsAt": "2027-05-05T09:30:00", "speakers": [{"id": "u", "name": "Kari"}]}
    rooms = [{"id": 1, "name": "Hall A", "sessions": [plenum, talk]}, {"id": 2, "name": "Hall B", "sessions": [plenum]}]
    slots = [{"slotStart": "09:00:00", "rooms": [{"id": 1, "session": plenum}]}]
    reading = loaded([{"date": "2027-05-05T00:00:00", "rooms": rooms, "timeSlots": slots}])
    assert lines(reading) == ["05.05. 09:00–09:30 Åpning", "05.05. 09:30 Tema"]
    assert reading.programme.sessions[0].rooms == ("1", "2")
    assert reading.programme.sessions[1].speakers == ("u",)


def submission(**fields: object) -> dict[str, object]:
    return {
        "code": "ABCDEF",
        "title": "Tema",
        "state": "confirmed",
        "submission_type": {"en": "Talk", "nb": "Foredrag"},
        **fields,
    }


def test_an_old_talk_of_pretalx_has_one_slot_and_names_by_language() -> None:
    slot = {
        "room_id": 3,
        "room": {"en": "Hall A", "nb": "Sal A"},
        "start": "2027-05-05T10:00:00+02:00",
        "end": "2027-05-05T10:30:00+02:00",
    }
    told = submission(
        slot=slot,
        submission_type_id=8,
        content_locale="nb",
        speakers=[{"code": "K", "name": "Kari", "email": "k@example.org"}],
    )
    programme = loaded([told]).programme
    (session,) = programme.sessions
    assert (session.id, when(session), session.languages, session.speakers) == (
        "ABCDEF",
        "05.05. 10:00–10:30",
        ("nb",),
        ("K",),
    )
    assert [(room.id, room.name) for room in programme.rooms] == [("3", {"en": "Hall A", "nb": "Sal A"})]
    assert [(kind.id, kind.name) for kind in programme.formats] == [("8", {"en": "Talk", "nb": "Foredrag"})]
    assert "example.org" not in programme.model_dump_json()


def test_a_submission_of_pretalx_with_several_slots_is_a_series() -> None:
    room = {"id": 12, "name": {"en": "Lab"}, "capacity": 30}
    slots = [{"id": n, "room": room, "start": f"2027-05-0{n}T10:00:00+02:00", "end": None} for n in (5, 6)]
    told = submission(
        slots=slots,
        duration=90,
        submission_type={"id": 1, "name": {"en": "Workshop"}},
        track={"id": 2, "name": {"en": "Mobility"}},
    )
    reading = loaded({"count": 1, "next": None, "results": [told]})
    assert lines(reading) == ["05.05. 10:00–11:30 Tema", "06.05. 10:00–11:30 Tema"]
    assert [(session.id, session.series) for session in reading.programme.sessions] == [
        ("ABCDEF-5", "ABCDEF"),
        ("ABCDEF-6", "ABCDEF"),
    ]
    assert (reading.programme.rooms[0].capacity, reading.programme.tracks[0].name) == (30, {"en": "Mobility"})


def test_submissions_of_pretalx_are_found_however_a_site_nests_them() -> None:
    nested = {
        "schedule": {"2027-05-05": {"540": {"1": submission(slot=None)}}},
        "sprints": {"2027-05-04": {"1": submission(code="X")}},
    }
    assert [session.id for session in loaded(nested).programme.sessions] == ["ABCDEF"]


def test_only_accepted_submissions_count() -> None:
    states = ["submitted", "accepted", "confirmed", "rejected", "canceled", "withdrawn"]
    reading = loaded([submission(code=state, state=state) for state in states])
    assert [session.id for session in reading.programme.sessions] == ["accepted", "confirmed"]


def test_schedule2_refers_to_rooms_tracks_and_persons() -> None:
    conference = {
        "title": "Byen",
        "time_zone_name": OSLO,
        "rooms": [{"name": "Hall A", "guid": "r-1", "slug": "hall-a", "capacity": 80}],
        "tracks": [{"name": "Mobilitet", "slug": "mob", "guid": "t-1"}],
        "days": [{"date": "2027-05-05"}],
    }
    talk = {
        "guid": "g-1",
        "type": "TALK",
        "title": {"nb": "Tema"},
        "start": "2027-05-05T10:00:00+02:00",
        "end": "2027-05-05T10:45:00+02:00",
        "room": {"guid": "r-1"},
        "track": {"slug": "mob"},
        "participants": [{"guid": "p-1", "role": "SPEAKER"}],
    }
    pause = {"guid": "g-2", "type": "BREAK", "title": "Mat", "start": "2027-05-05T11:00:00+02:00"}
    persons = [{"guid": "p-1", "name": "Kari", "biography": "Om."}]
    programme = loaded({"schedule": {"conference": conference, "events": [talk, pause], "persons": persons}}).programme
    session = programme.sessions[0]
    assert (session.title, session.room, session.track, session.speakers) == ("Tema", "r-1", "mob", ("p-1",))
    assert (programme.speakers[0].name, programme.rooms[0].capacity) == ("Kari", 80)
    assert [kind.is_break for kind in programme.formats] == [False, True]


def moment(time: str, day: str = "2027-05-05") -> dict[str, str]:
    return {"date": day, "time": time, "tz": OSLO}


def test_a_timetable_of_indico_holds_contributions_in_blocks_and_a_block_past_midnight_once() -> None:
    talk = {
        "entryType": "Contribution",
        "title": "Tema",
        "startDate": moment("23:30:00"),
        "endDate": moment("00:30:00", "2027-05-06"),
    }
    speaker = {"firstName": "Kari", "familyName": "Nordmann", "affiliation": "KS", "emailHash": "abc"}
    block = {
        "entryType": "Session",
        "title": "Mobilitet",
        "entries": {"c1": {**talk, "presenters": [speaker], "room": "Hall A"}},
    }
    pause = {"entryType": "Break", "title": "Mat", "startDate": moment("12:00:00"), "endDate": moment("13:00:00")}
    days = {"20270505": {"s1": block, "b1": pause}, "20270506": {"s1": block}}
    reading = loaded({"_type": "HTTPAPIResult", "results": {"7": days}}, timezone="America/New_York")
    assert lines(reading) == ["05.05. 23:30–00:30 Tema", "05.05. 12:00–13:00 Mat"]
    session = reading.programme.sessions[0]
    assert (session.id, session.track, session.room, session.speakers) == (
        "c1",
        "Mobilitet",
        "Hall A",
        ("Kari Nordmann",),
    )
    assert reading.programme.expo.timezone == OSLO


def test_an_event_of_indico_has_unscheduled_contributions_too() -> None:
    talks = [
        {"id": "0", "title": "Tema", "startDate": None},
        {"id": 1, "title": "Mer", "startDate": moment("10:00:00"), "endDate": moment("10:20:00")},
    ]
    event = {"_type": "Conference", "title": "Byen", "timezone": OSLO, "contributions": talks}
    assert lines(loaded({"_type": "HTTPAPIResult", "results": [event]})) == ["– Tema", "05.05. 10:00–10:20 Mer"]


OPEN_EVENT = {
    "id": 1,
    "title": "Tema",
    "state": "accepted",
    "short_abstract": "<p>Kort</p>",
    "start_time": "2027-05-05T10:00:00+08:00",
    "end_time": "2027-05-05T10:25:00+08:00",
    "microlocation": {"id": 5, "name": "Hall A"},
    "track": {"id": 6, "name": "Mobilitet"},
    "session_type": {"id": 7, "name": "Talk", "length": "00:10"},
    "speakers": [{"id": 9, "name": "Kari"}],
}


def test_open_events_sessions_follow_their_own_offset_where_the_setting_contradicts_it() -> None:
    reading = loaded([OPEN_EVENT, {**OPEN_EVENT, "id": 2, "state": "rejected"}])
    assert lines(reading) == ["05.05. 10:00–10:25 Tema"]
    assert reading.programme.expo.timezone == "Etc/GMT-8"
    assert loaded([OPEN_EVENT], timezone="Asia/Singapore").programme.expo.timezone == "Asia/Singapore"


def test_the_zip_of_open_event_is_put_together() -> None:
    told = {
        "id": 1,
        "title": "Tema",
        "state": "accepted",
        "starts_at": "2027-05-05T10:00:00+08:00",
        "track_id": 6,
        "microlocation_id": 5,
        "speaker_ids": [9],
    }
    parts = {
        "sessions": [told],
        "event": {"name": "Byen", "timezone": "Asia/Singapore"},
        "tracks": [{"id": 6, "name": "Mobilitet"}],
        "microlocations": [{"id": 5, "name": "Hall A"}],
        "speakers": [{"id": 9, "name": "Kari", "email": "k@example.org", "mobile": "900"}],
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, json.dumps(part))
    programme = read(file.getvalue()).programme
    (session,) = programme.sessions
    assert (programme.expo.name, session.track, session.room, session.speakers) == ("Byen", "6", "5", ("9",))
    assert "example.org" not in programme.model_dump_json()


def test_javabins_sessions_go_by_zulu_time_and_are_in_norwegian() -> None:
    told = {
        "sessionId": "a",
        "conferenceId": "b",
        "title": "Tema",
        "format": "lightning-talk",
        "language": "no",
        "startTime": "2016-09-08T09:00",
        "startTimeZulu": "2016-09-08T07:00Z",
        "length": "10",
        "keywords": ["buss, bane"],
        "speakers": [{"name": " Kari "}],
    }
    reading = loaded({"sessions": [told]}, timezone="Europe/London")
    (session,) = reading.programme.sessions
    assert (when(session), session.languages, session.tags) == ("08.09. 09:00–09:10", ("nb",), ("buss", "bane"))
    assert (session.speakers, session.format) == (("Kari",), "Lightning talk")


def test_europythons_event_is_in_several_rooms() -> None:
    event = {
        "code": "A",
        "title": "Åpning",
        "start": "2027-05-05T08:00:00+00:00",
        "duration": 60,
        "rooms": ["Hall A", "Hall B"],
        "event_type": "session",
    }
    (session,) = loaded({"days": {"2027-05-05": {"rooms": [], "events": [event]}}}).programme.sessions
    assert (when(session), session.rooms) == ("05.05. 10:00–11:00", ("Hall A", "Hall B"))


def test_europythons_old_xml_has_minutes_and_rooms_in_one_string() -> None:
    entry = (
        "<entry id='1'><start>930</start><duration>30</duration><room>C01, B05/B06</room><title>Frokost</title></entry>"
    )
    content = f"<schedule><day date='2014-07-21'>{entry}{entry.replace('930', '1030')}</day></schedule>"
    reading = read(content.encode(), timezone=OSLO)
    assert lines(reading) == ["21.07. 09:30–10:00 Frokost", "21.07. 10:30–11:00 Frokost"]
    assert reading.programme.sessions[0].rooms == ("C01", "B05/B06")


EVENT = {
    "@type": "EducationEvent",
    "@id": "https://example.org/1",
    "name": "Tema &amp; mer",
    "startDate": "2027-05-05T10:00:00+02:00",
    "duration": "PT45M",
    "location": {"@type": "Place", "name": "Hall A"},
    "performer": [{"@type": "Person", "name": "Kari", "jobTitle": "Rådmann", "worksFor": {"name": "KS"}}],
    "inLanguage": "nb-NO",
    "eventStatus": "https://schema.org/EventCancelled",
}


def test_a_conference_in_json_ld_has_its_sessions_as_sub_events() -> None:
    whole = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Byen",
        "startDate": "2027-05-05",
        "endDate": "2027-05-06",
        "subEvent": [EVENT],
    }
    reading = loaded(whole)
    (session,) = reading.programme.sessions
    assert (session.title, when(session), session.room, session.cancelled) == (
        "Tema & mer",
        "05.05. 10:00–10:45",
        "Hall A",
        True,
    )
    assert (session.languages, reading.programme.expo.name) == (("nb",), "Byen")
    assert [(who.name, who.role, who.organisation) for who in reading.programme.speakers] == [("Kari", "Rådmann", "KS")]


def test_events_in_the_scripts_of_a_page_are_read_though_their_json_is_sloppy() -> None:
    event = json.dumps({**EVENT, "superEvent": {"@type": "Event", "name": "Byen"}})
    script = f'<script type="application/ld+json">{event[:-1]},\n}}</script>'
    page = f"<!DOCTYPE html><html><head>{script}{script}</head><body>Hei</body></html>"
    reading = read(page.encode(), timezone=OSLO)
    assert (reading.format, reading.programme.expo.name) == ("jsonld", "Byen")
    assert lines(reading) == ["05.05. 10:00–10:45 Tema & mer"]


def test_a_home_made_list_is_read_like_a_sheet() -> None:
    told = {
        "id": 7,
        "titel": "Tema",
        "startTime": "2027-05-05T10:00:00",
        "endTime": "2027-05-05T11:00:00",
        "plats": "Hall A",
        "språk": "Svenska and English",
        "speakers": ["Kari Nordmann, rådmann, KS", {"name": "Ola Nordmann", "company": "NHO"}],
        "email": "k@example.org",
    }
    for data in ([told], {"events": [told]}):
        reading = loaded(data)
        (session,) = reading.programme.sessions
        assert (reading.format, session.id, when(session), session.room) == (
            "records",
            "7",
            "05.05. 10:00–11:00",
            "Hall A",
        )
        assert session.languages == ("sv", "en")
        assert [(who.name, who.organisation) for who in reading.programme.speakers] == [
            ("Kari Nordmann", "KS"),
            ("Ola Nordmann", "NHO"),
        ]
        assert "example.org" not in reading.programme.model_dump_json()


def test_other_json_is_refused_with_what_it_holds() -> None:
    with pytest.raises(
        ValueError, match="this is JSON without sessions; it holds name, biography; what can be read: json"
    ):
        loaded([{"name": "Kari", "biography": "Om."}])
