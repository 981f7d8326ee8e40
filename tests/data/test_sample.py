import json
from collections import Counter
from datetime import date, datetime, time
from importlib.resources import files
from itertools import chain, combinations
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from lxml import etree
from PIL import Image

from bot.domain.keys import key
from bot.domain.localised import LANGUAGES
from bot.domain.models import Programme, Session, Thing
from bot.domain.programme import Index

SAMPLE: Final = files("data").joinpath("sample")
PROGRAMME: Final = Programme.model_validate_json(
    SAMPLE.joinpath("programme.json").read_text(encoding="utf-8"), strict=True
)
INDEX: Final = Index(PROGRAMME)
TALKS: Final = [session for session in INDEX.sessions if not INDEX.is_break(session)]
FIRST_DAY: Final = date(2019, 9, 24)

Group = tuple[Thing, ...]
GROUPS: Final[dict[str, Group]] = {
    name: getattr(PROGRAMME, name)
    for name in (
        "sessions", "tracks", "formats", "rooms", "speakers", "audiences", "exhibitors", "stands", "practical",
    )
}  # fmt: skip


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2019, 9, day, hour, minute, tzinfo=ZoneInfo("Europe/Oslo"))


def clashing(one: Session, other: Session) -> bool:
    return INDEX.start(one) < INDEX.end(other) and INDEX.start(other) < INDEX.end(one)


def names(things: Group) -> set[str]:
    return {thing.id for thing in things}


def test_expo_is_nordic_edge_and_a_demonstration() -> None:
    expo = PROGRAMME.expo
    assert (expo.name, expo.timezone, expo.demo) == ("Nordic Edge Expo 2019", "Europe/Oslo", True)
    assert INDEX.days == (FIRST_DAY, date(2019, 9, 25), date(2019, 9, 26))
    assert {INDEX.day(session) for session in PROGRAMME.sessions} == set(INDEX.days)


def test_expo_is_of_the_promised_size() -> None:
    sizes = {name: len(group) for name, group in GROUPS.items()}
    assert sizes == {
        "sessions": 157,
        "tracks": 5,
        "formats": 7,
        "rooms": 9,
        "speakers": 99,
        "audiences": 9,
        "exhibitors": 40,
        "stands": 40,
        "practical": 13,
    }
    assert sum(not kind.is_break for kind in PROGRAMME.formats) == 5


@pytest.mark.parametrize("group", GROUPS.values(), ids=GROUPS)
def test_ids_are_unique_and_are_their_own_keys(group: Group) -> None:
    assert [key(thing.id) for thing in group] == list(dict.fromkeys(thing.id for thing in group))


def test_only_what_is_public_is_not_marked_as_invented() -> None:
    public = {thing.id for thing in chain(*GROUPS.values()) if not thing.demo}
    assert public == names(PROGRAMME.tracks) | {
        "intervju", "paneldebatt", "foredrag", "partnerbors", "interaktiv-sesjon",
        "ordforere", "radmenn", "smartbyansvarlige", "smart-baerekraft-og-demokrati",
        "ks", "doga", "forskningsradet", "innovasjon-norge",
    }  # fmt: skip


def test_every_reference_leads_somewhere() -> None:
    for session in PROGRAMME.sessions:
        assert {session.room, *session.more_rooms} <= names(PROGRAMME.rooms)
        assert {session.track} <= names(PROGRAMME.tracks) | {None}
        assert {session.format} <= names(PROGRAMME.formats) | {None}
        assert set(session.speakers) <= names(PROGRAMME.speakers)
        assert set(session.audiences) <= names(PROGRAMME.audiences)
    assert {stand.room for stand in PROGRAMME.stands} <= names(PROGRAMME.rooms)
    assert {exhibitor.stand for exhibitor in PROGRAMME.exhibitors} == names(PROGRAMME.stands)
    assert set(chain(*(exhibitor.sessions for exhibitor in PROGRAMME.exhibitors))) <= names(PROGRAMME.sessions)
    assert set(chain(*(session.speakers for session in PROGRAMME.sessions))) == names(PROGRAMME.speakers)


def test_nobody_is_in_two_places_and_no_room_is_taken_twice() -> None:
    taken = [
        (one.id, other.id)
        for one, other in combinations(PROGRAMME.sessions, 2)
        if clashing(one, other) and (set(one.rooms) & set(other.rooms) or set(one.speakers) & set(other.speakers))
    ]
    assert taken == []


def test_names_are_in_all_four_languages() -> None:
    localised = [
        *(thing.name for thing in (*PROGRAMME.tracks, *PROGRAMME.formats, *PROGRAMME.rooms, *PROGRAMME.audiences)),
        *(room.directions for room in PROGRAMME.rooms),
        *(text for entry in PROGRAMME.practical for text in (entry.question, entry.answer)),
    ]
    assert {tuple(text) for text in localised} == {LANGUAGES}


def test_no_two_things_are_called_the_same() -> None:
    called = [
        word.casefold()
        for thing in (*PROGRAMME.tracks, *PROGRAMME.formats, *PROGRAMME.rooms, *PROGRAMME.audiences)
        for word in {name.casefold() for name in (*thing.name.values(), *thing.aliases)}
    ]
    assert [word for word, count in Counter(called).items() if count > 1] == []


def test_every_session_has_a_title_an_abstract_and_tags() -> None:
    bare = [session.id for session in PROGRAMME.sessions if not (session.abstract and session.tags)]
    assert bare == []
    texts = Counter(session.abstract for session in PROGRAMME.sessions if session.series is None)
    assert [text for text, count in texts.items() if count > 1] == []


def test_languages_of_the_north_and_a_quarter_english() -> None:
    assert Counter(session.languages for session in TALKS) == {
        ("nb",): 88,
        ("en",): 37,
        ("nb", "en"): 8,
        ("sv",): 4,
        ("da",): 4,
        ("nn",): 2,
        ("fi",): 1,
        ("is",): 1,
    }


def test_every_day_has_a_lunch_at_noon() -> None:
    lunches = [session for session in INDEX.sessions if session.format == "lunsj"]
    assert [(INDEX.start(lunch), INDEX.end(lunch)) for lunch in lunches] == [
        (moment(day, 12), moment(day, 13)) for day in (24, 25, 26)
    ]


def test_first_day_at_two_has_a_choice() -> None:
    starting = INDEX.starting(moment(24, 14), moment(24, 14, 1))
    assert [session.title for session in starting] == [
        "Byen uten kø",
        "Gründeren i rådhuset",
        "Velferdsteknologi med varme hender",
        "The village that built its own broadband",
        "Ung i rådet, gammel i saken",
        "Staden som lyssnar",
    ]
    assert "hvem-eier-dataene" in {session.id for session in INDEX.running(moment(24, 14))}


def test_city_without_queues_is_held_twice() -> None:
    first = INDEX.all_sessions["byen-uten-ko"]
    assert (INDEX.start(first), INDEX.end(first)) == (moment(24, 14), moment(24, 14, 45))
    assert (first.room, first.track, first.format) == ("hovedscenen", "mobilitet", "foredrag")
    assert [INDEX.start(repeat) for repeat in INDEX.repeats(first)] == [moment(25, 11)]
    assert [speaker.name for speaker in PROGRAMME.speakers if "Solheim" in speaker.name] == [
        "Ingrid Solheim",
        "Per Solheim",
    ]


def test_something_runs_and_something_follows_at_twenty_past_eleven() -> None:
    now = moment(24, 11, 20)
    assert len(INDEX.running(now)) == 7
    assert [INDEX.start(session) for session in INDEX.following(now)[:3]] == [moment(24, 11, 30)] * 3


def test_two_evenings_go_on_past_six() -> None:
    evenings = {INDEX.day(s) for s in INDEX.sessions if INDEX.local(INDEX.start(s)).time() >= time(18)}
    assert evenings == {FIRST_DAY, date(2019, 9, 25)}


def test_floor_plan_opens_and_every_room_and_stand_is_on_it() -> None:
    assert PROGRAMME.expo.venue is not None
    with SAMPLE.joinpath(PROGRAMME.expo.venue.plan).open("rb") as file, Image.open(file) as plan:
        plan.load()
        assert (plan.format, plan.size) == ("PNG", (1600, 1000))
    points = [*(room.point for room in PROGRAMME.rooms), *(stand.point for stand in PROGRAMME.stands)]
    assert None not in points
    assert len(set(points)) == len(points)


def test_drawn_plan_names_every_room_and_stand() -> None:
    drawing = etree.fromstring(SAMPLE.joinpath("plan.svg").read_bytes())
    written = {element.text for element in drawing.iter("{http://www.w3.org/2000/svg}text")}
    assert {room.name["nb"] for room in PROGRAMME.rooms} | {stand.label for stand in PROGRAMME.stands} <= written


def test_glossary_rows_are_concepts_of_several_words() -> None:
    rows = json.loads(SAMPLE.joinpath("glossary.json").read_text(encoding="utf-8"))
    assert len(rows) == 166
    assert [row for row in rows if len({word.casefold() for word in row}) != len(row) or len(row) < 2] == []
