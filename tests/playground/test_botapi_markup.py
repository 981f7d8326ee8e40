"""Keyboards: what is accepted, and what Telegram says of the rest."""

import pytest

from tests.playground.botapi_support import KARI, Stage

Button = dict[str, object]


def rows(*buttons: Button) -> dict[str, object]:
    return {"inline_keyboard": [[button] for button in buttons]}


@pytest.mark.parametrize(
    "button",
    [
        {"text": "☆", "callback_data": "x"},
        {"text": "☆", "callback_data": "æ" * 32, "style": "success"},
        {"text": "☆", "url": "https://fjordby.no/x"},
        {"text": "☆", "url": "tg://user?id=7"},
        {"text": "☆", "switch_inline_query": ""},
        {"text": "☆", "switch_inline_query_current_chat": "x"},
        {"text": "☆", "copy_text": {"text": "x" * 256}},
        {"text": "☆", "web_app": {"url": "https://fjordby.no/x"}},
    ],
)
async def test_button_comes_back_as_it_was_given(button: Button) -> None:
    assert (await Stage().say("a", reply_markup=rows(button)))["reply_markup"] == rows(button)


TEXT_BUTTON = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"


@pytest.mark.parametrize(
    ("button", "refusal"),
    [
        ({"text": "☆", "callback_data": "æ" * 32 + "x"}, "BUTTON_DATA_INVALID"),
        ({"text": "☆", "callback_data": ""}, TEXT_BUTTON),
        ({"text": "☆"}, TEXT_BUTTON),
        ({"text": " ", "callback_data": "x"}, "inline keyboard button text must be non-empty"),
        ({"callback_data": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        (
            {"text": "☆", "url": "http://localhost/x"},
            "inline keyboard button URL 'http://localhost/x' is invalid: Wrong HTTP URL",
        ),
        (
            {"text": "☆", "web_app": {"url": "http://fjordby.no/"}},
            "inline keyboard button Web App URL 'http://fjordby.no/' is invalid: Only HTTPS links are allowed",
        ),
        ({"text": "☆", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "☆", "copy_text": "x"}, "can't parse inline keyboard button: Can't find field \"text\""),
        (
            {"text": "☆", "callback_data": "x", "style": "loud"},
            "can't parse inline keyboard button: Invalid button style specified",
        ),
        (
            {"text": "☆", "callback_dat": "x"},
            "can't parse inline keyboard button: field 'callback_dat' is unknown here",
        ),
    ],
)
async def test_faulty_button_is_refused(button: Button, refusal: str) -> None:
    given = await Stage().refused("sendMessage", chat_id=KARI, text="a", reply_markup=rows(button))
    assert given == f"400 Bad Request: {refusal}"


async def test_hundred_buttons_and_eight_a_row_are_the_most() -> None:
    stage, button = Stage(), {"text": "☆", "callback_data": "x"}
    markup = {"inline_keyboard": [*[[button] * 8] * 12, [button] * 4]}
    assert (await stage.say("a", reply_markup=markup))["reply_markup"] == markup
    too_many = {"inline_keyboard": [*markup["inline_keyboard"], [button]]}
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="a", reply_markup=too_many)
    assert refusal == "400 Bad Request: reply markup is too long"
    too_wide = {"inline_keyboard": [[button] * 9]}
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="a", reply_markup=too_wide)
    assert refusal == "400 Bad Request: BUTTON_ROW_TOO_LONG"


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ('{"inline_keyboard":[1]}', 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ('{"inline_keyboard":[[1]]}', "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
        ('{"keyboard":[[1]]}', "can't parse keyboard button: KeyboardButton must be a String or an Object"),
        ('{"keyboard":[[{}]]}', "can't parse keyboard button: Can't find field \"text\""),
        ('{"keyboard":[1]}', 'field "keyboard" must be an Array of Arrays'),
    ],
)
async def test_faulty_markup_is_refused(markup: str, refusal: str) -> None:
    given = await Stage().refused("sendMessage", chat_id=KARI, text="a", reply_markup=markup)
    assert given == f"400 Bad Request: {refusal}"


async def test_reply_keyboard_shows_under_the_chat_until_removed() -> None:
    stage = Stage()
    sent = await stage.say("a", reply_markup={"keyboard": [["Ja", {"text": "Nei"}]], "resize_keyboard": True})
    assert "reply_markup" not in sent
    assert stage.kari.keyboard == {"keyboard": [[{"text": "Ja"}, {"text": "Nei"}]], "resize_keyboard": True}
    await stage.say("b", reply_markup={"remove_keyboard": True})
    assert stage.kari.keyboard is None


async def test_edited_message_takes_inline_keyboards_only() -> None:
    stage = Stage()
    sent = await stage.say("a")
    markup = {"keyboard": [["Ja"]]}
    refusal = await stage.refused(
        "editMessageText", chat_id=KARI, message_id=sent["message_id"], text="b", reply_markup=markup
    )
    assert refusal == "400 Bad Request: inline keyboard expected"
