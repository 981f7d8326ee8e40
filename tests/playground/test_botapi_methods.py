"""The methods held against the Bot API's own description."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.playground.botapi.methods import METHODS
from bot.playground.botapi.methods.marks import REACTIONS
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.parameters import CHATS, FLAGS, FLOATS, INTEGERS, OBJECTS
from tests.playground.botapi_support import KARI, Stage

PAGE = Path(__file__).parents[2] / "../shared/telegram-bot-api.json"
STRICTER = {"editMessageText": {"text"}}
MORE_LENIENT = {"setWebhook": {"url"}}

needs_page = pytest.mark.skipif(not PAGE.exists(), reason="the Bot API's description is not beside the checkout")


@cache
def described() -> dict[str, Any]:
    methods: dict[str, Any] = json.loads(PAGE.read_text())["methods"]
    return methods


def fields(method: Method) -> dict[str, dict[str, Any]]:
    return {field["name"]: field for field in described()[method.name].get("fields", [])}


@needs_page
@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_method_takes_only_what_the_description_names(method: Method) -> None:
    ours = {*method.required.split(), *method.optional.split()}
    assert ours - fields(method).keys() == set()


@needs_page
@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_method_requires_what_the_description_requires(method: Method) -> None:
    required = {name for name, field in fields(method).items() if field["required"]}
    required -= MORE_LENIENT.get(method.name, set())
    assert {*method.required.split()} == required | STRICTER.get(method.name, set())


@needs_page
@pytest.mark.parametrize("method", METHODS.values(), ids=lambda method: method.name)
def test_parameters_are_decoded_as_the_description_types_them(method: Method) -> None:
    kinds = {"Integer": INTEGERS, "Float": FLOATS, "Boolean": FLAGS}
    for name in (*method.required.split(), *method.optional.split()):
        types = fields(method)[name]["types"]
        if name in CHATS:
            assert types in (["Integer", "String"], ["Integer"])
        elif types[0] in kinds:
            assert name in kinds[types[0]]
        else:
            plain = types[0] in ("String", "InputFile")
            assert name not in (INTEGERS | FLOATS | FLAGS | OBJECTS) if plain else name in OBJECTS


@needs_page
def test_reactions_are_those_the_description_names() -> None:
    fields = json.loads(PAGE.read_text())["types"]["ReactionTypeEmoji"]["fields"]
    assert frozenset(re.findall(r'"([^"]+)"', fields[1]["description"])) == REACTIONS


async def test_method_unknown_is_not_found() -> None:
    assert await Stage().refused("sendDice", chat_id=KARI) == "404 Not Found: method not found"


async def test_method_may_be_spelt_in_any_case() -> None:
    assert (await Stage().ok("GETME"))["username"] == "expobot_demo_bot"


async def test_parameter_unknown_is_refused() -> None:
    refusal = await Stage().refused("sendMessage", chat_id=KARI, text="a", parsemode="HTML")
    assert refusal == '400 Bad Request: parameter "parsemode" is unknown to sendMessage'


@pytest.mark.parametrize(
    ("method", "parameters", "refusal"),
    [
        ("sendMessage", {"text": "a"}, "chat_id is empty"),
        ("sendPhoto", {"chat_id": KARI}, "there is no photo in the request"),
        ("sendDocument", {"chat_id": KARI}, "there is no document in the request"),
        (
            "sendVenue",
            {"chat_id": KARI, "latitude": 1, "longitude": 1, "title": "a"},
            'parameter "address" is required',
        ),
        ("sendLocation", {"chat_id": KARI, "longitude": 1}, "latitude is empty"),
        ("getFile", {}, "file_id not specified"),
        ("deleteMessage", {"chat_id": KARI}, "message identifier is not specified"),
        ("deleteMessages", {"chat_id": KARI}, "message identifiers are not specified"),
        ("editMessageText", {"text": "a"}, "message identifier is not specified"),
        ("getUpdates", {"limit": "x"}, 'parameter "limit" is not a number'),
    ],
)
async def test_parameter_missing_or_malformed_is_refused(
    method: str, parameters: dict[str, object], refusal: str
) -> None:
    assert await Stage().refused(method, **parameters) == f"400 Bad Request: {refusal}"


async def test_calls_are_remembered_decoded() -> None:
    stage = Stage()
    await stage.ok("sendMessage", chat_id="7", text="a", disable_notification="true", reply_markup="{}")
    assert [*stage.api.calls] == [
        ("sendMessage", {"chat_id": 7, "text": "a", "disable_notification": True, "reply_markup": {}})
    ]
