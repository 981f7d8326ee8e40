import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.buttons import Card, Dismiss
from handlers.views.reply import button, clip, dotted, in_rows, keyboard, lines


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("Byen", 4, "Byen"),
        ("Byen og havet", 13, "Byen og havet"),
        ("Byen og havet", 12, "Byen og …"),
        ("Byen og havet", 9, "Byen og …"),
        ("Byen og havet", 8, "Byen …"),
        ("Byen, havet", 8, "Byen …"),
        ("Byen – havet", 9, "Byen …"),
        ("Samferdselsdepartementet", 10, "Samferds …"),
        ("Byen\nog havet", 8, "Byen …"),
        ("      ", 4, " …"),
    ],
)
def test_text_is_clipped_at_a_word(text: str, limit: int, clipped: str) -> None:
    assert clip(text, limit) == clipped


@given(st.text(max_size=60), st.integers(2, 60))
def test_clipped_text_fits(text: str, limit: int) -> None:
    clipped = clip(text, limit)
    assert len(clipped) <= limit
    assert clipped == text or clipped.endswith(" …")


def test_parts_that_hold_nothing_leave_no_trace() -> None:
    assert lines("a", "", "b") == "a\nb"
    assert dotted("", "a", "", "b") == "a · b"
    assert (lines(), dotted("")) == ("", "")


def test_keyboard_has_the_rows_that_hold_anything() -> None:
    one, two = button("☆ Lagre", Card("a")), button("✖ Avbryt", Dismiss())
    assert one == InlineKeyboardButton("☆ Lagre", callback_data="c:a")
    assert keyboard([[one], [], [two, one]]) == InlineKeyboardMarkup([[one], [two, one]])
    assert keyboard([[], []]) is None


def test_keyboard_is_written_as_the_library_writes_it() -> None:
    rows = [[button('☆ "Lagre"', Card("a")), button("2", Card("b"))], [button("✖", Dismiss())]]
    written = keyboard(rows)
    assert written is not None
    assert json.loads(written.to_json()) == InlineKeyboardMarkup(rows).to_dict()


def test_buttons_stand_in_rows_of_a_width() -> None:
    buttons = [button(str(number), Dismiss()) for number in range(5)]
    assert [len(row) for row in in_rows(buttons, 2)] == [2, 2, 1]
    assert in_rows([], 3) == []
