"""Files up and down."""

from io import BytesIO

import pytest
from PIL import Image

from bot.playground.botapi import UploadedFile
from bot.playground.botapi.files import DOWNLOAD_LIMIT, PHOTO_LIMIT, UPLOAD_LIMIT
from tests.playground.botapi_support import KARI, Stage


def picture(width: int, height: int) -> bytes:
    stream = BytesIO()
    Image.new("1", (width, height)).save(stream, "PNG")
    return stream.getvalue()


async def test_document_is_kept_and_can_be_fetched() -> None:
    stage = Stage()
    sent = await stage.ok("sendDocument", chat_id=KARI, document=UploadedFile("min.ics", b"BEGIN", "text/calendar"))
    document = sent["document"]
    assert (document["file_name"], document["mime_type"], document["file_size"]) == ("min.ics", "text/calendar", 5)
    got = await stage.ok("getFile", file_id=document["file_id"])
    assert got["file_path"] == "documents/file_0.ics"
    stored = stage.api.file_at(got["file_path"])
    assert stored is not None
    assert stored.upload.content == b"BEGIN"
    assert stage.api.file(document["file_id"]) == stored


async def test_file_sent_before_is_sent_again_by_its_id() -> None:
    stage = Stage()
    sent = await stage.ok("sendDocument", chat_id=KARI, document=UploadedFile("a.txt", b"a"))
    again = await stage.ok("sendDocument", chat_id=KARI, document=sent["document"]["file_id"])
    assert again["document"] == sent["document"]


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        ("AgACAgIAAx", "wrong file identifier/HTTP URL specified"),
        ("https://fjordby.no/a.pdf", "failed to get HTTP URL content"),
        ("attach://a", "there is no document in the request"),
        (UploadedFile("a.txt", b""), "file must be non-empty"),
    ],
)
async def test_file_that_is_none_is_refused(value: object, refusal: str) -> None:
    assert await Stage().refused("sendDocument", chat_id=KARI, document=value) == f"400 Bad Request: {refusal}"


async def test_upload_of_50_megabytes_is_the_most_and_download_of_20() -> None:
    stage = Stage()
    too_big = UploadedFile("a.bin", bytes(UPLOAD_LIMIT + 1))
    assert await stage.refused("sendDocument", chat_id=KARI, document=too_big) == "413 Request Entity Too Large"
    big = stage.kari.upload("a.bin", bytes(DOWNLOAD_LIMIT + 1))
    refusal = await stage.refused("getFile", file_id=big["document"]["file_id"])
    assert refusal == "400 Bad Request: file is too big"
    refusal = await stage.refused("getFile", file_id="x")
    assert refusal == "400 Bad Request: wrong file_id or the file is temporarily unavailable"


async def test_photo_has_its_size_and_caption() -> None:
    stage = Stage()
    sent = await stage.ok(
        "sendPhoto",
        chat_id=KARI,
        photo=UploadedFile("plan.png", picture(40, 30)),
        caption="<b>Plan</b>",
        parse_mode="HTML",
    )
    assert [(size["width"], size["height"]) for size in sent["photo"]] == [(40, 30)]
    assert (sent["caption"], sent["caption_entities"]) == ("Plan", [{"type": "bold", "offset": 0, "length": 4}])
    where = {"chat_id": KARI, "message_id": sent["message_id"]}
    edited = await stage.ok("editMessageCaption", **where, caption="Ny plan")
    assert (edited["caption"], edited["photo"]) == ("Ny plan", sent["photo"])
    assert "caption_entities" not in edited


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"not a picture", "IMAGE_PROCESS_FAILED"),
        (picture(9999, 2), "PHOTO_INVALID_DIMENSIONS"),
        (picture(42, 2), "PHOTO_INVALID_DIMENSIONS"),
        (
            bytes(PHOTO_LIMIT + 1),
            "file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
        ),
    ],
)
async def test_picture_telegram_cannot_take_is_refused(content: bytes, refusal: str) -> None:
    given = await Stage().refused("sendPhoto", chat_id=KARI, photo=UploadedFile("a.png", content))
    assert given == f"400 Bad Request: {refusal}"


async def test_album_is_several_messages_of_one_group() -> None:
    stage = Stage()
    media = [{"type": "document", "media": f"attach://{name}", "caption": name} for name in "ab"]
    files = {name: UploadedFile(f"{name}.txt", name.encode()) for name in "ab"}
    sent = await stage.ok("sendMediaGroup", chat_id=KARI, media=media, **files)
    assert [(message["document"]["file_name"], message["caption"]) for message in sent] == [
        ("a.txt", "a"),
        ("b.txt", "b"),
    ]
    assert len({message["media_group_id"] for message in sent}) == 1


@pytest.mark.parametrize(
    ("media", "refusal"),
    [
        ([], "there are no messages to send"),
        ([{"type": "document", "media": "x"}] * 11, "too many messages to send as an album"),
        ([{"type": "document"}, {"type": "photo"}], "document can't be mixed with other media types"),
        ([{"type": "video", "media": "x"}], "can't parse InputMedia: type 'video' is unknown here"),
    ],
)
async def test_faulty_album_is_refused(media: list[dict[str, str]], refusal: str) -> None:
    assert await Stage().refused("sendMediaGroup", chat_id=KARI, media=media) == f"400 Bad Request: {refusal}"
