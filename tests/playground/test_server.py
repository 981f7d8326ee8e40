"""The addresses of the chat page."""

import json
from collections.abc import AsyncIterator
from datetime import datetime, timedelta

import httpx
import pytest

from bot.playground.botapi.files import UPLOAD_LIMIT
from bot.playground.page_texts import page_texts
from tests.playground.page_support import SLOW, START, Demo


async def test_page_loads_nothing_from_elsewhere() -> None:
    async with Demo().client() as client:
        page = await client.get("/")
    assert page.status_code == 200
    assert "http" not in page.text
    assert "<script>" not in page.text
    assert page.headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8000", "localhost.evil", ""])
async def test_other_host_is_refused(host: str) -> None:
    async with Demo().client() as client:
        assert (await client.get("/people", headers={"Host": host})).status_code == 421


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000"])
async def test_own_host_is_welcome(host: str) -> None:
    async with Demo().client() as client:
        assert (await client.get("/people", headers={"Host": host})).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_other_site_cannot_write(headers: dict[str, str]) -> None:
    demo = Demo()
    async with demo.client() as client:
        answer = await client.post("/chats/1001/messages", json={"text": "hei"}, headers=headers)
    assert answer.status_code == 403
    assert demo.kari.messages == []


async def test_people_are_described() -> None:
    async with Demo().client() as client:
        known = (await client.get("/people")).json()
    assert known["bot"] == {"name": "Expobot", "username": "expobot_demo_bot"}
    assert [(one["id"], one["name"], one["organiser"], one["language"]) for one in known["people"]] == [
        (1001, "Kari", False, "nb"),
        (1, "Ola", True, "en"),
    ]


@pytest.mark.parametrize("language", ["nb", "en", "sv", "da"])
async def test_texts_come_in_each_language(language: str) -> None:
    async with Demo().client() as client:
        texts = (await client.get(f"/texts/{language}")).json()
    assert texts == page_texts(language)
    assert texts.keys() == page_texts("nb").keys()


async def test_text_keeps_its_argument_for_the_page() -> None:
    assert page_texts("en")["playground-unread"] == "{count} unread"


async def test_texts_in_another_language_are_not_there() -> None:
    async with Demo().client() as client:
        assert (await client.get("/texts/fi")).status_code == 404


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


async def test_upload_can_be_downloaded_but_not_opened_as_a_page() -> None:
    async with Demo().client() as client:
        form = {"file": ("ærlig.html", b"<script>1</script>", "text/html")}
        sent = (await client.post("/chats/1001/upload", files=form, data={"caption": "se"})).json()
        file = await client.get(f"/files/{sent['document']['file_id']}")
    assert (sent["caption"], sent["document"]["file_name"]) == ("se", "ærlig.html")
    assert file.content == b"<script>1</script>"
    assert file.headers["content-disposition"] == "attachment; filename*=UTF-8''%C3%A6rlig.html"
    assert file.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert file.headers["x-content-type-options"] == "nosniff"


async def test_broken_picture_goes_as_a_document() -> None:
    async with Demo().client() as client:
        form = {"file": ("plan.png", b"no picture", "image/png")}
        sent = (await client.post("/chats/1001/upload", files=form)).json()
    assert sent["document"]["file_name"] == "plan.png"


async def test_too_large_upload_is_refused_in_the_persons_language() -> None:
    demo = Demo()
    async with demo.client() as client:
        form = {"file": ("film.mp4", bytes(UPLOAD_LIMIT + 1), "video/mp4")}
        answer = await client.post("/chats/1001/upload", files=form)
    assert (answer.status_code, answer.json()) == (
        413,
        {"error": "Filen er for stor: Telegram tar imot høyst 50 MB."},
    )
    assert demo.kari.messages == []


async def test_upload_that_hides_its_size_is_refused() -> None:
    async def body() -> AsyncIterator[bytes]:
        yield b"--x"

    async with Demo().client() as client:
        answer = await client.post("/chats/1001/upload", content=body())
    assert answer.status_code == 411


async def test_unknown_file_is_not_there() -> None:
    async with Demo().client() as client:
        assert (await client.get("/files/none")).status_code == 404


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


async def test_clock_tells_expo_time() -> None:
    demo = Demo()
    demo.due = START + timedelta(hours=2)
    async with demo.client() as client:
        clock = (await client.get("/clock")).json()
    assert clock == {
        "now": "2024-09-24T11:20:00.000+02:00",
        "speed": SLOW,
        "zone": "Europe/Oslo",
        "next_due": "2024-09-24T13:20:00+02:00",
    }


@pytest.mark.parametrize(
    ("move", "shown"),
    [
        ({"by": 600}, "2024-09-24T11:30:00"),
        ({"to": "2024-09-25T09:00:00"}, "2024-09-25T09:00:00"),
        ({"to": "2024-09-25T09:00:00Z"}, "2024-09-25T11:00:00"),
        ({"next_due": True}, "2024-09-24T13:20:00"),
    ],
)
async def test_clock_moves(move: dict[str, object], shown: str) -> None:
    demo = Demo()
    demo.due = START + timedelta(hours=2)
    async with demo.client() as client:
        clock = (await client.post("/clock", json=move)).json()
    assert clock["moved"]
    assert clock["now"][:19] == shown


async def test_clock_changes_speed_and_keeps_the_time() -> None:
    demo = Demo()
    async with demo.client() as client:
        clock = (await client.post("/clock", json={"speed": 60})).json()
    assert (clock["speed"], clock["now"][:16]) == (60, "2024-09-24T11:20")


@pytest.mark.parametrize("due", [None, START - timedelta(hours=1)])
async def test_clock_stays_where_nothing_is_due(due: datetime | None) -> None:
    demo = Demo()
    demo.due = due
    async with demo.client() as client:
        clock = (await client.post("/clock", json={"next_due": True})).json()
    assert (clock["moved"], clock["now"][:16]) == (False, "2024-09-24T11:20")


@pytest.mark.parametrize(
    "move", [{}, {"by": 60, "speed": 2}, {"by": -1}, {"by": 1e12}, {"speed": 0}, {"to": "soon"}, {"faster": 1}]
)
async def test_impossible_move_is_refused(move: dict[str, object]) -> None:
    demo = Demo()
    async with demo.client() as client:
        assert (await client.post("/clock", json=move)).status_code == 422


async def test_events_tell_of_messages_and_of_the_clock() -> None:
    demo = Demo()
    heard = []
    async with (
        demo.served(),
        httpx.AsyncClient() as client,
        client.stream("GET", f"{demo.address}events") as stream,
    ):
        assert stream.headers["content-type"].startswith("text/event-stream")
        async for line in stream.aiter_lines():
            if line.startswith("retry:"):
                demo.kari.send("hei")
                demo.clock.jump(timedelta(hours=1))
            if line.startswith("data:"):
                heard.append(json.loads(line.removeprefix("data:")))
            if len(heard) == 2:
                break
    message = demo.kari.last
    assert sorted(heard, key=lambda event: str(event["kind"])) == [
        {"chat_id": None, "kind": "clock"},
        {"chat_id": 1001, "kind": "message", "message": message, "silent": False},
    ]


async def test_server_stops_while_a_page_listens() -> None:
    demo = Demo()
    async with httpx.AsyncClient() as client:
        async with demo.served():
            stream = client.stream("GET", f"{demo.address}events")
            response = await stream.__aenter__()
        assert [line async for line in response.aiter_lines()] == ["retry: 1000", ""]
        await stream.__aexit__(None, None, None)
