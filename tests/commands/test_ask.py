"""`expobot ask`."""

import json
from typing import Any

import pytest

from tests.commands.conftest import Command

NOW = ("--now", "2019-09-24T11:20")


def documents(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_ask_answers_as_a_person_reads_it(expobot: Command) -> None:
    result = expobot("ask", "hva skjer kl 14 i Sal 2?", *NOW)
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line] == [
        "I dag kl. 14:00 · Sal 2 – 1 sesjon",
        "1 13:30–14:30 · Sal 2 · pågår da",
        "Hvem eier dataene? · paneldebatt · demokrati under press · 🇬🇧",
    ]
    assert result.stderr == "No programme in expo.db yet; answering from the sample expo.\n"


def test_ask_in_json_names_what_was_understood(expobot: Command) -> None:
    result = expobot("ask", "--json", "what's on at 2 pm in room 2?", *NOW)
    (document,) = documents(result.stdout)
    assert document == {
        "question": "what's on at 2 pm in room 2?",
        "language": "en",
        "intent": "sessions",
        "when": {"start": "2019-09-24T14:00:00+02:00", "end": "2019-09-24T14:01:00+02:00"},
        "filters": {"room": "Hall 2"},
        "sessions": [
            {
                "id": "hvem-eier-dataene",
                "title": "Hvem eier dataene?",
                "start": "2019-09-24T13:30:00+02:00",
                "end": "2019-09-24T14:30:00+02:00",
                "room": "Hall 2",
                "track": "democracy under pressure",
            }
        ],
        "clarify": [],
        "answer": document["answer"],
    }
    assert document["answer"].splitlines()[0] == "Today at 14:00 · Hall 2 – 1 session"


def test_ask_lists_every_session_not_a_page(expobot: Command) -> None:
    (document,) = documents(expobot("ask", "--json", "hva skjer i morgen?", *NOW).stdout)
    assert len(document["sessions"]) == 59
    assert document["when"] == {"start": "2019-09-25T00:00:00+02:00", "end": "2019-09-26T00:00:00+02:00"}


def test_ask_without_a_time_has_no_when(expobot: Command) -> None:
    (document,) = documents(expobot("ask", "--json", "når snakker Solheim?", *NOW).stdout)
    assert document["when"] is None
    assert document["clarify"] == ["Ingrid Solheim", "Per Solheim"]


def test_lines_are_independent_questions(expobot: Command) -> None:
    result = expobot("ask", "-", "--json", *NOW, stdin="hva skjer kl 14?\n\nog i morgen?\n")
    first, empty, second = documents(result.stdout)
    assert (first["question"], empty["question"], second["question"]) == ("hva skjer kl 14?", "", "og i morgen?")
    assert len(second["sessions"]) == 59


def test_thread_makes_them_one_conversation(expobot: Command) -> None:
    result = expobot("ask", "-", "--json", "--thread", *NOW, stdin="hva skjer kl 14?\nog i morgen?\n")
    _, second = documents(result.stdout)
    assert second["when"] == {"start": "2019-09-25T14:00:00+02:00", "end": "2019-09-25T14:01:00+02:00"}


def test_question_is_read_from_standard_input_where_none_is_given(expobot: Command) -> None:
    assert expobot("ask", "--json", *NOW, stdin="hei").stdout == expobot("ask", "--json", "hei", *NOW).stdout


@pytest.mark.parametrize(
    ("language", "heading"), [("nb", "I dag kl. 14:00"), ("sv", "I dag kl. 14.00"), ("en", "Today at 14:00")]
)
def test_language_is_the_chats(expobot: Command, language: str, heading: str) -> None:
    result = expobot("ask", "14:00", "--language", language, *NOW)
    assert result.stdout.startswith(heading)


def test_simulated_clock_is_the_moment_of_asking(expobot: Command) -> None:
    (document,) = documents(expobot("ask", "--json", "hva skjer kl 14?", CLOCK_START="2019-09-25T08:00").stdout)
    assert document["when"] == {"start": "2019-09-25T14:00:00+02:00", "end": "2019-09-25T14:01:00+02:00"}


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("--now", "yesterday"), "--now takes an ISO moment such as 2019-09-24T11:20, not 'yesterday'"),
        (("--language", "klingon"), "--language takes nb, en, sv, da, not 'klingon'"),
        (("--programme", "gone.json"), "gone.json: No such file or directory"),
    ],
)
def test_fault_is_one_line(expobot: Command, arguments: tuple[str, ...], fault: str) -> None:
    result = expobot("ask", "hei", *arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines()[-1] == fault


def test_ask_explains_tokens_slots_and_scores(expobot: Command) -> None:
    result = expobot("ask", "--explain", "--json", "panel om buss i mrogen", *NOW)
    cells = [[cell.strip() for cell in line.split("│")[1:-1]] for line in result.stderr.splitlines()]
    rows = [row for row in cells if row]
    assert rows[:9] == [
        ["panel", "word", "", "format = paneldebatt"],
        ["om", "word", "", "cue about"],
        ["buss", "word", "", "topic"],
        ["i", "word", "", "time"],
        ["mrogen", "word", "morgen", "time"],
        ["language", "nb"],
        ["when", "2019-09-25T00:00:00+02:00 – 2019-09-26T00:00:00+02:00"],
        ["formats", "paneldebatt"],
        ["topic", "buss"],
    ]
    assert ["3", "title", "Hvem skal betale for bussen?"] in rows
    assert len(documents(result.stdout)) == 1
