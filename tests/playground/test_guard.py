"""Who may ask the chat page anything."""

import pytest

from tests.playground.page_support import Demo


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
