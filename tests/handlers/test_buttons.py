from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.browse import By
from bot.domain.keys import key
from handlers import buttons
from handlers.buttons import Browse, Card, Dismiss, Forget, Quiet
from handlers.callback_data import LIMIT, BadButtonError, Button, decode, encode
from handlers.organiser import buttons as organisers
from handlers.organiser.buttons import Aim

KINDS = [
    one
    for one in (vars(buttons) | vars(organisers)).values()
    if isinstance(one, type) and issubclass(one, Button) and one is not Button
]
IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
TEXTS = IDS.map(key) | st.just("")
NUMBERS = st.integers(-999_999_999, 999_999_999)


def made(kind: type[Button]) -> st.SearchStrategy[Button]:
    """Buttons of a kind whose texts are keys, as the views fill them."""
    values: dict[str, st.SearchStrategy[Any]] = {
        one.name: NUMBERS if one.type is int else TEXTS for one in fields(kind)
    }
    if kind is Browse:
        values |= {"day": st.dates().map(str), "by": st.sampled_from(By), "page": st.integers(0, 99)}
    if kind is Aim:
        values |= {"whom": st.sampled_from(["", "all", "language", "track"]), "number": st.integers(0, 999_999)}
    return st.builds(kind, **values)


@pytest.mark.parametrize("kind", KINDS)
def test_kind_has_a_code_of_its_own(kind: type[Button]) -> None:
    assert [one for one in KINDS if one.CODE == kind.CODE] == [kind]
    assert {one.type for one in fields(kind)} <= {int, str}


@given(st.sampled_from(KINDS).flatmap(made))
def test_button_comes_back_as_it_was(button: Button) -> None:
    data = encode(button)
    assert len(data.encode()) <= LIMIT
    assert decode(data) == button


def test_data_is_short_and_plain() -> None:
    assert encode(Browse("2019-09-24", "track", "mobility", 0)) == "b:2019-09-24:track:mobility:0"
    assert encode(Quiet(-1, -1)) == "h:-1:-1"
    assert encode(Dismiss()) == "z"


def test_button_too_long_for_telegram_is_refused() -> None:
    assert len(encode(Card("å" * 31)).encode()) == LIMIT
    with pytest.raises(ValueError, match=r"^a button of 65 bytes: c:å+x$"):
        encode(Card("å" * 31 + "x"))


@pytest.mark.parametrize(
    "data",
    [
        "", ":", "c", "c:a:b", "z:", "nosuch:1", "x:", "x:yes", "x:1.5", "x:١", "x: 1", "x:1\n", "x:9999999999",
        "x:--1", "C:a", "b:2019-09-24:track:mobility", "🗑",
    ],
)  # fmt: skip
def test_stale_or_forged_data_is_no_button(data: str) -> None:
    with pytest.raises(BadButtonError):
        decode(data)


@given(st.text(max_size=64))
def test_any_data_is_a_button_or_refused(data: str) -> None:
    try:
        button = decode(data)
    except BadButtonError:
        return
    assert decode(encode(button)) == button


def test_number_may_be_written_in_two_ways_but_means_one() -> None:
    assert decode("x:01") == decode("x:1") == Forget(1)
