"""Topics."""

from bot.questions.glossary import Glossary
from bot.questions.topics import Topics

DOCUMENTS = [
    ("Smarte byer trenger varme hoder", "Om innbyggere."),
    ("Bærekraftige bygg", ""),
    ("Energilagring i havna", "Batterier og strøm."),
    ("Byen som smartby", ""),
    ("Open source security", "Kernel hardening."),
    ("AI i kommunen", "Kunstig intelligens for saksbehandlere."),
]
GLOSSARY = [["bærekraft", "sustainability", "bærekraftig"], ["ai", "kunstig intelligens", "artificial intelligence"]]
TOPICS = Topics(DOCUMENTS, Glossary(GLOSSARY))


def _found(topic: str, language: str = "nb") -> list[int]:
    scores = TOPICS.search(topic, language)
    return sorted(scores, key=lambda position: (-scores[position], position))


def test_search_finds_inflections_and_compounds() -> None:
    assert _found("bygget") == [1]
    assert _found("energi") == [2]
    assert _found("lagring") == [2]


def test_search_finds_what_is_written_as_one_word_or_two() -> None:
    assert _found("smartby") == [0, 3]
    assert _found("smart by") == [0, 3]


def test_search_puts_titles_before_abstracts() -> None:
    assert _found("kommunen") == [5]
    assert TOPICS.search("saksbehandler", "nb") == {5: 1}
    assert TOPICS.search("kommune", "nb") == {5: 3}


def test_search_crosses_languages_by_the_glossary() -> None:
    assert _found("sustainability", "en") == [1]
    assert _found("artificial intelligence", "en") == [5]


def test_search_finds_through_slips_and_without_marks() -> None:
    assert _found("securty", "en") == [4]
    assert _found("baerekraftig") == [1]


def test_search_keeps_english_verbs_and_longer_words_apart() -> None:
    topics = Topics(
        [("Training models", ""), ("Constrained devices", ""), ("Trains", "")], Glossary([["trains", "tog"]])
    )
    assert (topics.search("trains", "en"), topics.search("tog", "nb")) == ({2: 3}, {2: 2})


def test_search_wants_all_words_of_a_topic_and_either_side_of_an_or() -> None:
    assert _found("open energy", "en") == []
    assert _found("bygg og energi") == [1, 2]


def test_search_finds_nothing_for_a_topic_that_is_not_there() -> None:
    assert _found("kvantefysikk") == []
    assert _found("") == []


def test_search_keeps_other_words_of_the_same_root_apart() -> None:
    topics = Topics(
        [("Politikk", "Politikere."), ("Politiarbeid", ""), ("A policy", ""), ("Kommunikasjon", "")],
        Glossary([["politi", "police"]]),
    )
    assert (topics.search("politiet", "nb"), topics.search("politi", "sv")) == ({1: 2}, {1: 2})
    assert topics.search("police", "en") == {1: 2}
    assert topics.search("kommuner", "nb") == {}


def test_search_knows_the_glossarys_words_inflected() -> None:
    topics = Topics([("Charging the electric car", "")], Glossary([["elbil", "electric car"]]))
    assert topics.search("elbilene", "nb") == {0: 2}
    assert topics.search("elbilens", "sv") == {0: 2}
