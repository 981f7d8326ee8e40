"""Whole answers."""

from collections.abc import Callable
from datetime import datetime

import pytest

from bot.questions.engine import Engine
from bot.questions.model import Answer

Ask = Callable[..., Answer]


def _ids(answer: Answer) -> list[str]:
    return [session.id for session in answer.sessions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hva skjer kl 14?", ["queue", "data"]),
        ("what's on at 12:15", ["lunch"]),
        ("hva skjer etter lunsj", ["data", "queue", "sensors"]),
        ("hva skjer mellom 14 og 15:30", ["data", "queue", "sensors"]),
        ("hva skjer i morgen", ["trains", "power"]),
        ("hva skjer nå i sal 1", ["bus"]),
        ("hva er neste", ["data"]),
        ("what's next on the main stage", ["queue"]),
        ("first session tomorrow", ["trains"]),
        ("siste foredrag i dag", ["sensors"]),
        ("hva er det første på onsdag?", ["trains"]),
        ("Hovedscenen nå", []),
        ("hva skjer kl 14 og kl 15", ["data", "queue", "sensors"]),
        ("who talks about energy", ["power", "heat"]),
        ("mobilitet", ["bus", "queue", "trains"]),
        ("paneler om mobilitet på dag 2", ["trains"]),
        ("noe for ordførere i ettermiddag", ["data", "queue"]),
        ("anything in English tomorrow", ["trains"]),
        ("ikke paneler i dag", ["opening", "bus", "lunch", "queue", "sensors"]),
        ("what's on today, not in hall 1", ["opening", "lunch", "queue"]),
        ("noe om energi", ["power", "heat"]),
        ("energy", ["power", "heat"]),
        ("sessions longer than an hour", ["heat"]),
        ("under en halvtime i dag", ["sensors"]),
        ("når er lunsj?", ["lunch"]),
        ("når starter det i morgen?", ["trains"]),
        ("when does the expo end", ["heat"]),
        ("når er det slutt i dag?", ["sensors"]),
        ("Bussen som kommer i dag", ["bus"]),
        ("who's speaking about Energy", ["power", "heat"]),
        ("recommend something", ["data"]),
        ("when does it end tonight", ["sensors"]),
        ("noe kort i dag", ["sensors"]),
        ("something short on Thursday", []),
        ("lange foredrag", ["heat"]),
        ("long talks", ["data", "heat"]),
        ("kort om energi", ["power", "heat"]),
        ("max 45 minutes tomorrow", ["trains", "power"]),
        ("minst 45 minutter i morgen", ["trains", "power"]),
        ("hva er etter Bussen som kommer i samme rom", ["data", "sensors"]),
        ("vad är före Byen uten kø i samma sal?", ["opening"]),
        ("next talk after Bussen som kommer", ["data"]),
        ("noe for ordførere etter Bussen som kommer", ["data", "queue"]),
        ("siste i ettermiddag", ["sensors"]),
        ("får man lunsj?", ["lunch"]),
        ("I want to learn about energy", ["power", "heat"]),
        ("noe for ordførere som ikke er panel", ["queue"]),
        ("energi og sensorer", ["sensors", "power", "data", "heat"]),
    ],
)
def test_ask_answers_with_the_sessions(ask: Ask, text: str, expected: list[str]) -> None:
    assert _ids(ask(text)) == expected


@pytest.mark.parametrize(
    ("text", "intent", "asks"),
    [
        ("Byen uten kø", "session", ""),
        ("byen uten ko", "session", ""),
        ("hvem holder Byen uten kø?", "session", "who"),
        ("where is Who owns the data?", "place", "where"),
        ("i hvilken sal er Byen uten kø?", "place", "where"),
        ("hvor lenge varer strøm nok til alle", "session", "length"),
        ("på hvilket språk er Bussen som kommer", "session", "language"),
        ("hvor mange paneler er det i morgen", "sessions", "count"),
        ("hei", "smalltalk", ""),
        ("tusen takk", "smalltalk", ""),
        ("hva kan du gjøre?", "help", ""),
        ("is there wifi", "practical", ""),
        ("hvor er garderoben", "unknown", "where"),
        ("hvor er badstua?", "unknown", ""),
        ("hva har jeg lagret", "agenda", ""),
        ("am I free at 3?", "agenda", ""),
        ("hvilke spor finnes?", "help", ""),
        ("what's new in the programme?", "help", "changes"),
        ("what can I do at 2 pm", "sessions", ""),
        ("kort om Bussen som kommer", "session", ""),
        ("asdfgh", "unknown", ""),
        ("🤷", "unknown", ""),
        ("", "unknown", ""),
    ],
)
def test_ask_tells_what_is_asked_for(ask: Ask, text: str, intent: str, asks: str) -> None:
    query = ask(text).query
    assert (query.intent, query.asks) == (intent, asks)


def test_ask_offers_the_nearest_where_nothing_fits(ask: Ask) -> None:
    answer = ask("noe om energi i dag")
    assert (_ids(answer), [session.id for session in answer.nearest]) == ([], ["power", "heat"])


def test_ask_offers_what_else_is_on_where_the_topic_is_not_there(ask: Ask) -> None:
    answer = ask("noe om kvantefysikk i morgen")
    assert (answer.query.topic, [session.id for session in answer.nearest]) == ("kvantefysikk", ["trains", "power"])


def test_ask_leaves_a_practical_question_without_an_entry_open(ask: Ask) -> None:
    query = ask("is there a cloakroom?", "en").query
    assert (query.intent, query.topic) == ("unknown", "cloakroom")


def test_ask_reads_several_questions_of_one_message(ask: Ask) -> None:
    answer = ask("Hei! Hva skjer nå? Er det wifi?\nNår snakker Jan Tveitane?")
    assert [one.query.intent for one in (answer, *answer.more)] == ["sessions", "practical", "speaker"]


def test_ask_answers_in_the_questions_language_or_the_chats(ask: Ask) -> None:
    texts = ("Kva skjer no?", "What's on now?", "25/9", "Vad händer nu?")
    assert [ask(text, "da").query.language for text in texts] == ["nb", "en", "da", "sv"]


def test_ask_knows_the_askers_agenda(ask: Ask) -> None:
    favourites = ("queue", "trains")
    assert _ids(ask("what have I saved for tomorrow", "en", favourites=favourites)) == ["trains"]
    assert _ids(ask("is my next session moved?", "en", favourites=favourites)) == ["queue"]
    assert _ids(ask("panels that don't clash with my agenda", "en", favourites=("data",))) == ["trains"]


def test_ask_puts_what_is_past_and_weak_matches_last(engine: Engine) -> None:
    later = datetime.fromisoformat("2019-09-25T10:30:00+02:00")
    answers = [engine.ask(text, now=later, language="nb") for text in ("noe om mobilitet", "energi og sensorer")]
    assert [_ids(answer) for answer in answers] == [["trains", "bus", "queue"], ["power", "heat", "sensors", "data"]]


def test_run_gives_the_same_answer_again(ask: Ask, engine: Engine) -> None:
    answer = ask("paneler om mobilitet")
    assert engine.run(answer.query, now=answer.asked_at) == answer


def test_ask_finds_the_title_whatever_its_language(ask: Ask) -> None:
    query = ask("hvor er Who owns the data?").query
    assert (query.language, query.intent, query.sessions) == ("nb", "place", ("data",))


def test_ask_lists_kinds_of_things(ask: Ask) -> None:
    texts = ("which tracks are there?", "vilka salar finns?", "hvilke formater har dere", "what audiences are there")
    assert [ask(text).query.listed for text in texts] == ["tracks", "rooms", "formats", "audiences"]


def test_ask_offers_part_of_a_topic_where_nothing_tells_of_all(ask: Ask) -> None:
    answer = ask("noe om energi kvantefysikk")
    assert ([one.id for one in answer.sessions], [one.id for one in answer.nearest]) == ([], ["power", "heat"])
