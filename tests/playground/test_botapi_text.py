"""Texts and captions: limits, trimming, and the entities Telegram adds."""

import json

import pytest

from bot.playground.botapi import UploadedFile
from bot.playground.botapi.entities import Entity
from tests.playground.botapi_support import KARI, Stage

FILE = UploadedFile("a.txt", b"a", "text/plain")


async def test_text_is_required() -> None:
    stage = Stage()
    assert await stage.refused("sendMessage", chat_id=KARI) == "400 Bad Request: message text is empty"
    assert await stage.refused("sendMessage", chat_id=KARI, text="") == "400 Bad Request: message text is empty"
    assert await stage.refused("sendMessage", chat_id=KARI, text=" \n") == "400 Bad Request: text must be non-empty"
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="<b></b>", parse_mode="HTML")
    assert refusal == "400 Bad Request: text must be non-empty"


@pytest.mark.parametrize("text", ["x" * 4096, "👍" * 2048])
async def test_text_is_measured_in_utf16_units(text: str) -> None:
    stage = Stage()
    assert (await stage.say(text))["text"] == text
    too_long = "400 Bad Request: message is too long"
    assert await stage.refused("sendMessage", chat_id=KARI, text=text + "x") == too_long


async def test_text_is_measured_after_parsing() -> None:
    message = await Stage().say("<b>" + "x" * 4096 + "</b>", parse_mode="HTML")
    assert message["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


async def test_source_of_32_kilobytes_is_the_most() -> None:
    refusal = await Stage().refused("sendMessage", chat_id=KARI, text="<b></b>" * 5000, parse_mode="HTML")
    assert refusal == "400 Bad Request: text is too long"


async def test_caption_is_measured_in_utf16_units() -> None:
    stage = Stage()
    message = await stage.ok("sendDocument", chat_id=KARI, document=FILE, caption="👍" * 512)
    assert message["caption"] == "👍" * 512
    refusal = await stage.refused("sendDocument", chat_id=KARI, document=FILE, caption="👍" * 512 + "x")
    assert refusal == "400 Bad Request: message caption is too long"


async def test_parse_modes_not_spoken_are_refused() -> None:
    stage = Stage()
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="*x*", parse_mode="MarkdownV2")
    assert refusal == "400 Bad Request: parse_mode MarkdownV2 is not spoken here, only HTML"
    refusal = await stage.refused("sendMessage", chat_id=KARI, text="*x*", parse_mode="BBCode")
    assert refusal == "400 Bad Request: unsupported parse_mode"


async def test_lone_surrogates_are_refused() -> None:
    refusal = await Stage().refused("sendMessage", chat_id=KARI, text="a\ud83d")
    assert refusal == "400 Bad Request: text must be encoded in UTF-8"


async def test_blanks_around_are_cut_off_and_entities_follow() -> None:
    message = await Stage().say("\n  hei <b>du </b>\n", parse_mode="HTML")
    assert (message["text"], message["entities"]) == ("hei du", [{"type": "bold", "offset": 4, "length": 2}])


async def test_controls_become_blanks_and_carriage_returns_go() -> None:
    assert (await Stage().say("a\r\nb\tc\x01d"))["text"] == "a\nb c d"


async def test_touching_stretches_of_one_style_are_one() -> None:
    message = await Stage().say("<b>a</b><b>b<b>c</b></b><i>d</i>", parse_mode="HTML")
    assert message["entities"] == [
        {"type": "bold", "offset": 0, "length": 3},
        {"type": "italic", "offset": 3, "length": 1},
    ]


async def test_nothing_is_marked_inside_code() -> None:
    message = await Stage().say("<code>/now <b>x</b></code>", parse_mode="HTML")
    assert message["entities"] == [{"type": "code", "offset": 0, "length": 6}]


async def test_outer_entities_come_first() -> None:
    message = await Stage().say("<i><b>a</b> b</i>", parse_mode="HTML")
    assert message["entities"] == [
        {"type": "italic", "offset": 0, "length": 3},
        {"type": "bold", "offset": 0, "length": 1},
    ]


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/now og /next@expobot", [("bot_command", 0, 4), ("bot_command", 8, 13)]),
        ("👍 /now", [("bot_command", 3, 4)]),
        ("og/eller 1/2 a/b/c", []),
        ("se https://fjordby.no/x?y=1.", [("url", 3, 24)]),
        ("t.me/bot?start=s_1", [("url", 0, 18)]),
        ("skriv til post@fjordby.no", [("email", 10, 15)]),
        ("@expobot #mobilitet #2", [("mention", 0, 8), ("hashtag", 9, 10)]),
    ],
)
async def test_plain_text_gets_its_entities(text: str, entities: list[tuple[str, int, int]]) -> None:
    stage = Stage()
    found = [{"type": kind, "offset": offset, "length": length} for kind, offset, length in entities]
    sent = await stage.say(text)
    written = stage.kari.send(text)
    assert (sent.get("entities", []), written.get("entities", [])) == (found, found)


async def test_mention_of_a_person_known_holds_the_person() -> None:
    message = await Stage().say('<a href="tg://user?id=7">a</a> <a href="tg://user?id=8">b</a>', parse_mode="HTML")
    kari = {"id": 7, "is_bot": False, "first_name": "Kari", "language_code": "nb"}
    assert message["entities"] == [{"type": "text_mention", "offset": 0, "length": 1, "user": kari}]


async def test_entities_may_be_given_instead_of_markup() -> None:
    bold: Entity = {"type": "bold", "offset": 0, "length": 1}
    found = {"type": "bot_command", "offset": 0, "length": 1}
    assert (await Stage().say("a", entities=json.dumps([bold, found])))["entities"] == [bold]


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ("[1]", "can't parse MessageEntity: expected an Object"),
        ('[{"type":"bold","length":1}]', 'can\'t parse MessageEntity: Field "offset" must be of type Number'),
        ('[{"type":"loud","offset":0,"length":1}]', "can't parse MessageEntity: Unsupported type specified"),
        ("[", "can't parse entities JSON object"),
        ("{}", "expected an Array as entities"),
    ],
)
async def test_faulty_entities_are_refused(given: str, refusal: str) -> None:
    assert await Stage().refused("sendMessage", chat_id=KARI, text="a", entities=given) == f"400 Bad Request: {refusal}"
