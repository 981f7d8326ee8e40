"""The people and their chats over HTTP."""

import pytest

from tests.playground.page_support import Demo


async def test_people_are_described() -> None:
    async with Demo().client() as client:
        known = (await client.get("/people")).json()
    assert known["bot"] == {"name": "Expobot", "username": "expobot_demo_bot"}
    assert [(one["id"], one["name"], one["organiser"], one["language"]) for one in known["people"]] == [
        (1001, "Kari", False, "nb"),
        (1, "Ola", True, "en"),
    ]


async def test_written_message_reaches_the_bot() -> None:
    demo = Demo()
    async with demo.client() as client:
        sent = (await client.post("/chats/1001/messages", json={"text": "hva skjer /now"})).json()
        assert (await client.get("/chats/1001/messages")).json() == [sent]
    assert sent["entities"] == [{"type": "bot_command", "offset": 10, "length": 4}]
    assert (await demo.update())["message"] == sent


@pytest.mark.parametrize("body", ["{", "[]", '{"text": ""}', '{"text": 1}', '{"text": "a", "more": 1}'])
async def test_malformed_message_is_refused(body: str) -> None:
    async with Demo().client() as client:
        assert (await client.post("/chats/1001/messages", content=body)).status_code == 422


async def test_unknown_person_is_not_there() -> None:
    async with Demo().client() as client:
        assert (await client.get("/chats/7/messages")).status_code == 404


async def test_press_reaches_the_bot() -> None:
    demo = Demo()
    async with demo.client() as client:
        await client.post("/chats/1001/messages", json={"text": "/start"})
        await demo.update()
        button = {"text": "☆", "callback_data": "1:s"}
        message_id = await demo.say("Byen uten kø", reply_markup={"inline_keyboard": [[button]]})
        pressed = await client.post("/chats/1001/press", json={"message_id": message_id, "data": "1:s"})
        missed = await client.post("/chats/1001/press", json={"message_id": message_id, "data": "1:x"})
    query = (await demo.update())["callback_query"]
    assert (query["id"], query["data"]) == (pressed.json()["id"], "1:s")
    assert missed.status_code == 409


async def test_location_reaches_the_bot() -> None:
    demo = Demo()
    async with demo.client() as client:
        await client.post("/chats/1001/location", json={"latitude": 58.97, "longitude": 5.73})
    assert (await demo.update())["message"]["location"] == {"latitude": 58.97, "longitude": 5.73}


async def test_commands_are_those_of_the_persons_chat_and_language() -> None:
    demo = Demo()
    plain, special = {"command": "now", "description": "hva skjer nå"}, {"command": "inbox", "description": "questions"}
    await demo.call("setMyCommands", commands=[plain], language_code="nb")
    await demo.call("setMyCommands", commands=[special], scope={"type": "chat", "chat_id": 1})
    async with demo.client() as client:
        assert (await client.get("/commands/1001")).json() == [plain]
        assert (await client.get("/commands/1")).json() == [special]


async def test_language_of_the_app_reaches_the_bot() -> None:
    demo = Demo()
    async with demo.client() as client:
        person = (await client.post("/people/1001/language", json={"language_code": "sv"})).json()
        await client.post("/chats/1001/messages", json={"text": "hej"})
    assert person["language"] == "sv"
    assert (await demo.update())["message"]["from"]["language_code"] == "sv"


async def test_blocking_person_cannot_write_until_start() -> None:
    demo = Demo()
    async with demo.client() as client:
        await client.post("/people/1001/blocked", json={"blocked": True})
        refused = await client.post("/chats/1001/messages", json={"text": "hei"})
        assert (refused.status_code, refused.json()) == (409, {"error": "Du har blokkert boten."})
        started = await client.post("/chats/1001/messages", json={"text": "/start s_1"})
    assert started.json()["text"] == "/start s_1"
    assert not demo.kari.blocked
