import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.keys import key, slug

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)
FIT = st.from_regex(r"[A-Za-z0-9_-]{1,40}", fullmatch=True)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ålesund: sjø & Ærlighet", "alesund-sjo-aerlighet"),
        ("  Été — Straße ", "ete-strasse"),
        ("東京", ""),
        ("", ""),
    ],
)
def test_slug_is_plain(text: str, written: str) -> None:
    assert slug(text) == written


@given(FIT)
def test_fit_id_is_its_own_key(identifier: str) -> None:
    assert key(identifier) == identifier


@given(IDS)
def test_key_is_fit_and_always_the_same(identifier: str) -> None:
    made = key(identifier)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,40}", made)
    assert key(identifier) == made
    assert key(made) == made


@given(st.lists(IDS, unique=True, max_size=20))
def test_keys_are_distinct(identifiers: list[str]) -> None:
    assert len({key(one) for one in identifiers}) == len(identifiers)


@pytest.mark.parametrize(
    ("identifier", "made"),
    [
        ("sesjon 1", "sesjon-1-1287e030"),
        ("東京", "130016b2"),
        ("https://fjordby.no/program/en-lang-tittel-om-byen", "https-fjordby-no-program-en-lan-cf905166"),
    ],
)
def test_unfit_id_becomes_a_readable_key(identifier: str, made: str) -> None:
    assert key(identifier) == made
