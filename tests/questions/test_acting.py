"""What is to be done rather than answered."""

from collections.abc import Callable

import pytest

from bot.questions.model import Answer

Ask = Callable[..., Answer]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("forget me", "forget"),
        ("kan du slette alt om meg?", "forget"),
        ("gløym meg", "forget"),
        ("hvad ved du om mig", "mydata"),
        ("kva veit du om meg?", "mydata"),
        ("inställningar", "settings"),
        ("quiet hours please", "settings"),
        ("mute reminders", "reminders_off"),
        ("skru av påminningar", "reminders_off"),
        ("slå påmindelser til", "reminders_on"),
        ("stäng av aviseringar", "alerts_off"),
        ("turn notifications on", "alerts_on"),
        ("mine påmindelser", "reminders"),
        ("privacy policy", "privacy"),
        ("how do I turn off notifications?", "settings"),
        ("hvordan bytter jeg språk", "language"),
        ("sluta skicka meddelanden", "settings"),
    ],
)
def test_order_about_the_bot_is_understood(ask: Ask, text: str, action: str) -> None:
    query = ask(text).query
    assert (query.intent, query.action) == ("help", action)


@pytest.mark.parametrize(
    ("text", "action", "tracks"),
    [
        ("follow mobility", "follow", ("mobility",)),
        ("jeg vil gjerne følge mobilitet og demokrati", "follow", ("mobility", "democracy")),
        ("følg mobilitet, takk", "follow", ("mobility",)),
        ("unsubscribe from the democracy track", "unfollow", ("democracy",)),
        ("sluta följa mobilitet", "unfollow", ("mobility",)),
        ("slutt å følge fiskeri", "unfollow", ()),
        ("which tracks do I follow?", "follow", ()),
    ],
)
def test_track_to_follow_is_understood(ask: Ask, text: str, action: str, tracks: tuple[str, ...]) -> None:
    query = ask(text).query
    assert (query.action, query.tracks) == (action, tracks)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("speak Norwegian", ("nb",)),
        ("kan du svara på danska?", ("da",)),
        ("bytt til nynorsk", ("nb",)),
        ("change language", ()),
        ("change language to Finnish", ()),
    ],
)
def test_language_to_speak_is_understood(ask: Ask, text: str, languages: tuple[str, ...]) -> None:
    query = ask(text).query
    assert (query.action, query.languages) == ("language", languages)


@pytest.mark.parametrize(
    "text",
    [
        "what follows lunch?",
        "sessions that follow the mobility panel",
        "who will speak in English tomorrow?",
        "hvem snakker engelsk?",
        "innstillinger for ordførere i morgen",
        "forget me not tomorrow at 10",
        "hva skjer kl 14, påminnelser?",
    ],
)
def test_question_is_no_order(ask: Ask, text: str) -> None:
    assert ask(text).query.action == ""


@pytest.mark.parametrize(
    ("texts", "action", "sessions"),
    [
        (("hva skjer i morgen", "fjern den andre"), "remove", ("power",)),
        (("Bussen som kommer", "remove it"), "remove", ("bus",)),
        (("Bussen som kommer", "påminn mig inte om den"), "silence", ("bus",)),
        (("don't remind me of Bussen som kommer",), "silence", ("bus",)),
        (("slet Bussen som kommer fra agendaen",), "remove", ("bus",)),
        (("spara Bussen som kommer i dag",), "save", ("bus",)),
        (("hva skjer i morgen", "lagre nummer to"), "save", ("power",)),
        (("hva skjer i morgen", "lagre 1 og 2"), "save", ("trains", "power")),
        (("what's on tomorrow", "save the second one and the first"), "save", ("trains", "power")),
        (("vad händer imorgon", "spara alla"), "save", ("trains", "power")),
        (("Bussen som kommer", "I want to see this one"), "save", ("bus",)),
        (("Bussen som kommer", "tilføj til agendaen"), "save", ("bus",)),
    ],
)
def test_order_about_a_session_is_understood(
    talk: Ask, texts: tuple[str, ...], action: str, sessions: tuple[str, ...]
) -> None:
    query = talk(*texts).query
    assert (query.intent, query.action, query.sessions) == ("session", action, sessions)


@pytest.mark.parametrize(
    ("texts", "action", "lead"),
    [
        (("Bussen som kommer", "remind me half an hour before"), "save", 30),
        (("Bussen som kommer", "minn meg på det en time i forveien"), "save", 60),
        (("Bussen som kommer", "sett en påminnelse 5 minutter før start"), "save", 5),
        (("påminn mig om Bussen som kommer 10 minuter innan",), "save", 10),
        (("mind mig om det 20 minutter før",), "remind", 20),
        (("hva skjer i morgen", "remind me 5 minutes before"), "remind", 5),
        (("Bussen som kommer", "always remind me 45 min in advance"), "remind", 45),
        (("Bussen som kommer", "remind me of it"), "save", None),
        (("remind me of the second one an hour before",), "", None),
    ],
)
def test_lead_of_a_reminder_is_understood(talk: Ask, texts: tuple[str, ...], action: str, lead: int | None) -> None:
    query = talk(*texts).query
    assert (query.action, query.lead) == (action, lead)
