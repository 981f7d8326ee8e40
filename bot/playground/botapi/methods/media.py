"""Messages out of files, and files to fetch."""

from collections.abc import Callable
from typing import Any, Final

from bot.playground.botapi.chats import Message
from bot.playground.botapi.errors import refuse
from bot.playground.botapi.files import DOWNLOAD_LIMIT, StoredFile, document, photo
from bot.playground.botapi.methods.method import Method
from bot.playground.botapi.methods.sending import OPTIONS, send
from bot.playground.botapi.parameters import Call
from bot.playground.botapi.server import Server
from bot.playground.botapi.text import caption

CAPTION: Final = "caption parse_mode caption_entities show_caption_above_media"
_ALBUM: Final = 10
_KINDS: Final[dict[str, Callable[[StoredFile], object]]] = {"photo": photo, "document": document}


def caption_of(server: Server, call: Call) -> dict[str, Any]:
    """The caption a call gives, formatted."""
    above = {"show_caption_above_media": True} if call.flag("show_caption_above_media") else {}
    text = caption(call.text("caption"), call.text("parse_mode"), call.items("caption_entities"), server.user)
    return {**text, **above}


def send_photo(server: Server, call: Call) -> Message:
    """Send a picture."""
    return _send(server, call, "photo")


def send_document(server: Server, call: Call) -> Message:
    """Send a file."""
    return _send(server, call, "document")


def _send(server: Server, call: Call, kind: str) -> Message:
    words = caption_of(server, call)
    stored = server.files.given(call, kind, f"{kind}s")
    spoiler = {"has_media_spoiler": True} if call.flag("has_spoiler") else {}
    return send(server, call, {kind: _KINDS[kind](stored), **words, **spoiler})


def send_media_group(server: Server, call: Call) -> list[Message]:
    """Send two to ten pictures, or as many files, as one album."""
    media = call.objects("media", "can't parse InputMedia: expected an Object")
    if not media:
        refuse("there are no messages to send")
    if len(media) > _ALBUM:
        refuse("too many messages to send as an album")
    if len({str(item.get("type")) for item in media}) > 1:
        refuse("document can't be mixed with other media types")
    contents = [_album_item(server, call, item) for item in media]
    group = {"media_group_id": str(server.now)}
    return [send(server, call, {**content, **group}) for content in contents]


def _album_item(server: Server, call: Call, item: dict[str, Any]) -> dict[str, Any]:
    kind = str(item.get("type"))
    if kind not in _KINDS:
        refuse(f"can't parse InputMedia: type {kind!r} is unknown here")
    single = Call(call.method, {**item, kind: item.get("media", "")}, call.files)
    stored = server.files.given(single, kind, f"{kind}s")
    return {kind: _KINDS[kind](stored), **caption_of(server, single)}


def get_file(server: Server, call: Call) -> dict[str, Any]:
    """Where a file can be fetched."""
    stored = server.files.get(call.text("file_id"))
    if stored is None:
        refuse("wrong file_id or the file is temporarily unavailable")
    if len(stored.upload.content) > DOWNLOAD_LIMIT:
        refuse("file is too big")
    return {**stored.described(), "file_path": stored.path}


METHODS: Final = (
    Method("sendPhoto", send_photo, "chat_id photo", f"{CAPTION} has_spoiler {OPTIONS}"),
    Method(
        "sendDocument",
        send_document,
        "chat_id document",
        f"thumbnail {CAPTION.replace(' show_caption_above_media', '')} disable_content_type_detection {OPTIONS}",
    ),
    Method("sendMediaGroup", send_media_group, "chat_id media", OPTIONS.replace(" reply_markup", "")),
    Method("getFile", get_file, "file_id"),
)
