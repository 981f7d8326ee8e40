"""Files sent and fetched by the page."""

from collections.abc import AsyncIterator

from bot.playground.botapi.files import UPLOAD_LIMIT
from tests.playground.page_support import Demo


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


async def test_form_without_a_file_is_refused() -> None:
    async with Demo().client() as client:
        answer = await client.post("/chats/1001/upload", data={"caption": "se"})
    assert answer.status_code == 400


async def test_body_beyond_any_file_is_refused_unread() -> None:
    async with Demo().client() as client:
        headers = {"Content-Length": str(10 * UPLOAD_LIMIT)}
        answer = await client.post("/chats/1001/upload", content=b"--x", headers=headers)
    assert answer.status_code == 413
