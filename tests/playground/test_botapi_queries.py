"""Button presses and inline queries."""

import pytest

from bot.playground.botapi import CannotError
from tests.playground.botapi_support import KARI, Stage

BUTTONS = {
    "inline_keyboard": [[{"text": "☆ 1", "callback_data": "save:1"}], [{"text": "Kart", "url": "https://fjordby.no/"}]]
}
TOO_OLD = "400 Bad Request: query is too old and response timeout expired or query ID is invalid"
ARTICLE = {"type": "article", "id": "s1", "title": "Byen uten kø", "input_message_content": {"message_text": "a"}}


@pytest.mark.parametrize("button", ["save:1", "☆ 1"])
async def test_press_is_named_by_data_or_label(button: str) -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup=BUTTONS)
    query_id = stage.kari.press(sent["message_id"], button)
    query = stage.api.waiting()[-1]["callback_query"]
    assert query == {
        "id": query_id, "from": stage.kari.user, "message": sent, "chat_instance": "-7", "data": "save:1",
    }  # fmt: skip
    assert stage.api.unanswered() == [query]


async def test_button_that_is_not_there_cannot_be_pressed() -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup=BUTTONS)
    for message_id, button in ((sent["message_id"], "Kart"), (sent["message_id"], "x"), (99, "x")):
        with pytest.raises(CannotError):
            stage.kari.press(message_id, button)


async def test_answer_reaches_the_person_once() -> None:
    stage = Stage()
    query_id = stage.kari.press((await stage.say("a", reply_markup=BUTTONS))["message_id"], "save:1")
    assert stage.kari.answered(query_id) is None
    assert await stage.ok("answerCallbackQuery", callback_query_id=query_id, text="★ Lagret", show_alert=True) is True
    assert stage.kari.answered(query_id) == {"text": "★ Lagret", "show_alert": True, "url": ""}
    assert stage.api.unanswered() == []
    assert await stage.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_answer_of_200_characters_is_the_longest() -> None:
    stage = Stage()
    query_id = stage.kari.press((await stage.say("a", reply_markup=BUTTONS))["message_id"], "save:1")
    refusal = await stage.refused("answerCallbackQuery", callback_query_id=query_id, text="x" * 201)
    assert refusal == "400 Bad Request: MESSAGE_TOO_LONG"
    assert await stage.ok("answerCallbackQuery", callback_query_id=query_id, text="x" * 200) is True


async def test_press_can_be_answered_for_150_seconds() -> None:
    stage = Stage()
    query_id = stage.kari.press((await stage.say("a", reply_markup=BUTTONS))["message_id"], "save:1")
    stage.clock.move(seconds=150)
    assert await stage.refused("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD
    assert await stage.refused("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_inline_query_gets_results_to_choose_from() -> None:
    stage = Stage()
    query_id = stage.kari.inline("mobilitet")
    query = stage.api.waiting()[-1]["inline_query"]
    assert (query["query"], query["offset"], query["from"]["id"]) == ("mobilitet", "", KARI)
    content = {"message_text": "<b>Byen</b>", "parse_mode": "HTML"}
    await stage.ok(
        "answerInlineQuery", inline_query_id=query_id, results=[ARTICLE | {"input_message_content": content}]
    )
    posted = stage.kari.choose(query_id, "s1")
    assert posted == {"text": "Byen", "entities": [{"type": "bold", "offset": 0, "length": 4}]}
    with pytest.raises(CannotError):
        stage.kari.choose(query_id, "s2")


async def test_inline_query_can_be_answered_for_30_seconds() -> None:
    stage = Stage()
    query_id = stage.kari.inline("x")
    stage.clock.move(seconds=30)
    assert await stage.refused("answerInlineQuery", inline_query_id=query_id, results=[]) == TOO_OLD


@pytest.mark.parametrize(
    ("results", "refusal"),
    [
        ([ARTICLE] * 51, "too many inline query results specified"),
        ([ARTICLE] * 2, "RESULT_ID_DUPLICATE"),
        ([ARTICLE | {"id": "x" * 65}], "RESULT_ID_INVALID"),
        ([ARTICLE | {"title": ""}], "can't parse inline query result: Can't find field \"title\""),
        (
            [ARTICLE | {"input_message_content": {}}],
            "can't parse inline query result: Input message content is not specified",
        ),
        (
            [ARTICLE | {"type": "video"}],
            'can\'t parse inline query result: type "video" is unsupported for the inline query result',
        ),
    ],
)
async def test_faulty_results_are_refused(results: list[dict[str, object]], refusal: str) -> None:
    stage = Stage()
    given = await stage.refused("answerInlineQuery", inline_query_id=stage.kari.inline("x"), results=results)
    assert given == f"400 Bad Request: {refusal}"


async def test_button_above_the_results_is_checked() -> None:
    stage = Stage()
    query_id = stage.kari.inline("x")
    button = {"text": "Til boten", "start_parameter": "inline"}
    refusal = await stage.refused(
        "answerInlineQuery", inline_query_id=query_id, results=[], button={"text": "Til boten"}
    )
    assert refusal == (
        "400 Bad Request: can't parse inline query results button: "
        "InlineQueryResultsButton must have exactly one optional field"
    )
    wrong = button | {"start_parameter": "a b"}
    refusal = await stage.refused("answerInlineQuery", inline_query_id=query_id, results=[], button=wrong)
    assert refusal == "400 Bad Request: START_PARAM_INVALID"
    await stage.ok("answerInlineQuery", inline_query_id=query_id, results=[], button=button)
    assert stage.kari.answered(query_id) == {
        "results": [], "button": button, "cache_time": 300, "is_personal": False, "next_offset": "",
    }  # fmt: skip
