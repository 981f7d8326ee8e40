import pytest
from pydantic import TypeAdapter

from bot.domain.localised import Localised, in_language


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ({"nb": "Spor", "en": "Track"}, "en", "Track"),
        ({"any": "Byen", "en": "City"}, "en", "City"),
        ({"any": "Byen", "en": "City"}, "da", "Byen"),
        ({"nb": "Spor", "en": "Track", "sv": "Spår"}, "da", "Spor"),
        ({"nb": "Spor", "en": "Track", "da": "Sporet"}, "sv", "Spor"),
        ({"en": "Track", "sv": "Spår"}, "nb", "Spår"),
        ({"sv": "Spår", "nb": "Spor"}, "fi", "Spor"),
        ({"fi": "Raita"}, "en", "Raita"),
        ({"en": "", "nb": "Spor"}, "en", "Spor"),
        ({"en": ""}, "en", ""),
        ({}, "en", ""),
    ],
)
def test_nearest_text_is_shown(text: dict[str, str], language: str, shown: str) -> None:
    assert in_language(text, language) == shown


def test_plain_string_holds_for_every_language() -> None:
    assert TypeAdapter(Localised).validate_python("Byen") == {"any": "Byen"}
