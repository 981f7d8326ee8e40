import pytest

from data.formats.breaks import is_break
from data.formats.text import joined, line, paragraphs


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("<p>Én.</p><p>To<br>og <b>tre</b>.</p>", "Én.\n\nTo\nog tre."),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "• a\n• b"),
        ('Meld deg <a href="https://example.org/x">her</a>', "Meld deg her (https://example.org/x)"),
        ('<a href="https://example.org">https://example.org</a>', "https://example.org"),
        ('<a href="javascript:alert(1)">klikk</a>', "klikk"),
        ("<script>alert(1)</script><p>Trygt</p>", "Trygt"),
        ("1 < 2 &amp; 3 > 2", "1 < 2 & 3 > 2"),
        ("R&D i AT&T", "R&D i AT&T"),
        ("# Tema\r\n\r\n* en\r\n* **to**", "Tema\n\n• en\n• to"),
        ("snake_case_name og 2*3*4", "snake_case_name og 2*3*4"),
        ("Bruk \\*stjerner\\*", "Bruk *stjerner*"),
        ("a\n\n\n\n\nb   c\xa0d", "a\n\nb c d"),
        ("bell\x07 og halv \ud800", "bell og halv �"),
        ("A\u030angstrøm", "Ångstrøm"),
        (None, ""),
    ],
)
def test_markup_becomes_plain_text(told: str | None, shown: str) -> None:
    assert paragraphs(told) == shown


def test_a_title_is_one_line_with_its_letters_and_signs() -> None:
    assert line("  Smør &amp; brød:\n <em> er *best*  ") == "Smør & brød: <em> er *best*"


def test_a_description_that_repeats_the_abstract_is_told_once() -> None:
    assert joined("Kort.", "Kort. Og mer.") == "Kort. Og mer."
    assert joined("Kort.", None, "Langt.") == "Kort.\n\nLangt."


@pytest.mark.parametrize(
    "title", ["Lunsj", "Lunch", "LUNCH", "Coffee break", "Kaffepause", "Frokost", "Pause", "Tea & coffee break", "Fika"]
)
def test_a_break_is_known_by_its_name(title: str) -> None:
    assert is_break(title)


@pytest.mark.parametrize("title", ["Break the internet", "Lunch talk", "Pausen som forsvant", "Coffee and code"])
def test_a_talk_about_breaks_is_none(title: str) -> None:
    assert not is_break(title)
