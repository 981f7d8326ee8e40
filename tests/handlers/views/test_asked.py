"""The very thing that was asked, said first: as `expobot ask` shows it."""

import asyncio
from datetime import datetime

import pytest

from bot.commands.ask import Asker
from bot.commands.programmes import SAMPLE, read_source
from bot.services.programme import InForce, prepare

NOW = datetime.fromisoformat("2019-09-24T11:20:00+02:00")


@pytest.fixture(scope="module")
def sample() -> InForce:
    return prepare(0, asyncio.run(read_source(SAMPLE, "Europe/Oslo")).programme)


def _lines(sample: InForce, question: str) -> list[str]:
    asker = Asker(sample, "nb", thread=False)
    return asker.text(asker.ask(question, NOW)).splitlines()


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("hvor lenge varer hack night?", "4 timer"),
        ("hvor lenge varer Den kloge kloak?", "45 minutter"),
        ("how long is Den kloge kloak?", "45 minutes"),
        ("vilket språk är Den kloge kloak på?", "På danska."),
        ("hvem holder Byen uten kø?", "🎤 Ingrid Solheim"),
        ("who speaks in hall 1 tomorrow at 10", "🎤 Håkon Stavdal"),
        ("hvornår er Den kloge kloak?", "I morgen kl. 09:00"),
        ("hvor er Byen uten kø i morgen?", "📍 Hovedscenen · Byen uten kø, i morgen kl. 11:00"),
        ("hvor mange paneler er det på torsdag?", "6 sesjoner – Torsdag 26. september · paneldebatt"),
        ("is anything cancelled?", "Nothing is cancelled."),
        ("which tracks are there?", "5 tracks"),
        ("vilka salar finns?", "9 lokaler"),
    ],
)
def test_answer_says_first_what_was_asked(sample: InForce, question: str, first: str) -> None:
    assert _lines(sample, question)[0] == first


def test_answer_lists_what_there_is_with_counts(sample: InForce) -> None:
    assert _lines(sample, "hvilke spor finnes?") == [
        "5 spor",
        "· demokrati under press – 31 sesjoner",
        "· lokal innovasjon – 27 sesjoner",
        "· verdiskaping – 33 sesjoner",
        "· sosial bærekraft – 25 sesjoner",
        "· mobilitet – 23 sesjoner",
    ]


def test_answer_does_not_pass_a_list_off_as_changes(sample: InForce) -> None:
    assert _lines(sample, "hva er endret i dag?")[:4] == [
        "Blir noe du har lagret eller følger, flyttet eller avlyst, sier jeg fra av meg selv.",
        "Slik er programmet nå:",
        "",
        "I dag – 57 sesjoner",
    ]


def test_answer_names_who_speaks_beside_each_session(sample: InForce) -> None:
    assert "1 10:00–10:25 · Sal 1 · Håkon Stavdal" in _lines(sample, "hvem snakker kl 10 i morgen i sal 1?")
