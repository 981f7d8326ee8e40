from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.models import Venue
from data import download
from data.feed import fetch, fetch_plan, is_address
from data.formats.errors import ProgrammeError

FILES = {"byen.json": b"{}", "plan.png": b"PNG"}


@pytest.fixture
async def address() -> AsyncIterator[str]:
    """A server with a programme, its plan and a file without end."""

    async def answer(request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name == "endless":
            return await endless(request)
        return web.Response(body=FILES[name]) if name in FILES else web.Response(status=404)

    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 1024)

    app = web.Application()
    app.router.add_get("/{name}", answer)
    async with TestServer(app) as server:
        yield str(server.make_url("/"))


@pytest.mark.parametrize(
    ("source", "address"),
    [("https://fjordby.no/a.json", True), ("http://fjordby.no", True), ("a.json", False), ("/https://a.json", False)],
)
def test_address_is_told_from_a_file(source: str, *, address: bool) -> None:
    assert is_address(source) is address


async def test_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b"{}")
    assert await fetch(str(tmp_path / "a.json")) == b"{}"


async def test_file_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProgrammeError) as raised:
        await fetch(str(tmp_path / "none.json"))
    assert str(raised.value) == f"{tmp_path / 'none.json'}: No such file or directory"
    with pytest.raises(ProgrammeError) as raised:
        await fetch(str(tmp_path))
    assert str(raised.value) == f"{tmp_path}: Is a directory"


async def test_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.json").write_bytes(b"x" * (1 << 20))
    monkeypatch.setattr(download, "LIMIT", (1 << 20) - 1)
    with pytest.raises(ProgrammeError, match=r"^the file is larger than 0 MB \(1 MB or more\)$"):
        await fetch(str(tmp_path / "a.json"))


async def test_address_is_read(address: str) -> None:
    assert await fetch(f"{address}byen.json") == b"{}"


async def test_address_that_cannot_be_had_is_named(address: str, unused_tcp_port: int) -> None:
    with pytest.raises(ProgrammeError) as raised:
        await fetch(f"{address}none.json")
    assert str(raised.value) == f"{address}none.json: the server answered 404"
    with pytest.raises(ProgrammeError) as raised:
        await fetch(f"http://127.0.0.1:{unused_tcp_port}/")
    assert str(raised.value) == f"http://127.0.0.1:{unused_tcp_port}/: ClientConnectorError"


async def test_endless_answer_is_cut_off(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "LIMIT", 1 << 20)
    with pytest.raises(ProgrammeError, match=r"^the file is larger than 1 MB \(1 MB or more\)$"):
        await fetch(f"{address}endless")


async def test_plan_lies_beside_the_programme(address: str, tmp_path: Path) -> None:
    (tmp_path / "plan.png").write_bytes(b"PNG")
    venue = Venue(name="Hallen", plan="plan.png")
    for source in (f"{address}byen.json", str(tmp_path / "byen.json")):
        assert await fetch_plan(source, venue) == b"PNG"


@pytest.mark.parametrize(
    "venue", [None, Venue(name="a"), Venue(name="a", plan="none.png"), Venue(name="a", plan="../plan.png")]
)
async def test_plan_that_cannot_be_had_is_empty(venue: Venue | None, tmp_path: Path) -> None:
    (tmp_path / "plan.png").write_bytes(b"PNG")
    (tmp_path / "inner").mkdir()
    assert await fetch_plan(str(tmp_path / "inner" / "byen.json"), venue) == b""
