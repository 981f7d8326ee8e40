"""A live pretalx, played by a server that is as strict as the real one."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from data import download, pretalx_api
from data.download import NO_MARKS, Marks
from data.feed import fetch, fetch_newer
from data.formats.detect import read
from data.formats.errors import ProgrammeError
from data.pretalx_api import event_at, event_behind

EVENT = {
    "slug": "byen",
    "name": {"en": "The City", "de": "Die Stadt"},
    "date_from": "2027-05-05",
    "date_to": "2027-05-06",
    "timezone": "Europe/Oslo",
    "urls": {"base": "https://example.org/byen/"},
}
EXPAND = "speakers,track,submission_type,slots,slots.room"


def slot(number: int, hour: int, **told: Any) -> dict[str, Any]:
    room = {"id": number, "name": {"en": f"Hall {number}"}, "capacity": None}
    times = {"start": f"2027-05-05T{hour}:00:00+02:00", "end": f"2027-05-05T{hour + 1}:00:00+02:00"}
    return {"id": number, "room": room, "submission": None, "description": {}, **times, **told}


LUNCH = {"en": "Lunch", "nb": "Lunsj"}
SLOTS = [slot(8, 12, description=LUNCH), slot(9, 12, description=LUNCH), slot(8, 14, submission="ABC4"), slot(8, 15)]


def submission(number: int) -> dict[str, Any]:
    room = {"id": 7, "name": {"en": "Main stage", "nb": "Hovedscenen"}, "capacity": 300}
    times = {"start": f"2027-05-05T{8 + number:02}:00:00+02:00", "end": f"2027-05-05T{8 + number:02}:45:00+02:00"}
    return {
        "code": f"ABC{number}",
        "title": f"Talk {number}",
        "state": "confirmed",
        "submission_type": {"id": 1, "name": {"en": "Talk"}},
        "track": {"id": 3, "name": {"en": "Mobility"}},
        "content_locale": "en",
        "speakers": [{"code": "K", "name": "Kari Nordmann"}],
        "slots": [{"id": number, "room": room, **times}],
    }


class Pretalx:
    """Two submissions a page; `busy` answers with that Retry-After first; what was asked is kept."""

    def __init__(self) -> None:
        self.submissions = [submission(number) for number in range(5)]
        self.busy: list[str] = []
        self.next_host = ""
        self.tagged = False
        self.kept_back: dict[str, int] = {}
        self.asked: list[str] = []

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request.path_qs.removeprefix("/api/events/byen/"))
        if request.headers.get("Accept") != "application/json":
            return web.Response(status=406)
        if self.busy:
            return web.Response(status=429, headers={"Retry-After": self.busy.pop(0)})
        part = request.match_info["part"]
        if part in self.kept_back:
            return web.Response(status=self.kept_back[part])
        return self._told(request, self._part(request, part))

    def _part(self, request: web.Request, part: str) -> object:
        if part == "submissions/":
            assert (request.query["state"], request.query["expand"]) == ("confirmed", EXPAND)
            return self._page(request)
        if part == "slots/":
            assert request.query["expand"] == "room"
            return {"count": len(SLOTS), "next": None, "results": SLOTS}
        return EVENT if part == "" else {"count": 1, "next": None, "results": [{"code": "K", "name": "Kari Nordmann"}]}

    def _page(self, request: web.Request) -> object:
        page = int(request.query.get("page", "1"))
        here, more = self.submissions[page * 2 - 2 : page * 2], len(self.submissions) > page * 2
        address = str(request.url.update_query(page=page + 1))
        address = address.replace("127.0.0.1", self.next_host) if self.next_host else address
        return {"count": len(self.submissions), "next": address if more else None, "results": here}

    def _told(self, request: web.Request, content: object) -> web.Response:
        body = json.dumps(content)
        tag = f'W/"{len(body)}"'
        if self.tagged and request.headers.get("If-None-Match") == tag:
            return web.Response(status=304)
        return web.Response(text=body, content_type="application/json", headers={"ETag": tag} if self.tagged else {})


async def page(_: web.Request) -> web.Response:
    return web.Response(text="<!doctype html><html>made with pretalx</html>", content_type="text/html")


@pytest.fixture
async def served() -> AsyncIterator[tuple[Pretalx, str]]:
    pretalx = Pretalx()
    app = web.Application()
    app.router.add_get("/api/events/byen/{part:.*}", pretalx.answer)
    app.router.add_get("/{event}/", page)
    async with TestServer(app) as server:
        yield pretalx, str(server.make_url("/"))


class Waits(list[float]):
    """Notes how long it was to sleep, and doesn't."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


@pytest.mark.parametrize(
    ("address", "event"),
    [
        ("https://a.no/api/events/byen/", "https://a.no/api/events/byen/"),
        ("https://a.no/api/events/byen", "https://a.no/api/events/byen/"),
        ("https://a.no/x/api/events/byen/submissions/?page=2", "https://a.no/x/api/events/byen/"),
        ("https://a.no/byen/", None),
        ("https://a.no/api/events/", None),
    ],
)
def test_address_of_the_api_is_known(address: str, event: str | None) -> None:
    assert event_at(address) == event


@pytest.mark.parametrize(
    ("address", "page", "event"),
    [
        ("https://a.no/byen/", b"<html>pretalx", "https://a.no/api/events/byen/"),
        ("https://a.no/byen/schedule/", b"<html>Pretalx", "https://a.no/api/events/byen/"),
        ("https://a.no/x/byen", b"<html>pretalx", "https://a.no/x/api/events/byen/"),
        ("https://a.no/byen/", b"<html>", None),
        ("https://a.no/", b"<html>pretalx", None),
        ("https://a.no/byen/", b'{"generator": "pretalx"}', None),
    ],
)
def test_page_of_pretalx_tells_where_its_api_is(address: str, page: bytes, event: str | None) -> None:
    assert event_behind(address, page) == event


@pytest.mark.parametrize("path", ["api/events/byen/", "byen/"])
async def test_every_page_is_read_as_one_programme(served: tuple[Pretalx, str], path: str) -> None:
    pretalx, address = served
    reading = read(await fetch(address + path))
    programme = reading.programme
    assert (reading.format, reading.remarks) == ("pretalx", ())
    assert (programme.expo.name, programme.expo.timezone, programme.expo.url) == (
        "The City",
        "Europe/Oslo",
        "https://example.org/byen/",
    )
    assert (str(programme.expo.start), str(programme.expo.end)) == ("2027-05-05", "2027-05-06")
    assert [session.id for session in programme.sessions if session.speakers] == [
        "ABC0",
        "ABC1",
        "ABC2",
        "ABC3",
        "ABC4",
    ]
    assert (programme.rooms[0].name, programme.rooms[0].capacity) == ({"en": "Main stage", "nb": "Hovedscenen"}, 300)
    assert [speaker.name for speaker in programme.speakers] == ["Kari Nordmann"]
    asked = f"submissions/?state=confirmed&expand={EXPAND}"
    assert pretalx.asked == ["", asked, f"{asked}&page=2", f"{asked}&page=3", "speakers/", "slots/?expand=room"]


async def test_breaks_are_read_from_the_slots_without_a_submission(served: tuple[Pretalx, str]) -> None:
    _, address = served
    programme = read(await fetch(f"{address}api/events/byen/")).programme
    (lunch,) = [session for session in programme.sessions if session.title == "Lunch"]
    assert (f"{lunch.start:%H:%M}–{lunch.end:%H:%M}", lunch.rooms) == ("12:00–13:00", ("8", "9"))
    assert [one.id for one in programme.formats if one.is_break] == [lunch.format]
    assert len(programme.sessions) == 6


@pytest.mark.parametrize("status", [401, 403, 404])
async def test_breaks_kept_back_are_done_without(served: tuple[Pretalx, str], status: int) -> None:
    pretalx, address = served
    pretalx.kept_back["slots/"] = status
    programme = read(await fetch(f"{address}api/events/byen/")).programme
    assert [session.title for session in programme.sessions] == [f"Talk {number}" for number in range(5)]


async def test_server_that_is_busy_is_waited_for(served: tuple[Pretalx, str]) -> None:
    pretalx, address = served
    pretalx.busy = ["7", "Wed, 05 May 2027 08:00:00 GMT", "0"]
    waits = Waits()
    assert await pretalx_api.fetch(f"{address}api/events/byen/", NO_MARKS, waits) is not None
    assert waits == [7, 5, 1]


@pytest.mark.parametrize("busy", [["3600"], ["25", "25", "25"]])
async def test_server_that_is_busy_for_long_is_left_alone(served: tuple[Pretalx, str], busy: list[str]) -> None:
    pretalx, address = served
    pretalx.busy = busy
    with pytest.raises(ProgrammeError, match=f"the server wants to be left alone for {busy[-1]} seconds"):
        await pretalx_api.fetch(f"{address}api/events/byen/", NO_MARKS, Waits())


async def test_another_host_is_not_followed(served: tuple[Pretalx, str]) -> None:
    pretalx, address = served
    pretalx.next_host = "elsewhere.example"
    with pytest.raises(ProgrammeError, match=r"its next page is on another host, elsewhere\.example"):
        await fetch(f"{address}api/events/byen/")
    assert len(pretalx.asked) == 2


async def test_pages_without_end_are_given_up(served: tuple[Pretalx, str], monkeypatch: pytest.MonkeyPatch) -> None:
    pretalx, address = served
    pretalx.submissions *= 20
    monkeypatch.setattr(pretalx_api, "MOST_PAGES", 9)
    with pytest.raises(ProgrammeError, match="its pages do not end; 8 were read"):
        await fetch(f"{address}api/events/byen/")


async def test_pages_that_are_too_much_together_are_refused(
    served: tuple[Pretalx, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, address = served
    monkeypatch.setattr(download, "LIMIT", 2000)
    with pytest.raises(ProgrammeError, match="the file is larger than"):
        await fetch(f"{address}api/events/byen/")


async def test_speakers_kept_back_are_known_from_their_talks(served: tuple[Pretalx, str]) -> None:
    pretalx, address = served
    pretalx.kept_back["speakers/"] = 403
    programme = read(await fetch(f"{address}api/events/byen/")).programme
    assert [speaker.name for speaker in programme.speakers] == ["Kari Nordmann"]


async def test_event_that_is_not_there_is_named(served: tuple[Pretalx, str]) -> None:
    _, address = served
    with pytest.raises(ProgrammeError) as raised:
        await fetch(f"{address}api/events/andre/")
    assert str(raised.value) == f"{address}api/events/andre/: the server answered 404"


async def test_page_that_only_mentions_pretalx_stays_a_page(served: tuple[Pretalx, str]) -> None:
    _, address = served
    assert await fetch(f"{address}andre/") == b"<!doctype html><html>made with pretalx</html>"


async def test_pages_with_marks_are_read_again_only_where_one_has_changed(served: tuple[Pretalx, str]) -> None:
    pretalx, address = served
    pretalx.tagged = True
    event = f"{address}api/events/byen/"
    first = await fetch_newer(event, NO_MARKS)
    assert first is not None
    assert first.marks != Marks()
    assert await fetch_newer(event, first.marks) is None
    assert len(pretalx.asked) == 12
    pretalx.submissions[4]["title"] = "Something else altogether"
    again = await fetch_newer(event, first.marks)
    assert again is not None
    assert b"Something else altogether" in again.content
