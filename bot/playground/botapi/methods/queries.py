"""Answers to button presses and inline queries."""

from typing import Any, Final

from bot.playground.botapi.errors import refuse
from bot.playground.botapi.links import START_PARAMETER
from bot.playground.botapi.markup import checked_markup
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server
from bot.playground.botapi.text import message_text

ANSWER_LIMIT: Final = 200
_RESULTS: Final = 50
_RESULT_ID: Final = 64


def answer_callback_query(server: Server, call: Call) -> bool:
    """End the button's waiting, with a word or without."""
    if len(call.text("text")) > ANSWER_LIMIT:
        refuse("MESSAGE_TOO_LONG")
    query_id = call.text("callback_query_id")
    answer = {"text": call.text("text"), "show_alert": call.flag("show_alert"), "url": call.text("url")}
    query = server.answer("callback_query", query_id, answer)
    server.events.tell("callback_answer", query.user_id, id=query_id, **answer)
    return True


def answer_inline_query(server: Server, call: Call) -> bool:
    """Offer results to choose from."""
    results = call.objects("results", "can't parse inline query result: Inline query result must be an object")
    if len(results) > _RESULTS:
        refuse("too many inline query results specified")
    identifiers = [str(result.get("id", "")) for result in results]
    if len(set(identifiers)) < len(identifiers):
        refuse("RESULT_ID_DUPLICATE")
    answer = {
        "results": [_result(server, result) for result in results],
        "button": _button(call),
        "cache_time": call.number("cache_time", 300),
        "is_personal": call.flag("is_personal"),
        "next_offset": call.text("next_offset"),
    }
    query = server.answer("inline_query", call.text("inline_query_id"), answer)
    server.events.tell("inline_answer", query.user_id, id=call.text("inline_query_id"), **answer)
    return True


def _result(server: Server, result: dict[str, Any]) -> dict[str, Any]:
    if not 1 <= len(str(result.get("id", "")).encode()) <= _RESULT_ID:
        refuse("RESULT_ID_INVALID")
    if result.get("type") != "article":
        refuse(
            f'can\'t parse inline query result: type "{result.get("type")}" is unsupported for the inline query result'
        )
    if not result.get("title"):
        refuse("can't parse inline query result: Can't find field \"title\"")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or not isinstance(content.get("message_text"), str):
        refuse("can't parse inline query result: Input message content is not specified")
    words = Call("", {"entities": [], **content})
    text = message_text(words.text("message_text"), words.text("parse_mode"), words.items("entities"), server.user)
    markup = checked_markup(result.get("reply_markup"), inline_only=True)
    return {**result, "input_message_content": text, **({"reply_markup": markup} if markup else {})}


def _button(call: Call) -> dict[str, Any] | None:
    button = call.mapping(
        "button", "can't parse inline query results button: InlineQueryResultsButton must be an Object"
    )
    if not button:
        return None
    if not button.get("text"):
        refuse("can't parse inline query results button: Can't find field \"text\"")
    if len({"start_parameter", "web_app"} & button.keys()) != 1:
        refuse("can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field")
    if "start_parameter" in button and not START_PARAMETER.fullmatch(str(button["start_parameter"])):
        refuse("START_PARAM_INVALID")
    return button


METHODS: Final = (
    Method("answerCallbackQuery", answer_callback_query, "callback_query_id", "text show_alert url cache_time"),
    Method(
        "answerInlineQuery",
        answer_inline_query,
        "inline_query_id results",
        "cache_time is_personal next_offset button",
    ),
)
