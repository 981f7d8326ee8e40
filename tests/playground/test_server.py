"""The page and its texts."""

import pytest

from bot.playground.page_texts import page_texts
from tests.playground.page_support import Demo


async def test_page_loads_nothing_from_elsewhere() -> None:
    async with Demo().client() as client:
        page = await client.get("/")
    assert page.status_code == 200
    assert "http" not in page.text
    assert "<script>" not in page.text
    assert page.headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize("language", ["nb", "en", "sv", "da"])
async def test_texts_come_in_each_language(language: str) -> None:
    async with Demo().client() as client:
        texts = (await client.get(f"/texts/{language}")).json()
    assert texts == page_texts(language)
    assert texts.keys() == page_texts("nb").keys()


async def test_text_keeps_its_argument_for_the_page() -> None:
    assert page_texts("en")["playground-unread"] == "{count} unread"


async def test_texts_in_another_language_are_not_there() -> None:
    async with Demo().client() as client:
        assert (await client.get("/texts/fi")).status_code == 404
