"""Text that may differ by language, and the languages there are."""

from typing import Annotated, Final

from pydantic import BeforeValidator

LANGUAGES: Final = ("nb", "en", "sv", "da")
"""The languages every text of ours exists in; the first is the default."""

ANY: Final = "any"
"""The key of a text that is the same in every language."""

# Kin languages first: a Dane reads Norwegian more easily than English.
_FALLBACK: Final = {
    "nb": ("nb", "da", "sv", "en"),
    "da": ("da", "nb", "sv", "en"),
    "sv": ("sv", "nb", "da", "en"),
    "en": ("en", "nb", "da", "sv"),
}


def _as_mapping(value: object) -> object:
    return {ANY: value} if isinstance(value, str) else value


Localised = Annotated[dict[str, str], BeforeValidator(_as_mapping, json_schema_input_type=str | dict[str, str])]
"""`{"nb": …, "en": …}`; in a file also one plain string, which then holds for every language."""


def in_language(text: dict[str, str], language: str) -> str:
    """The text in `language`, else in the nearest language it exists in; "" for an empty one."""
    for candidate in (language, ANY, *_FALLBACK.get(language, LANGUAGES), *text):
        if text.get(candidate):
            return text[candidate]
    return ""
