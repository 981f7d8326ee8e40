"""Whatever is thrown at it, the local Bot API answers."""

import asyncio
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.playground.botapi import UploadedFile
from bot.playground.botapi.methods import METHODS
from bot.playground.botapi.methods.method import Method
from tests.playground.botapi_support import KARI, Stage

WORDS = st.sampled_from([
    "id", "bold", "text_mention", "emoji", "article", "default", "chat", "photo", "document", "now", "HTML", "<b>x</b>",
    "<a href='x'>", "&", "", "👍", "-1", "https://a.no/", "attach://photo", "\ud83d",
])  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers(-3, 99) | st.floats() | WORDS
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2))


def shaped(*fields: str, **deeper: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Nearly such an object: each field may be missing or anything."""
    return ANYTHING | st.fixed_dictionaries(
        {}, optional={**dict.fromkeys(fields, ANYTHING), **{name: ANYTHING | value for name, value in deeper.items()}}
    )


def listed(items: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return ANYTHING | st.lists(items, max_size=2)


ENTITIES = listed(shaped("type", "offset", "length", "url", user=shaped("id")))
BUTTON = shaped(
    "text", "url", "callback_data", "style", "switch_inline_query", web_app=shaped("url"), copy_text=shaped("text")
)
MARKUP = shaped(
    "remove_keyboard", "force_reply", inline_keyboard=listed(listed(BUTTON)), keyboard=listed(listed(BUTTON))
)
CONTENT = shaped("message_text", "parse_mode", entities=ENTITIES)
SHAPES = {
    "button": shaped("text", "start_parameter", "web_app"),
    "caption_entities": ENTITIES,
    "commands": listed(shaped("command", "description")),
    "entities": ENTITIES,
    "link_preview_options": shaped("is_disabled", "url"),
    "media": listed(shaped("type", "media", "caption", "parse_mode", caption_entities=ENTITIES)),
    "menu_button": shaped("type"),
    "reaction": listed(shaped("type", "emoji")),
    "reply_markup": MARKUP,
    "reply_parameters": shaped("message_id", "allow_sending_without_reply"),
    "results": listed(shaped("type", "id", "title", input_message_content=CONTENT, reply_markup=MARKUP)),
    "scope": shaped("type", "chat_id"),
}
LIKELY = {"chat_id": KARI, "from_chat_id": KARI, "text": "a", "message_id": 2, "callback_query_id": "4000000000"}


def parameters(method: Method) -> st.SearchStrategy[dict[str, object]]:
    required = {name: st.just(LIKELY[name]) if name in LIKELY else values(name) for name in method.required.split()}
    optional = {name: values(name) for name in method.optional.split() if name != "timeout"}
    return st.fixed_dictionaries(required, optional=optional)


def values(name: str) -> st.SearchStrategy[object]:
    given = SHAPES.get(name, ANYTHING)
    files = st.just(UploadedFile("a.png", b"\x89PNG"))
    return given | given.map(json.dumps) | files


@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
@settings(deadline=None)  # the machine may be busy
@given(data=st.data())
def test_every_call_is_answered(method: Method, data: st.DataObject) -> None:
    stage = Stage()
    reply = asyncio.run(on(stage, method, data.draw(parameters(method))))
    assert reply == (reply[0], reply[0] == 200)


async def on(stage: Stage, method: Method, given_parameters: dict[str, object]) -> tuple[int, bool]:
    await stage.say("a", reply_markup={"inline_keyboard": [[{"text": "☆", "callback_data": "x"}]]})
    stage.kari.press(2, "x")
    stage.kari.inline("x")
    reply = await stage.call(method.name, given_parameters)
    return reply.status, json.loads(reply.encoded())["ok"]
