"""Known names in questions."""

from collections.abc import Callable

import pytest

from bot.questions.model import Answer

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    "text",
    [
        "når snakker Ingrid Solheim?",
        "ingrid solheim",
        "when does Ingrid speak?",
        "når snakker ingrid solhiem",
        "vad talar Ingrid Solheim om",
        "Ingrid Solheims foredrag",
    ],
)
def test_speaker_is_found_by_any_form_of_the_name(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert (answer.query.intent, answer.query.speakers, [s.id for s in answer.sessions]) == (
        "speaker", ("ingrid",), ["queue"],
    )  # fmt: skip


def test_speaker_is_found_without_nordic_letters(ask: Ask) -> None:
    assert ask("bjorn aerlig-asen").query.speakers == ("bjorn",)


def test_speakers_of_one_surname_are_asked_about(ask: Ask) -> None:
    answer = ask("when does Solheim speak?", "en")
    assert [reading.label for reading in answer.clarify] == ["Ingrid Solheim", "Per Solheim"]
    assert [reading.query.speakers for reading in answer.clarify] == [("ingrid",), ("per",)]


@pytest.mark.parametrize("text", ["when does April Johnson speak?", "when does Jan Eide present?"])
def test_unknown_person_is_no_date_and_no_namesake(ask: Ask, text: str) -> None:
    answer = ask(text, "en")
    assert (answer.query.intent, answer.query.when, answer.query.speakers, answer.sessions) == ("speaker", None, (), ())


@pytest.mark.parametrize(
    ("text", "room"),
    [
        ("what's next in hall 1", "hall-1"),
        ("neste i sal 1", "hall-1"),
        ("hva skjer på hovedscenen", "main"),
        ("main stage tomorrow", "main"),
        ("stora scenen imorgon", "main"),
        ("hva går i k1105", "k"),
        ("K.1.105 på torsdag", "k"),
        ("la fontaine", "k"),
        ("hovedscnen i morgen", "main"),
    ],
)
def test_room_is_found_by_name_number_and_nickname(ask: Ask, text: str, room: str) -> None:
    assert ask(text).query.rooms == (room,)


@pytest.mark.parametrize(
    ("text", "stands"),
    [("hvor er stand 14?", ["st-14"]), ("monter 14", ["st-14"]), ("P2", ["st-p2"]), ("where is booth P2", ["st-p2"])],
)
def test_stand_is_found_by_its_label(ask: Ask, text: str, stands: list[str]) -> None:
    answer = ask(text)
    assert (answer.query.intent, [stand.id for stand in answer.stands]) == ("place", stands)


def test_exhibitor_is_found_by_name_and_by_what_it_offers(ask: Ask) -> None:
    assert [one.id for one in ask("hvor er Glødevarme?").exhibitors] == ["warm"]
    assert [one.id for one in ask("hvem tilbyr fjernvarme?").exhibitors] == ["warm"]
    assert [stand.id for stand in ask("where is Innovasjon Norge", "en").stands] == ["st-p2"]


@pytest.mark.parametrize(
    ("text", "formats"),
    [("paneler i morgen", ("panel",)), ("panels tomorrow", ("panel",)), ("paneldebattene", ("panel",))],
)
def test_format_is_found_in_any_number(ask: Ask, text: str, formats: tuple[str, ...]) -> None:
    assert ask(text).query.formats == formats


def test_month_after_speaks_is_a_person_and_a_language_is_none(ask: Ask) -> None:
    assert ask("når snakker jan?").query.speakers == ("jan",)
    assert ask("talks in french").query.languages == ("fr",)


def test_small_words_are_not_joined_to_a_name(ask: Ask) -> None:
    assert ask("Hvad sker der i morgen?", "da").query.speakers == ()
