from bot.domain.errors import PersonError


def test_person_error_carries_its_sentence_and_arguments() -> None:
    error = PersonError("broadcast-too-long", limit=4000)
    assert (str(error), error.text_id, error.arguments) == ("broadcast-too-long", "broadcast-too-long", {"limit": 4000})
