"""The page's own words as JSON."""

from functools import lru_cache
from typing import Final

from fluent.runtime import FluentResource
from fluent.syntax.ast import Message

from bot.texts import LOCALES, texts_in

_ARGUMENTS: Final = {name: f"{{{name}}}" for name in ("count", "name")}
"""Each argument stands for itself: the page fills it in."""


@lru_cache
def page_texts(language: str) -> dict[str, str]:
    """The texts of playground.ftl by id; `{name}` in one is an argument. Raises TextError for another language."""
    texts = texts_in(language)
    source = LOCALES.joinpath(language, "playground.ftl").read_text(encoding="utf-8")
    ids = [entry.id.name for entry in FluentResource(source).body if isinstance(entry, Message)]
    return {text_id: texts.plain(text_id, **_ARGUMENTS) for text_id in ids}
