"""Follow-ups."""

from collections.abc import Callable

import pytest

from bot.questions.model import Answer

Talk = Callable[..., Answer]


def _ids(answer: Answer) -> list[str]:
    return [session.id for session in answer.sessions]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("hva skjer kl 14?", "og etter det?"), ["sensors"]),
        (("hva skjer kl 14?", "15:10"), ["sensors"]),
        (("hva skjer etter lunsj?", "bare på engelsk"), ["data"]),
        (("hva skjer etter lunsj?", "og i morgen?"), ["power"]),
        (("noe om mobilitet", "og i morgen?"), ["trains"]),
        (("what's on tomorrow", "what about the main stage"), ["trains", "power"]),
        (("what's on today", "in hall 1", "not panels"), ["bus", "sensors"]),
        (("what's next in hall 1", "and after that?"), ["sensors"]),
        (("hva skjer i morgen", "den andre"), ["power"]),
        (("hva skjer i morgen", "2", "1"), ["trains"]),
        (("what's on tomorrow", "the second one"), ["power"]),
        (("vad händer imorgon", "den andra"), ["power"]),
        (("hva skjer i morgen", "den siste"), ["power"]),
        (("paneler i dag", "hva med foredrag?"), ["opening", "bus", "queue", "sensors"]),
        (("what's on tomorrow", "in English"), ["trains"]),
        (("hva skjer i morgen", "på engelsk"), ["trains"]),
        (("noe om mobilitet i dag", "samme sal"), ["bus"]),
        (("when does Solheim speak?", "the second one"), ["bus"]),
        (("when does Solheim speak?", "Ingrid"), ["queue"]),
        (("Bussen som kommer", "next talk after this one in the same room"), ["data"]),
        (("hva skjer i morgen", "den første", "og på torsdag?"), ["heat"]),
        (("Byen uten kø", "hva annet i samme spor"), ["bus", "queue", "trains"]),
        (("Byen uten kø", "anything in the same track tomorrow?"), ["trains"]),
    ],
)
def test_follow_up_keeps_what_it_does_not_change(talk: Talk, texts: tuple[str, ...], expected: list[str]) -> None:
    assert _ids(talk(*texts)) == expected


def test_follow_up_saves_what_was_shown(talk: Talk) -> None:
    for last in ("husk den første", "remind me of the first one"):
        answer = talk("hva skjer i morgen", last)
        assert (answer.query.action, answer.query.sessions) == ("save", ("trains",))


def test_follow_up_asks_about_the_one_that_was_shown(talk: Talk) -> None:
    where = talk("Byen uten kø", "hvor er det?")
    assert (where.query.intent, [room.id for room in where.rooms]) == ("place", ["main"])
    assert talk("Byen uten kø", "hvem snakker?").speakers[0].id == "ingrid"


def test_follow_up_points_at_an_exhibitor(talk: Talk) -> None:
    for last in ("where is the first one?", "hvor er det?", "1"):
        assert talk("hvem viser fjernvarme", last).query.exhibitors == ("warm",)


def test_follow_up_points_at_what_was_nearest(talk: Talk) -> None:
    answer = talk("paneler på torsdag", "remind me of the first one an hour before")
    assert (answer.query.action, answer.query.sessions, answer.query.lead) == ("save", ("trains",), 60)


def test_follow_up_leads_the_way(talk: Talk) -> None:
    assert [room.id for room in talk("Byen uten kø", "finn fram").rooms] == ["main"]


def test_follow_up_of_nothing_shows_what_can_be_chosen_from(talk: Talk) -> None:
    assert talk("ikke minn meg på den").query.action == "agenda"
    assert talk("remember it").query.intent == "help"


def test_follow_up_asks_which_of_several_is_meant(talk: Talk) -> None:
    answer = talk("hva skjer i morgen", "husk den")
    assert [reading.label for reading in answer.clarify] == ["Night trains", "Strøm nok til alle"]


def test_new_question_stands_by_itself(talk: Talk) -> None:
    assert talk("paneler i morgen", "hva skjer i dag?").query.formats == ()
    assert talk("paneler i morgen", "og er det wifi?").query.intent == "practical"
    assert talk("paneler i morgen", "takk").query.intent == "smalltalk"
